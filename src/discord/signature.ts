import { createPublicKey, verify } from 'node:crypto';

/** Whether Discord signed this timestamp and body. Checked off the main thread. */
export type VerifySignature = (timestamp: string, body: Buffer, signature: string) => Promise<boolean>;

/** An Ed25519 signature has 64 bytes. */
const signatureForm = /^[0-9a-f]{128}$/i;

/**
 * @param publicKey as the developer portal shows it: 32 bytes in hexadecimal
 * @throws if it is no point of the curve
 */
export function createVerifier(publicKey: string): VerifySignature {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return (timestamp, body, signature) => {
    if (!signatureForm.test(signature)) return Promise.resolve(false);
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    verify(null, signed, key, Buffer.from(signature, 'hex'), (error, good) => resolve(!error && good));
    return promise;
  };
}
