import type { Database } from '@alize/db';
import type { Clock, IdSource, Log, Settings } from '@alize/runtime';

/** What the api is given: nothing in it asks the machine's clock or chance by itself. */
export interface ApiParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** That many random bytes, fit for secrets. */
  readonly random: (bytesCount: number) => Uint8Array;
  /** Where the built console lies, when not in its own package. */
  readonly consoleFolder?: string;
}
