import type { Pack } from '../pack.ts';
import { be } from './be.ts';
import { ca } from './ca.ts';
import { ch } from './ch.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { euDefault } from './eu-default.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { uk } from './uk.ts';
import { us } from './us.ts';

/** Every jurisdiction whose law is encoded; `eu-default` stands in for members of the EEA without a pack of their own. */
export const packs: readonly Pack[] = [fr, us, uk, ca, de, es, it, be, ch, euDefault];
