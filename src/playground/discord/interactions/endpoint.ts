import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { bodyFaults } from '../check/bodies.ts';
import type { Core } from '../core.ts';
import { ApiError, invalidForm } from '../errors.ts';
import { bodyOf } from '../rest/body.ts';
import { acknowledge } from './callback.ts';

/** The application's key pair: with it, interactions sent over HTTP are signed. */
export interface Keys {
  readonly privateKey: KeyObject;
  /** Hexadecimal, as the developer portal shows it. */
  readonly verifyKey: string;
}

export function newKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return { privateKey, verifyKey: Buffer.from(x!, 'base64url').toString('hex') };
}

/** Sends a signed body to an interactions endpoint. @returns the answer */
function postSigned(url: string, body: string, keys: Keys, now: number): Promise<Response> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = sign(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex');
  const headers = {
    'Content-Type': 'application/json',
    'X-Signature-Timestamp': timestamp,
    'X-Signature-Ed25519': signature,
  };
  return fetch(url, { method: 'POST', headers, body });
}

/**
 * Tries an endpoint as Discord does before it takes its address: a PING must be answered with a pong, and one with a
 * wrong signature refused with 401. @returns what is wrong; undefined if nothing is
 */
export async function tryEndpoint(url: string, keys: Keys, now: number): Promise<string | undefined> {
  const ping = JSON.stringify({ type: InteractionType.Ping });
  const right = await postSigned(url, ping, keys, now);
  if (right.status !== 200) return `a signed PING was answered ${right.status}`;
  const answer = (await right.json()) as { type?: unknown };
  if (answer.type !== InteractionResponseType.Pong) return `a PING was answered ${JSON.stringify(answer)}`;
  const wrong = await postSigned(url, ping, newKeys(), now);
  return wrong.status === 401 ? undefined : `a wrong signature was answered ${wrong.status} instead of 401`;
}

/**
 * Delivers an interaction over HTTP. The answer's body (JSON, or multipart with files), if it has one, is the
 * callback; 202 means: by REST. From an endpoint that is not there nothing comes, as the person then sees.
 */
export async function deliverByHttp(
  url: string,
  payload: APIInteraction,
  keys: Keys,
  core: Core,
): Promise<void> {
  const where = `POST ${new URL(url).pathname}`;
  const response = await postSigned(url, JSON.stringify(payload), keys, core.world.now()).catch(
    () => undefined,
  );
  if (!response) return;
  try {
    if (response.status === 202 || response.status === 204) return;
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const sent = await bodyOf(bytes, response.headers.get('content-type') ?? '');
    const json = sent.json as Parameters<typeof acknowledge>[1];
    const kind =
      json.type === 8 ? 'callbackChoices' : [6, 7].includes(json.type) ? 'callbackUpdate' : 'callbackMessage';
    const faults = bodyFaults(kind, json);
    if (faults.length > 0) throw invalidForm(faults);
    acknowledge(core.interactions.byId.get(payload.id), json, sent.files, core);
  } catch (error) {
    const kind = error instanceof ApiError && error.code !== 50_035 ? 'interaction' : 'body';
    const what = error instanceof ApiError ? JSON.stringify(error) : String(error);
    core.journal.violation({ kind, where, what });
  }
}
