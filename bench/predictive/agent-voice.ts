import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The A-law sample that agents say and nobody else: speech and silence (0xD5) never repeat it a whole packet long. */
const sample = 0xa5;
const rtpHeadBytes = 12;
const packetBytes = 160;
const voiceSeconds = 2;

/** As agent.xml names it. */
const voiceFile = 'agent.alaw';

/** Writes what agents say, over and over, into the folder in which SIPp is started. */
export function writeAgentVoice(folder: string): void {
  writeFileSync(join(folder, voiceFile), Buffer.alloc(voiceSeconds * 50 * packetBytes, sample));
}

/** Whether an RTP packet carries an agent's voice. Asterisk passes it on as it is: both sides speak A-law. */
export function isAgentVoice(packet: Buffer): boolean {
  const sound = packet.subarray(rtpHeadBytes);
  return sound.length > 0 && sound.every((byte) => byte === sample);
}
