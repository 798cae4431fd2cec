import { type DemonstrationBehaviour, demonstrationBehaviour } from './demonstration.ts';

/**
 * extensions.conf.
 *
 *   callee answers -> alize-callee -(2 s)-> alize-no-agent
 *                          | redirect
 *                          v
 *                     alize-connect <-> agent ; agent gone -> kept 20 s -> apology
 *   agent calls in -> alize-agent -> alize-agent-loop, and back to it after each call
 */
export function dialplan(): string {
  return [general, calleeContexts, agentContexts, refused, demonstration()].join('\n');
}

const general = `[general]
; Nothing may change this file from inside.
static = yes
writeprotect = yes
; A context that is left ends the call.
autofallthrough = yes
`;

const calleeContexts = `[alize-callee]
; The callee has answered. The dialer hears it and has 2 s to redirect the channel to alize-connect.
exten => s,1,UserEvent(AlizeCustomerReady)
; e(n): silence while waiting. S(2): seconds.
 same => n,BridgeWait(limbo,participant,e(n)S(2))
 same => n,Goto(alize-no-agent,s,1)

[alize-connect]
; ALIZE_AGENT_CHANNEL was set by the dialer.
; F: when the callee hangs up, the agent goes back to wait.
exten => s,1,Bridge(\${ALIZE_AGENT_CHANNEL},F(alize-agent-loop^s^1))
; The agent’s leg went away and the callee is still there: 20 s for the agent, or another one, to come back.
 same => n,UserEvent(AlizeAgentLost)
 same => n,Playback(alize/one-moment)
 same => n,BridgeWait(limbo,participant,e(r)S(17))
 same => n,Playback(alize/apology)
 same => n,Hangup(16)

[alize-no-agent]
; Who called, from which number, and how to object: never a silent call.
exten => s,1,UserEvent(AlizeNoAgent)
; In the language that the dialer says; French when it says none.
 same => n,Set(CHANNEL(language)=\${IF($["\${ALIZE_LANGUAGE}" = "en"]?en:fr)})
; A key ends the number at once too.
 same => n,Set(SAY_DTMF_INTERRUPT=true)
; m: only the key 9 interrupts.
 same => n,BackGround(alize/no-agent-hello,m)
; On whose behalf: the client's name, spoken when Alizé was started; else the centre's.
 same => n,BackGround(alize/client-\${FILTER(a-z0-9_,\${ALIZE_CLIENT})},m)
 same => n,GotoIf($["\${BACKGROUNDSTATUS}" = "SUCCESS"]?named)
 same => n,BackGround(alize/no-agent-centre,m)
 same => n(named),BackGround(alize/no-agent-who,m)
; The number shown, in the way it is dialled in France. Digits only reach the loudspeaker.
 same => n,Set(SHOWN=\${FILTER(0-9,\${CALLERID(num)})})
 same => n,SayDigits(\${IF($["\${SHOWN:0:2}" = "33"]?0\${SHOWN:2}:\${SHOWN})})
 same => n,BackGround(alize/no-agent-object,m)
; Seconds left to press it.
 same => n,WaitExten(5)
 same => n,Hangup(16)
exten => 9,1,UserEvent(AlizeObjection)
 same => n,Playback(alize/objection-kept)
 same => n,Hangup(16)
; Another key: the message is over, nothing is noted.
exten => i,1,Hangup(16)
exten => t,1,Hangup(16)
`;

const agentContexts = `[alize-agent]
; Once at log-in; 12 h is longer than any shift, so a leg that everybody forgot ends too.
exten => agent,1,Set(TIMEOUT(absolute)=43200)
 same => n,Answer()
 same => n,Goto(alize-agent-loop,s,1)

[alize-agent-loop]
; Said each time: at log-in, and when a call is over.
exten => s,1,UserEvent(AlizeAgentReady)
 same => n,BridgeWait(agents,participant,e(n))
; Only reached when the room could not be entered: not in a busy loop.
 same => n,Wait(0.5)
 same => n,Goto(s,1)
`;

const refused = `[alize-refused]
; Calls that come in: there are none. Cause 21, refused.
exten => _X.,1,Hangup(21)
exten => _+X.,1,Hangup(21)
`;

/** The contexts that play the callees of the demonstration trunk. */
function demonstration(): string {
  const endings = Array.from({ length: 100 }, (_, ending) => endingLines(ending));
  return `[alize-demonstration]
; Numbers that ARCEP keeps for fiction (decision 2018-0881, 2.5.12); the last two digits choose what happens.
${fictionPatterns.map((pattern) => `exten => _${pattern},1,Goto(alize-demonstration-callee,\${EXTEN:-2},1)`).join('\n')}
; Any other number does not exist here: cause 1, SIP 404.
exten => _+X.,1,Hangup(1)
exten => _X.,1,Hangup(1)

[alize-demonstration-callee]
${endings.join('\n')}

${players}`;
}

const fictionPatterns = ['19900', '26191', '35301', '46571', '53649', '63998'].map(
  (prefix) => `+33${prefix}XXXX`,
);

function endingLines(ending: number): string {
  const behaviour = demonstrationBehaviour(ending);
  const steps = [...timings(behaviour), `Goto(alize-demonstration-${behaviour.kind},s,1)`];
  const [first, ...others] = steps;
  return [
    `exten => ${String(ending).padStart(2, '0')},1,${first}`,
    ...others.map((step) => ` same => n,${step}`),
  ].join('\n');
}

function timings(behaviour: DemonstrationBehaviour): readonly string[] {
  if (behaviour.kind !== 'person' && behaviour.kind !== 'machine') return [];
  return [`Set(RING_SECONDS=${behaviour.ringSeconds})`, `Set(STAY_SECONDS=${behaviour.staySeconds})`];
}

const players = `[alize-demonstration-person]
exten => s,1,Ringing()
 same => n,Wait(\${RING_SECONDS})
 same => n,Answer()
; Seconds from here to T.
 same => n,Set(TIMEOUT(absolute)=\${STAY_SECONDS})
 same => n,Playback(alize/person-hello)
 same => n(again),Wait(4)
 same => n,Playback(alize/person-listens)
 same => n,Wait(5)
 same => n,Playback(alize/person-answers)
 same => n,Goto(again)
exten => T,1,Playback(alize/person-goodbye)
 same => n,Hangup(16)

[alize-demonstration-machine]
exten => s,1,Ringing()
 same => n,Wait(\${RING_SECONDS})
 same => n,Answer()
 same => n,Set(TIMEOUT(absolute)=\${STAY_SECONDS})
 same => n,Playback(alize/machine-greeting)
 same => n,Playback(alize/tone)
; Records until its time is over.
 same => n,Wait(60)
 same => n,Hangup(16)

[alize-demonstration-busy]
; As a network takes a moment to find out. Cause 17, SIP 486.
exten => s,1,Wait(1)
 same => n,Hangup(17)

[alize-demonstration-no_answer]
; Longer than any ring time; then cause 19.
exten => s,1,Ringing()
 same => n,Wait(180)
 same => n,Hangup(19)

[alize-demonstration-wrong_number]
; Cause 1, SIP 404.
exten => s,1,Hangup(1)

[alize-demonstration-congestion]
; Cause 34, SIP 503.
exten => s,1,Hangup(34)
`;
