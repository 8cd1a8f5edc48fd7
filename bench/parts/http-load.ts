import { generateKeyPairSync, sign } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Pool } from 'undici';
import { interaction, type Rooms } from './interaction.ts';

// Signed interactions over HTTP as fast as they are answered, from a process of its own.
export interface Opened {
  /** Hexadecimal. */
  readonly publicKey: string;
}

export interface Question {
  readonly port: number;
  /** How long (ms), if there is enough to send. */
  readonly span: number;
  readonly rooms: Rooms;
}

export interface Driven {
  /** Answers a second. */
  readonly rate: number;
  /** Answers without a message. */
  readonly failed: number;
}

const connections = 32;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let next = 0;

/** Signing costs as much as checking: it is done before, so that the server is what is measured. */
async function prepare(count: number, rooms: Rooms) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const prepared: { headers: Record<string, string>; body: string }[] = [];
  for (let n = 0; n < count; n++) {
    const body = JSON.stringify(interaction(rooms, next++));
    const headers = {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    };
    prepared.push({ headers, body });
    if (n % 100 === 0) await setImmediate();
  }
  return prepared;
}

async function drive({ port, span, rooms }: Question): Promise<Driven> {
  const queue = (await prepare(Math.ceil(span * mostPerMs), rooms))[Symbol.iterator]();
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
  const start = performance.now();
  let [answered, failed] = [0, 0];
  const work = async () => {
    for (const { headers, body } of queue) {
      const answer = await pool.request({ method: 'POST', path: '/interactions', headers, body });
      const json = (await answer.body.json()) as { type?: number };
      answered += 1;
      if (answer.statusCode !== 200 || json.type !== 4) failed += 1;
      if (performance.now() - start >= span) return;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const rate = (answered * 1000) / (performance.now() - start);
  await pool.close();
  return { rate, failed };
}

/** More interactions than any endpoint here answers in a millisecond. */
const mostPerMs = 8;

process.on('message', async (question: Question) => process.send?.(await drive(question)));
const { x = '' } = publicKey.export({ format: 'jwk' });
process.send?.({ publicKey: Buffer.from(x, 'base64url').toString('hex') } satisfies Opened);
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
