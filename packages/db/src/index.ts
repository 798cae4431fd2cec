export type { Database, Db, Tx } from './open-database.ts';
export { migrate, openDatabase } from './open-database.ts';
