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
    if (await this.#suffer(faults, 'before', record, response)) return;
    const { answer, headers } = await this.#answer(request, url, path, sent, record);
    if (await this.#suffer(faults, 'after', record, response)) return;
    this.#send(response, record, answer, headers);
  }

  async #answer(
    request: IncomingMessage,
    url: URL,
    path: string,
    sent: SentBody | ApiError,
    record: RequestRecord,
  ) {
    let headers: Readonly<Record<string, string>> = {};
    try {
      const [route, params] = this.#find(record.method, path);
      if (!route.open && request.headers.authorization !== `Bot ${this.#core.settings.token}`)
        throw unauthorized();
      const verdict = this.#limiter.take(route.limit ?? 'other', bucket(route, params), route.open === true);
      headers = verdict.headers;
      if (verdict.retryAfter !== undefined) {
        const { retryAfter, global } = verdict;
        const body = { message: 'You are being rate limited.', retry_after: retryAfter, global, code: 0 };
        headers = { ...headers, 'Retry-After': String(Math.ceil(retryAfter)) };
        return { answer: { status: 429, body }, headers };
      }
      if (sent instanceof Error) throw sent;
      this.#check(route, sent.json, record);
      const call = { params, query: url.searchParams, body: sent.json ?? {}, files: sent.files };
      const answer = await route.handle(call, this.#core);
      this.#checkOwn(route, answer, record);
      return { answer, headers };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if ([10_062, 40_060, 10_015, 50_027].includes(error.code))
        this.#violation('interaction', record, error);
      return { answer: { status: error.status, body: error }, headers };
    }
  }

  #find(method: string, path: string): [CompiledRoute, Readonly<Record<string, string>>] {
    for (const route of routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match) return [route, match.groups ?? {}];
    }
    this.#core.journal.violation({ kind: 'route', where: `${method} ${path}`, what: 'no such route' });
    throw notFound();
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

/** Route and its major parameter: what Discord counts together. */
function bucket(route: CompiledRoute, params: Readonly<Record<string, string>>): string {
  const major = params.channel ?? params.guild ?? params.token ?? '';
  return `${route.method} ${route.path.replaceAll(':', '')}:${major}`;
}
