import { type Settings, seatNames, seatPassword, type TrunkSettings } from '@alize/runtime';
import { confValue } from './conf-value.ts';
import type { Addresses } from './place.ts';

/** pjsip.conf: our SIP side, the agents' seats, the trunks, and the side that plays the demonstration callees. */
export function pjsipConf(settings: Settings, addresses: Addresses): string {
  return [
    general(),
    transports(settings, addresses),
    seatTemplate(addresses.seatMedia),
    ...seatNames(settings.seatsCount).map((name) => seat(name, settings.seatKey)),
    ...settings.trunks.map((trunk) => trunkSections(trunk, localAddress(trunk, addresses))),
    demonstrationSide(),
  ].join('\n');
}

function general(): string {
  return `[global]
type = global
; What we say of ourselves: no version, which would tell a stranger what to try.
user_agent = Alize
; Seats give their name; the demonstration side is known by its address. There is no anonymous endpoint.
endpoint_identifier_order = username,ip
`;
}

function transports(settings: Settings, addresses: Addresses): string {
  const carriers = new Set(settings.trunks.map((trunk) => localAddress(trunk, addresses)));
  carriers.add(loopback);
  return [
    ...[...carriers].map((address) => udpTransport(transportTo(address), address, settings.sipPort)),
    udpTransport('transport-demonstration', loopback, settings.demonstrationSipPort),
    `[transport-seats]
type = transport
; SIP over the WebSocket of http.conf, which alone decides address and port.
protocol = ws
bind = ${loopback}
`,
  ].join('\n');
}

function udpTransport(name: string, address: string, port: number): string {
  return `[${name}]
type = transport
protocol = udp
; One address, never all of the machine’s: sound follows it.
bind = ${address}:${port}
`;
}

function seatTemplate(mediaAddress: string): string {
  return `[seat-endpoint](!)
type = endpoint
transport = transport-seats
; The one place that an agent can call.
context = alize-agent
; DTLS-SRTP, ICE, rtcp-mux and what else browsers demand; the certificate is made anew at each start.
webrtc = yes
dtls_auto_generate_cert = yes
; Opus for the browser; G.711 for one that lacks it.
disallow = all
allow = opus,ulaw,alaw
; Where browsers send their sound.
media_address = ${mediaAddress}
bind_rtp_to_media_address = yes
; A closed tab says nothing: after 5 s without a packet the agent’s leg is ended (300 s while held).
rtp_timeout = 5
rtp_timeout_hold = 300
; A packet at least every 15 s, so that a router in between keeps the way open.
rtp_keepalive = 15
; Sound always goes through us.
direct_media = no
language = fr

[seat-auth](!)
type = auth
auth_type = digest

[seat-aor](!)
type = aor
; One browser for a seat: the newest replaces the one before.
max_contacts = 1
remove_existing = yes
; Seconds after which a browser that is silent is forgotten.
maximum_expiration = 600
`;
}

function seat(name: string, seatKey: string): string {
  return `[${name}](seat-endpoint)
auth = ${name}
aors = ${name}

[${name}](seat-auth)
username = ${name}
password = ${confValue(seatPassword(seatKey, name))}

[${name}](seat-aor)
`;
}

function trunkSections(trunk: TrunkSettings, address: string): string {
  const name = `trunk-${trunk.name}`;
  const endpoint = `[${name}]
type = endpoint
transport = ${transportTo(address)}
; Calls come in from nowhere: this context refuses them.
context = alize-refused
; G.711 A-law is what European carriers speak; mu-law for the others.
disallow = all
allow = alaw,ulaw
aors = ${name}
; Sound always goes through us.
direct_media = no
; Sound is sent to where it comes from, for carriers behind address translation.
rtp_symmetric = yes
; Keys pressed by the callee (9 to object) come as RTP events.
dtmf_mode = rfc4733
; The number shown is repeated where many carriers look for it (RFC 3325).
send_pai = yes
; Who the agent is stays with us: no UPDATE or re-INVITE tells the carrier of the seat that took the call.
send_connected_line = no
trust_connected_line = no
; The recorded messages.
language = fr
${trunk.user ? `outbound_auth = ${name}\nfrom_domain = ${confValue(hostOf(trunk.address))}\n` : ''}
[${name}]
type = aor
; The number called takes the place of the user part.
contact = sip:${confValue(trunk.address)}
; The carrier is not asked whether it is alive; a call says so.
qualify_frequency = 0
`;
  return trunk.user ? endpoint + credentials(name, trunk) : endpoint;
}

/** With a user the carrier wants to know us: by digest on each call, and by a registration. */
function credentials(name: string, trunk: TrunkSettings): string {
  return `
[${name}]
type = auth
auth_type = digest
username = ${confValue(trunk.user ?? '')}
password = ${confValue(trunk.password ?? '')}

[${name}]
type = registration
outbound_auth = ${name}
server_uri = sip:${confValue(trunk.address)}
client_uri = sip:${confValue(trunk.user ?? '')}@${confValue(hostOf(trunk.address))}
; Seconds to the next try after a failure, and after a refusal; it never gives up.
retry_interval = 30
forbidden_retry_interval = 300
fatal_retry_interval = 300
max_retries = 1000000
auth_rejection_permanent = no
`;
}

function demonstrationSide(): string {
  return `[demonstration]
type = endpoint
transport = transport-demonstration
; Plays the callees; only numbers of fiction exist there.
context = alize-demonstration
disallow = all
allow = alaw,ulaw
direct_media = no
language = fr

[demonstration]
type = identify
endpoint = demonstration
; Whatever comes from this machine and is not a seat.
match = ${loopback}
`;
}

const loopback = '127.0.0.1';

function transportTo(address: string): string {
  return address === loopback ? 'transport-loopback' : `transport-${address.replaceAll('.', '-')}`;
}

function localAddress(trunk: TrunkSettings, addresses: Addresses): string {
  return addresses.trunks[trunk.name] ?? loopback;
}

function hostOf(address: string): string {
  return address.replace(/:\d+$/, '');
}
