export type MicrophoneFailure = 'denied' | 'missing' | 'unsupported';

/** The sound of a voice: what the browser can do against echo and noise, one channel. */
const constraints = (deviceId: string): MediaStreamConstraints => ({
  audio: {
    ...(deviceId !== '' && { deviceId: { exact: deviceId } }),
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: 1,
  },
});

/** Opens the microphone; an id that is gone falls back to the system's choice. */
export async function openMicrophone(deviceId: string): Promise<MediaStream | MicrophoneFailure> {
  if (!navigator.mediaDevices) return 'unsupported';
  try {
    return await navigator.mediaDevices.getUserMedia(constraints(deviceId));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'denied';
    return deviceId === '' ? 'missing' : openMicrophone('');
  }
}

/** Whether the microphone may be opened without asking the person. */
export async function isMicrophoneGranted(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state === 'granted';
  } catch {
    return false;
  }
}

/** Tells the level of a stream, 0 to 1, about ten times a second. The answer stops it. */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: 1024 });
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    onLevel(Math.min(1, loudness * 5));
  }, 100);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}
