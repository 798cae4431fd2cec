import type { Db } from '@alize/db';
import type { ClientId, ImportId } from '@alize/model';
import type { Clock, IdSource } from '@alize/runtime';
import type { Pace } from './pace.ts';

/** What the thread that does imports works with. */
export interface Workshop {
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly pace: Pace;
  /** Where uploads lie, each under its id. */
  readonly uploadsFolder: string;
}

/** The import that it is to do. */
export interface ImportAsked {
  readonly clientId: ClientId;
  readonly importId: ImportId;
}
