import { DatabaseSync } from 'node:sqlite';

// Another program that has the database open and keeps others from writing to it.
const database = new DatabaseSync(process.argv[2] ?? '');
database.exec('BEGIN IMMEDIATE');
console.log('locked');
setInterval(() => {}, 60_000);
