import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@alize/runtime';
import { dialplan } from './dialplan.ts';
import { managerConf } from './manager-conf.ts';
import { modulesConf } from './modules-conf.ts';
import { pjsipConf } from './pjsip-conf.ts';
import type { Addresses, Place } from './place.ts';
import { asteriskConf, emptyConf, httpConf, loggerConf, recordsOff, rtpConf } from './system-conf.ts';

/** All configuration files of one Asterisk by name, for the given settings. */
export function configuration(
  settings: Settings,
  place: Place,
  addresses: Addresses,
): Readonly<Record<string, string>> {
  return {
    'asterisk.conf': asteriskConf(place),
    'modules.conf': modulesConf(),
    'logger.conf': loggerConf(),
    'manager.conf': managerConf(settings),
    'http.conf': httpConf(settings),
    'rtp.conf': rtpConf(settings),
    'pjsip.conf': pjsipConf(settings, addresses),
    'extensions.conf': dialplan(),
    'cdr.conf': recordsOff(),
    'cel.conf': recordsOff(),
    'features.conf': emptyConf('no key pressed in a call does anything'),
    'indications.conf': `[general]\n; Tones are those of France.\ncountry=fr\n\n${frenchTones}`,
    'ccss.conf': emptyConf('call completion is not used'),
    'acl.conf': emptyConf('no named access lists'),
    'udptl.conf': emptyConf('no fax'),
    'pjproject.conf': emptyConf('the SIP library logs as it does by itself'),
  };
}

/** Writes the configuration files into `folder`, in the place of what was there. They hold passwords: not for everybody. */
export async function writeConfiguration(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text, { mode: 0o640 })),
  );
}

const frenchTones = `[fr]
description=France
; How long one ring and its pause last, in ms.
ringcadence=1500,3500
; Frequencies in Hz and lengths in ms (ITU-T E.180, national list).
dial=440
busy=440/500,0/500
ring=440/1500,0/3500
congestion=440/250,0/250
`;
