import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DatabaseError, migrate, transaction, withAdvice } from '../src/database.ts';

function memory(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return database;
}
const columns = (database: DatabaseSync) =>
  database
    .prepare("SELECT name FROM pragma_table_info('thing')")
    .all()
    .map(({ name }) => name);

describe('migrations', () => {
  const first = 'CREATE TABLE thing (a TEXT)';
  const second = 'ALTER TABLE thing ADD COLUMN b TEXT';

  it('bring an older database to the newest form, each step once', () => {
    const database = memory();
    migrate(database, 'room', [first]);
    database.exec("INSERT INTO thing VALUES ('kept')");
    migrate(database, 'room', [first, second]);
    migrate(database, 'room', [first, second]);
    expect(columns(database)).toEqual(['a', 'b']);
    expect(database.prepare('SELECT a FROM thing').get()?.a).toBe('kept');
  });

  it('of two rooms do not count for each other', () => {
    const database = memory();
    migrate(database, 'one', [first]);
    migrate(database, 'two', ['CREATE TABLE other (a TEXT)']);
    migrate(database, 'two', ['CREATE TABLE other (a TEXT)']);
    expect(() => migrate(database, 'one', [])).toThrow(/written by a newer version/);
  });

  it('change nothing if one step fails', () => {
    const database = memory();
    expect(() => migrate(database, 'room', [first, 'no statement'])).toThrow(DatabaseError);
    expect(columns(database)).toEqual([]);
    migrate(database, 'room', [first, second]);
    expect(columns(database)).toEqual(['a', 'b']);
  });
});

describe('a transaction', () => {
  it('keeps all or nothing, and passes on what was thrown', () => {
    const database = memory();
    database.exec('CREATE TABLE thing (a TEXT)');
    const insert = () => database.exec("INSERT INTO thing VALUES ('x')");
    const mistake = new TypeError('mine');
    const failing = () =>
      transaction(database, () => {
        insert();
        throw mistake;
      });
    expect(failing).toThrow(mistake);
    transaction(database, insert);
    expect(database.prepare('SELECT count(*) AS n FROM thing').get()?.n).toBe(1);
  });
});

describe('an error of SQLite', () => {
  it('comes out as advice with the error as its cause', () => {
    const database = memory();
    const refused = () => withAdvice(database, () => database.exec('SELECT * FROM nowhere'));
    expect(refused).toThrow(DatabaseError);
    try {
      refused();
    } catch (error) {
      expect((error as Error).cause).toMatchObject({ message: 'no such table: nowhere' });
    }
  });

  it('after closing says so', () => {
    const database = memory();
    database.close();
    expect(() => withAdvice(database, () => database.exec('SELECT 1'))).toThrow(/closed already/);
  });
});
