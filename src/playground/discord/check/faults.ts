import type { ZodMiniType } from 'zod/mini';
import type { Fault } from '../errors.ts';

type Issue = NonNullable<ReturnType<ZodMiniType['safeParse']>['error']>['issues'][number];

/** What the schema finds wrong with a value, and keys of it that the schema doesn't know. */
export function schemaFaults(schema: ZodMiniType, value: unknown, allowed: ReadonlySet<string>): Fault[] {
  const result = schema.safeParse(value);
  if (result.success) return unknownKeys(value, result.data, [], allowed);
  return result.error.issues.flatMap((issue) => fromIssue(issue, []));
}

/** A union fails as a whole; told is the branch meant, which is the one whose `type` fits. */
function fromIssue(issue: Issue, base: readonly PropertyKey[]): Fault[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return [{ path, code: issue.code.toUpperCase(), message: issue.message }];
  }
  const meant = issue.errors.find((branch) => branch.every(({ path: [key] }) => key !== 'type'));
  return (meant ?? issue.errors[0]!).flatMap((inner) => fromIssue(inner, path));
}

/** Zod drops keys that it doesn't know: whatever was sent and is not in the parsed value is unknown. */
function unknownKeys(
  sent: unknown,
  parsed: unknown,
  path: readonly PropertyKey[],
  allowed: ReadonlySet<string>,
): Fault[] {
  if (typeof sent !== 'object' || sent === null || typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(sent).flatMap(([key, value]): Fault[] => {
    if (!(key in parsed)) {
      if (allowed.has(key)) return [];
      return [{ path: [...path, key], code: 'UNKNOWN_KEY', message: 'Unknown key' }];
    }
    return unknownKeys(value, (parsed as Record<string, unknown>)[key], [...path, key], allowed);
  });
}
