import { type AmiMessage, logIn } from './ami-connection.ts';

/**
 * A process that only looks on: when each callee answered and when it was bridged with an agent, by this process's
 * clock alone, so that neither the dialer nor the bench can delay it.
 */

/** A callee's channel that came to be since `open`. Times in milliseconds from then. */
export interface SeenCall {
  readonly madeMs: number;
  answeredMs: number | null;
  /** In our dialplan, and said so. */
  readyMs: number | null;
  /** The second of two channels entered the bridge. */
  bridgedMs: number | null;
}

const calleePrefix = 'PJSIP/trunk-';
const calls = new Map<string, SeenCall>();
const calleeOfBridge = new Map<string, string>();
let openedAt = 0;
let isFirstAwaited = false;

function see(event: AmiMessage): void {
  const nowMs = performance.now() - openedAt;
  const kind = event.get('Event');
  const channel = event.get('Channel') ?? '';
  if (kind === 'Newchannel' && channel.startsWith(calleePrefix)) seeCall(channel, nowMs);
  if (kind === 'BridgeEnter') seeBridge(event, channel, nowMs);
  const call = calls.get(channel);
  if (!call) return;
  if (kind === 'Newstate' && event.get('ChannelStateDesc') === 'Up') call.answeredMs ??= nowMs;
  if (event.get('UserEvent') === 'AlizeCustomerReady') call.readyMs ??= nowMs;
}

function seeCall(channel: string, nowMs: number): void {
  calls.set(channel, { madeMs: nowMs, answeredMs: null, readyMs: null, bridgedMs: null });
  if (isFirstAwaited) process.send?.('call');
  isFirstAwaited = false;
}

function seeBridge(event: AmiMessage, channel: string, nowMs: number): void {
  if (event.get('BridgeTechnology') === 'holding_bridge') return;
  const bridge = event.get('BridgeUniqueid') ?? '';
  if (channel.startsWith(calleePrefix)) calleeOfBridge.set(bridge, channel);
  const call = calls.get(calleeOfBridge.get(bridge) ?? '');
  if (call && event.get('BridgeNumChannels') === '2') call.bridgedMs ??= nowMs;
}

function open(): void {
  calls.clear();
  calleeOfBridge.clear();
  openedAt = performance.now();
}

const [port, user = '', secret = ''] = process.argv.slice(2);
await logIn({ port: Number(port), user, secret }, see);
process.on('message', (message) => {
  if (message === 'open') open();
  if (message === 'tell first') isFirstAwaited = true;
  if (message === 'report') process.send?.([...calls.values()]);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
