import { DatabaseError } from '../../database.ts';
import type { DocumentStorage } from '../../storage/document-storage.ts';
import type { FormStep } from './step.ts';
import { tellingsApart } from './tellings-apart.ts';

/** `formSteps[n]` leads from form n + 1 to n + 2. */
const formSteps: readonly FormStep[] = [tellingsApart];

/** The form in which this program keeps documents. A higher one was written by a newer program. */
export const newestForm = formSteps.length + 1;

type Forms = Pick<DocumentStorage, 'documents' | 'form' | 'setForm' | 'place'>;

/** Instead of a form: documents are being written there that are not all there yet. */
export const unfinished = 0;

/**
 * Brings the documents to the newest form. Cut off, it is to be done again: nothing may use them before.
 * @throws DatabaseError if a newer program wrote them, or an import of them did not end
 */
export async function bringUp(storage: Forms): Promise<void> {
  const form = await storage.form();
  if (form === unfinished) {
    throw new DatabaseError(
      `${storage.place} holds an import that did not end: do it again with data import FILE --replace.`,
    );
  }
  if (form > newestForm) {
    throw new DatabaseError(
      `${storage.place} was written by a newer version of this program (form ${form}, known: ${newestForm}): run that version, or import an older export into an empty place.`,
    );
  }
  await bringUpFrom(form, storage);
}

/** The same for one that was just opened: it is closed if that can't be. */
export async function inNewestForm<S extends DocumentStorage>(storage: S): Promise<S> {
  try {
    await bringUp(storage);
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** @param form in which the documents are, whatever the storage says */
export async function bringUpFrom(form: number, storage: Forms): Promise<void> {
  for (const { from, changes } of formSteps.slice(form - 1)) {
    for await (const [id, value] of storage.documents(from).entries())
      for (const change of changes(id, value))
        await storage.documents(change.namespace).update(change.id, change.to);
  }
  await storage.setForm(newestForm);
}
