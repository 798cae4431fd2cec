/** For pjsip.conf: a seat whose telephone, at `user@host:port`, is no browser and speaks plain SIP without encryption. */
export function plainSeatConf(seat: string, telephone: string): string {
  return `
[${seat}]
type = endpoint
transport = transport-loopback
context = alize-agent
disallow = all
allow = alaw
direct_media = no
aors = ${seat}

[${seat}]
type = aor
contact = sip:${telephone}
`;
}
