import { openStorage } from '../../src/storage/storage.ts';
import { documentsContract } from '../contract/documents.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

documentsContract('SQLite', (clock) => openStorage(temporaryDir(), { clock }));
