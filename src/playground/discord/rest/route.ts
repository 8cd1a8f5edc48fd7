import type { AnswerKind } from '../check/answers.ts';
import type { BodyKind } from '../check/bodies.ts';
import type { Core } from '../core.ts';
import type { SentFile } from '../world/attachments.ts';
import type { LimitName } from './rate-limits.ts';

/** One line of the route table. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** After /api/v10; `:name` stands for one segment. */
  readonly path: string;
  /** What the body must be; a function where it depends on the body itself. */
  readonly body?: BodyKind | ((json: unknown) => BodyKind);
  /** What the answer is, for the check of what the stand-in sends. */
  readonly answer?: AnswerKind;
  readonly limit?: LimitName;
  /** Open to all: the token in the path is the key. Such routes are free of the global limit too. */
  readonly open?: true;
  handle(call: Call, core: Core): Answer | Promise<Answer>;
}

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

/** A route with its path compiled. */
export interface CompiledRoute extends Route {
  readonly pattern: RegExp;
}

export function compile(route: Route): CompiledRoute {
  const source = route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
  return { ...route, pattern: new RegExp(`^${source}$`) };
}
