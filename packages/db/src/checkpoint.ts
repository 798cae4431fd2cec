import { sql } from 'kysely';
import { isPostgres } from './engine.ts';
import type { Db } from './open-database.ts';

/**
 * SQLite: carries over into the file what its log has gathered. It keeps nobody from reading or writing, and whoever
 * writes much does it in time, so that no other connection finds so much that its next commit has to. PostgreSQL sees to
 * that by itself.
 */
export async function checkpoint(db: Db): Promise<void> {
  if (!isPostgres(db)) await sql`pragma wal_checkpoint(passive)`.execute(db);
}
