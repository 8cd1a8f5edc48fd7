import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerFaults } from '../check/answers.ts';
import { bodyFaults } from '../check/bodies.ts';
import type { Core } from '../core.ts';
import { ApiError, invalidForm, notFound, unauthorized } from '../errors.ts';
import type { FaultRule, Faults } from '../faults.ts';
import type { RequestRecord } from '../journal.ts';
import { applicationRoutes } from './application-routes.ts';
import { readBody, type SentBody } from './body.ts';
import { channelRoutes } from './channel-routes.ts';
import { guildRoutes } from './guild-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import type { RateLimiter } from './rate-limits.ts';
import { type Answer, type CompiledRoute, compile } from './route.ts';
import { userRoutes } from './user-routes.ts';

const routes = [
  ...channelRoutes,
  ...interactionRoutes,
  ...applicationRoutes,
  ...guildRoutes,
  ...userRoutes,
].map(compile);

interface Admitted {
  readonly route: CompiledRoute;
  readonly params: Readonly<Record<string, string>>;
  /** About the limits. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Refused {
  readonly refusal: Answer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves /api/v10: finds the route, checks token, limits and body, and answers as Discord does. */
export class RestServer {
  readonly #core: Core;
  readonly #limiter: RateLimiter;
  readonly #faults: Faults;

  constructor(core: Core, limiter: RateLimiter, faults: Faults) {
    this.#core = core;
    this.#limiter = limiter;
    this.#faults = faults;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const sent = await readBody(request).catch((error: unknown) => error as ApiError);
    const record: RequestRecord = {
      method,
      path,
      query: url.search,
      body: sent instanceof ApiError ? undefined : sent.json,
      at: this.#core.world.now(),
      status: 0,
    };
    this.#core.journal.requests.push(record);
    const faults = this.#faults.hitting(`${method} ${path}`);
    const admitted = this.#admit(request, record);
    // What fails before it is carried out has counted all the same.
    if (await this.#suffer(faults, 'before', record, response)) return;
    const answer =
      'refusal' in admitted
        ? admitted.refusal
        : await this.#carryOut(admitted, url.searchParams, sent, record);
    if (await this.#suffer(faults, 'after', record, response)) return;
    this.#send(response, record, answer, admitted.headers);
  }

  /** Whether there is such a route, the token opens it, and the limits allow it now, whichever client asks. */
  #admit(request: IncomingMessage, record: RequestRecord): Admitted | Refused {
    const [route, params] = this.#find(record.method, record.path);
    if (!route) return { refusal: refusalOf(notFound()), headers: {} };
    if (!route.open && request.headers.authorization !== `Bot ${this.#core.settings.token}`)
      return { refusal: refusalOf(unauthorized()), headers: {} };
    const verdict = this.#limiter.take(route.limit ?? 'other', bucket(route, params), route.open === true);
    const { headers, retryAfter, global } = verdict;
    if (retryAfter === undefined) return { route, params, headers };
    if (global) this.#core.journal.globallyLimited += 1;
    const body = { message: 'You are being rate limited.', retry_after: retryAfter, global, code: 0 };
    const wait = { 'Retry-After': String(Math.ceil(retryAfter)) };
    return { refusal: { status: 429, body }, headers: { ...headers, ...wait } };
  }

  async #carryOut(
    { route, params }: Admitted,
    query: URLSearchParams,
    sent: SentBody | ApiError,
    record: RequestRecord,
  ): Promise<Answer> {
    try {
      if (sent instanceof Error) throw sent;
      this.#check(route, sent.json, record);
      const call = { params, query, body: sent.json ?? {}, files: sent.files };
      const answer = await route.handle(call, this.#core);
      this.#checkOwn(route, answer, record);
      return answer;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if ([10_062, 40_060, 10_015, 50_027].includes(error.code))
        this.#violation('interaction', record, error);
      return refusalOf(error);
    }
  }

  #find(method: string, path: string): [CompiledRoute | undefined, Readonly<Record<string, string>>] {
    for (const route of routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match) return [route, match.groups ?? {}];
    }
    this.#core.journal.violation({ kind: 'route', where: `${method} ${path}`, what: 'no such route' });
    return [undefined, {}];
  }

  #check(route: CompiledRoute, json: unknown, record: RequestRecord): void {
    const kind = typeof route.body === 'function' ? route.body(json) : route.body;
    if (!kind) return;
    const faults = bodyFaults(kind, json);
    if (faults.length === 0) return;
    const where = `${record.method} ${record.path}`;
    const what = faults.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    this.#core.journal.violation({ kind: 'body', where, what, faults });
    throw invalidForm(faults);
  }

  #checkOwn(route: CompiledRoute, answer: Answer, record: RequestRecord): void {
    if (!route.answer || answer.body === undefined) return;
    const faults = answerFaults(route.answer, answer.body);
    if (faults.length === 0) return;
    const what = faults.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    this.#core.journal.violation({
      kind: 'stand-in',
      where: `${record.method} ${record.path}`,
      what,
      faults,
    });
  }

  #violation(kind: 'interaction', record: RequestRecord, error: ApiError): void {
    const where = `${record.method} ${record.path}`;
    this.#core.journal.violation({ kind, where, what: `${error.code} ${error.message}` });
  }

  /** Lets happen what was ordered. @returns whether the request has ended by it */
  async #suffer(
    faults: readonly FaultRule[],
    when: 'before' | 'after',
    record: RequestRecord,
    response: ServerResponse,
  ): Promise<boolean> {
    for (const fault of faults) {
      if ((fault.when ?? 'before') !== when) continue;
      if (fault.effect === 'delay') await sleep(fault.ms ?? 0);
      else if (fault.effect === 'hang') return true;
      else if (fault.effect === 'cut') {
        response.destroy();
        return true;
      } else {
        const status = fault.status ?? 500;
        const body = { message: `${status}: made to fail`, code: 0 };
        this.#send(response, record, { status, body }, {});
        return true;
      }
    }
    return false;
  }

  #send(response: ServerResponse, record: RequestRecord, answer: Answer, headers: object): void {
    this.#core.journal.finished(record, answer.status);
    const body = answer.body === undefined ? undefined : JSON.stringify(answer.body);
    /* A 204 with a JSON content type makes discord.js throw; Discord sends none either. */
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    response.writeHead(answer.status, { ...headers, ...type }).end(body);
  }
}

function refusalOf(error: ApiError): Answer {
  return { status: error.status, body: error };
}

/** Route and its major parameter: what Discord counts together. */
function bucket(route: CompiledRoute, params: Readonly<Record<string, string>>): string {
  const major = params.channel ?? params.guild ?? params.token ?? '';
  return `${route.method} ${route.path.replaceAll(':', '')}:${major}`;
}
