/** The server cannot be reached, or went away in mid-work: what was asked of it last may have been done. */
export class DatabaseLostError extends Error {
  readonly code = 'DATABASE_LOST';
  constructor(cause: unknown) {
    // Of an address it does not like, PostgreSQL says what is wrong with it, never the password.
    const why = cause instanceof Error && 'severity' in cause ? ` (${cause.message})` : '';
    super(`PostgreSQL does not answer${why}: see that it runs, and that ALIZE_DATABASE is its address.`, {
      cause,
    });
    this.name = 'DatabaseLostError';
  }
}

/** SQLite's disk or lock; what PostgreSQL says when it is short of something, shutting down, a mirror, or in conflict. */
const codes =
  /^(DATABASE_LOST$|SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|PROTOCOL)|08...$|25006$|40...$|53...$|55P03$|57P0.$|58...$)/;

/** True when the fault is the store's and not the statement's: full, locked, failing, gone. It may mend with time. */
export function isStorageError(error: unknown): boolean {
  return codes.test(error instanceof Error && 'code' in error ? String(error.code) : '');
}
