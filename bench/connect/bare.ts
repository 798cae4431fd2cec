import { type AmiConnection, type AmiMessage, logIn } from './ami-connection.ts';

/**
 * The floor: what connecting costs when nothing is decided, written or remembered. Originates at a rate, and gives
 * each callee who answers the agent's channel that has waited longest.
 */
const [port, user = '', secret = '', rate, ...channels] = process.argv.slice(2);
/** In the order in which they came free. */
const free = new Set(channels);
let placed = 0;

function hear(event: AmiMessage, ami: AmiConnection): void {
  const channel = event.get('Channel') ?? '';
  if (event.get('UserEvent') === 'AlizeAgentReady') free.add(channel);
  if (event.get('UserEvent') === 'AlizeCustomerReady') bridge(ami, channel);
}

function bridge(ami: AmiConnection, callee: string): void {
  const [agent] = free;
  if (!agent) return;
  free.delete(agent);
  ami.send(
    { Action: 'Setvar', Channel: callee, Variable: 'ALIZE_AGENT_CHANNEL', Value: agent },
    { Action: 'Redirect', Channel: callee, Context: 'alize-connect', Exten: 's', Priority: '1' },
  );
}

function place(): void {
  ami.send({
    Action: 'Originate',
    Async: 'true',
    Channel: `PJSIP/+3363998${String(placed % 10_000).padStart(4, '0')}@trunk-demonstration`,
    Context: 'alize-callee',
    Exten: 's',
    Priority: '1',
    CallerID: '+33199000001',
    Timeout: '20000',
  });
  placed += 1;
}

const ami = await logIn({ port: Number(port), user, secret }, hear);
const startedAt = performance.now();
setInterval(() => {
  while (placed < ((performance.now() - startedAt) / 1000) * Number(rate)) place();
}, 1);
process.on('disconnect', () => process.exit(0));
