import { join } from 'node:path';

/** The folder of the whole project. */
export const house: string = join(import.meta.dirname, '../..');
