import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** The microphones and outputs of this machine; their names are known once the microphone is allowed. */
export function useDevices(isAllowed: boolean): {
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
} {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!isAllowed || !media) return;
    const read = () => void media.enumerateDevices().then(setDevices);
    read();
    media.addEventListener('devicechange', read);
    return () => media.removeEventListener('devicechange', read);
  }, [isAllowed]);
  // The system's choice is an entry of our own: the empty id.
  const of = (kind: MediaDeviceKind) =>
    devices.filter(
      (device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'default',
    );
  return { microphones: of('audioinput'), speakers: of('audiooutput') };
}

/** The id of the chosen microphone or speaker, remembered by this browser; empty for the system's choice. */
export function useChosenDevice(kind: 'microphone' | 'speaker') {
  return useLocalStorage({ key: `alize.${kind}`, defaultValue: '', getInitialValueInEffect: false });
}
