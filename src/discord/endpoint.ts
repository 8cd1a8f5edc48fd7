import type { Clock } from '../clock.ts';
import { type APIInteraction, InteractionResponseType as Callback, InteractionType } from './discord-js.ts';
import { bytesOf } from './first-answer.ts';
import type { Interactions, Respond } from './interactions.ts';
import { createReplayGuard } from './replays.ts';
import { createVerifier } from './signature.ts';

/** A POST to the interactions endpoint: the two headers of its signature, and the body as it came. */
export interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

export interface EndpointAnswer {
  readonly status: number;
  /** JSON. */
  readonly body?: string | Buffer;
}

export type RefusedRequest = 'signature' | 'stale' | 'replayed' | 'malformed';

export interface EndpointParts {
  /** The application's, as the developer portal shows it: hexadecimal. */
  readonly publicKey: string;
  readonly interactions: Interactions;
  readonly clock: Clock;
  refused?(why: RefusedRequest): void;
}

/**
 * A request signed longer ago (or further ahead) is refused: Discord signs when it sends, so only clocks that
 * disagree need room. An interaction is taken once within that time.
 */
export const staleAfter = 5 * 60_000;

const refusals = {
  signature: { status: 401, body: '{"error":"invalid request signature"}' },
  stale: { status: 401, body: '{"error":"stale timestamp"}' },
  replayed: { status: 409, body: '{"error":"this interaction was answered already"}' },
  malformed: { status: 400, body: '{"error":"no interaction that is answered here"}' },
} as const satisfies Record<RefusedRequest, EndpointAnswer>;

/**
 * Discord's interactions endpoint, whatever serves it. Stateless but for the ids of the last minutes.
 * https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
 */
export function createEndpoint(parts: EndpointParts): (request: SignedRequest) => Promise<EndpointAnswer> {
  const { publicKey, interactions, clock } = parts;
  const isSigned = createVerifier(publicKey);
  const isNew = createReplayGuard(clock, staleAfter);

  function refuse(why: RefusedRequest): EndpointAnswer {
    parts.refused?.(why);
    return refusals[why];
  }

  return async ({ timestamp = '', signature = '', body }) => {
    if (!/^\d{1,12}$/.test(timestamp) || !(await isSigned(timestamp, body, signature)))
      return refuse('signature');
    if (Math.abs(clock.now() - Number(timestamp) * 1000) > staleAfter) return refuse('stale');
    const interaction = parsed(body);
    if (interaction?.type === InteractionType.Ping) return pong;
    if (!isInteraction(interaction)) return refuse('malformed');
    if (!isNew(interaction.id)) return refuse('replayed');
    return answer(interaction, interactions);
  };
}

const pong: EndpointAnswer = { status: 200, body: JSON.stringify({ type: Callback.Pong }) };

const deferrals: readonly Callback[] = [
  Callback.DeferredChannelMessageWithSource,
  Callback.DeferredMessageUpdate,
];

/** No body: the answer comes by REST. */
const accepted: EndpointAnswer = { status: 202 };

function answer(interaction: APIInteraction, interactions: Interactions): Promise<EndpointAnswer> {
  const { promise, resolve } = Promise.withResolvers<EndpointAnswer>();
  const byRest = interactions.respondByRest(interaction);
  const respond: Respond = (response, files) => {
    // A follow-up must find the deferral with Discord, and a body carries no files: both go by REST.
    if (files.length > 0 || deferrals.includes(response.type)) {
      resolve(accepted);
      return byRest(response, files);
    }
    resolve({ status: 200, body: bytesOf(response) });
    return Promise.resolve();
  };
  // Settles before `respond` only where there is nothing that could be said.
  void interactions.handle(interaction, respond).finally(() => resolve(refusals.malformed));
  return promise;
}

function parsed(body: Buffer): { readonly type?: unknown } | undefined {
  try {
    return JSON.parse(body.toString()) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Discord signed it: its form is not checked beyond what is needed here. */
function isInteraction(json: object | undefined): json is APIInteraction {
  return json !== undefined && 'id' in json && typeof json.id === 'string';
}
