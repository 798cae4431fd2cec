import type { Settings } from '@alize/runtime';
import { confValue } from './conf-value.ts';

/** The kinds of event that the dialer reads; everything else is dropped inside Asterisk. */
const wantedEvents = [
  'FullyBooted',
  'Newstate',
  'OriginateResponse',
  'UserEvent',
  'BridgeEnter',
  'BridgeLeave',
  'Hangup',
] as const;

/** manager.conf: one user, from this machine only, with the rights that placing calls needs and no others. */
export function managerConf(settings: Settings): string {
  return `[general]
enabled = yes
; Loopback only: AMI is not made for a network. For an Asterisk elsewhere, tunnel to this address.
bindaddr = 127.0.0.1
port = ${settings.ami.port}
; The dialplan’s variables are not repeated in each event.
channelvars =
; Seconds that a connection may take to log in, and connections that have not yet: a stranger cannot exhaust it.
authtimeout = 10
authlimit = 20

[${confValue(settings.ami.user)}]
secret = ${confValue(settings.ami.secret)}
deny = 0.0.0.0/0.0.0.0
permit = 127.0.0.1/255.255.255.255
; system: FullyBooted, without which a call could be asked for before the SIP side is there. call: calls, bridges,
; hang-ups. reporting: lists of channels. user: our dialplan’s UserEvents.
read = system,call,reporting,user
; originate: place a call. call: connect and hang up. reporting: list channels. Never system, command, config or all.
write = originate,call,reporting
; A dialer that falls this many milliseconds behind is cut off, and asks for everything anew.
writetimeout = 5000
; A burst of calls makes some sixty events for each; the filters leave about ten.
${wantedEvents.map((name) => `eventfilter(action(include),name(${name})) =`).join('\n')}
; Not those of the other end of the demonstration trunk: a real carrier’s is not seen either.
eventfilter(action(exclude),header(Channel),method(starts_with)) = PJSIP/demonstration-
`;
}
