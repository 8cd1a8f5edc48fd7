import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { StoredDocument } from './document-storage.ts';
import type { DocumentStore } from './document-store.ts';
import { KeyvDocuments } from './keyv-documents.ts';

/** The documents of each namespace, made once: two Keyv on one namespace would not take turns. */
export function createNamespaces(storeOf: (namespace: string) => DocumentStore, clock: Clock) {
  const made = new Map<string, KeyvDocuments<never>>();
  function documentsOf<T>(namespace: string): KeyvDocuments<T> {
    let documents = made.get(namespace) as KeyvDocuments<T> | undefined;
    if (!documents) {
      documents = new KeyvDocuments<T>(storeOf(namespace), clock);
      made.set(namespace, documents as unknown as KeyvDocuments<never>);
    }
    return documents;
  }

  return {
    documents<T>(namespace: string): Documents<T> {
      return documentsOf<T>(namespace);
    },
    stored: (namespace: string) => documentsOf<unknown>(namespace).stored(),
    restore: (namespace: string, documents: readonly StoredDocument[]) =>
      documentsOf<unknown>(namespace).restore(documents),
    /** Resolves when no write is under way. */
    async idle(): Promise<void> {
      await Promise.all([...made.values()].map((documents) => documents.idle()));
    },
  };
}
