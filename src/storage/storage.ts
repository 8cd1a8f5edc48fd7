export { openSqliteStorage as openStorage, type SqliteStorage as Storage } from './sqlite-storage.ts';
