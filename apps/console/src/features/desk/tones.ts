let context: AudioContext | null = null;

/** Plays short tones one after the other, on the chosen speaker where the browser can. */
async function play(tones: readonly { hertz: number; seconds: number }[], speakerId: string): Promise<void> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
  if ('setSinkId' in context && typeof context.setSinkId === 'function') await context.setSinkId(speakerId);
  let at = context.currentTime + 0.02;
  for (const tone of tones) {
    beep(context, tone.hertz, at, tone.seconds);
    at += tone.seconds;
  }
}

/** Rises and falls softly: a hard edge clicks in a headset. */
function beep(audio: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = new OscillatorNode(audio, { frequency: hertz });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.18, at + 0.02);
  gain.gain.setValueAtTime(0.18, at + seconds - 0.03);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}

/** The sound of the headset check. Resolves once it has begun. */
export const playTest = (speakerId: string): Promise<void> =>
  play(
    [
      { hertz: 523, seconds: 0.25 },
      { hertz: 659, seconds: 0.25 },
      { hertz: 784, seconds: 0.4 },
    ],
    speakerId,
  );

/** The short tone of an arriving call; under 300 ms, so that it does not cover the first word. */
export const playArrival = (speakerId: string): Promise<void> =>
  play(
    [
      { hertz: 880, seconds: 0.11 },
      { hertz: 1175, seconds: 0.14 },
    ],
    speakerId,
  );
