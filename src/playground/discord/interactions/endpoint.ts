import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { APIInteraction } from 'discord-api-types/v10';
import { bodyFaults } from '../check/bodies.ts';
import type { Core } from '../core.ts';
import { ApiError, invalidForm } from '../errors.ts';
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

/** Delivers an interaction over HTTP. The answer's body, if it has one, is the callback; 202 means: by REST. */
export async function deliverByHttp(
  url: string,
  payload: APIInteraction,
  keys: Keys,
  core: Core,
): Promise<void> {
  const where = `POST ${new URL(url).pathname}`;
  try {
    const response = await postSigned(url, JSON.stringify(payload), keys, core.world.now());
    if (response.status === 202 || response.status === 204) return;
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    const json = (await response.json()) as Parameters<typeof acknowledge>[1];
    const kind =
      json.type === 8 ? 'callbackChoices' : [6, 7].includes(json.type) ? 'callbackUpdate' : 'callbackMessage';
    const faults = bodyFaults(kind, json);
    if (faults.length > 0) throw invalidForm(faults);
    acknowledge(core.interactions.byId.get(payload.id), json, [], core);
  } catch (error) {
    const kind = error instanceof ApiError && error.code !== 50_035 ? 'interaction' : 'body';
    const what = error instanceof ApiError ? JSON.stringify(error) : String(error);
    core.journal.violation({ kind, where, what });
  }
}
