import type { InTurn } from '../rate.ts';
import { DefaultRestOptions, type RateLimitData, REST, RESTEvents, type RESTOptions } from './discord-js.ts';

/** Hears what Discord answers to requests. */
export interface RestObserver {
  answered(method: string, status: number): void;
  /** A request waits for a limit, or was told to. */
  limited(scope: 'global' | 'route'): void;
}

/**
 * Longer than this (ms) a request does not wait for its rate limit, and never for the global one, after which all
 * that waited would go out at once: its job goes back to the queue instead.
 */
const patience = 5000;

/**
 * A REST client of Discord's API at this base. It does not repeat a request by itself: whether a failed one
 * may be repeated is for the caller to know.
 * @param inTurn keeps the limit over all routes; left out where the caller keeps it
 */
export function createRest(api: string, token: string, observer?: RestObserver, inTurn?: InTurn): REST {
  const rejectOnRateLimit = ({ global, retryAfter }: RateLimitData) => global || retryAfter > patience;
  const send: typeof makeRequest = inTurn ? (url, init) => inTurn(() => makeRequest(url, init)) : makeRequest;
  const rest = new REST({ api, version: '10', makeRequest: send, retries: 0, rejectOnRateLimit });
  return observed(rest.setToken(token), observer);
}

/** A REST client for answers to interactions, which carry tokens of their own. Repeats what failed on the way. */
export function createInteractionRest(api: string, observer?: RestObserver): REST {
  return observed(new REST({ api, version: '10', makeRequest }), observer);
}

/**
 * Files as bytes. Requests go through whichever version of undici was loaded first, and ours refuses the form data of
 * the one that discord.js brings.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = { ...init.headers, 'Content-Type': form.headers.get('Content-Type') ?? '' };
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    headers,
    body: new Uint8Array(await form.arrayBuffer()),
  });
};

function observed(rest: REST, observer: RestObserver | undefined): REST {
  if (!observer) return rest;
  rest.on(RESTEvents.Response, ({ method }, { status }) => observer.answered(method, status));
  rest.on(RESTEvents.RateLimited, ({ global }) => observer.limited(global ? 'global' : 'route'));
  return rest;
}
