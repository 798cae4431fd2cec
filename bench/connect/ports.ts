/** Everything that the bench listens on, all on loopback. */
export const ports = {
  ami: 5700,
  http: 5701,
  sip: 5702,
  demonstration: 5703,
  dialer: 5704,
  api: 5705,
  callees: 5710,
  agents: 5711,
  calleesControl: 5712,
  agentsControl: 5713,
  rtpFrom: 33_000,
  rtpTo: 34_499,
  calleesMedia: 34_500,
  agentsMedia: 34_700,
} as const;
