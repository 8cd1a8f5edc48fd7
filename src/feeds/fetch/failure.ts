import { BadEncoding, TooLarge } from './body.ts';
import { RefusedAddress } from './connect.ts';
import type { Failed, FetchFailure } from './result.ts';

const byCode: Readonly<Record<string, readonly [FetchFailure, string]>> = {
  ENOTFOUND: ['dns', 'no server goes by this name'],
  EAI_AGAIN: ['dns', 'the name of the server could not be looked up'],
  ECONNREFUSED: ['connect', 'the server refused the connection'],
  ECONNRESET: ['connect', 'the server broke the connection off'],
  EPIPE: ['connect', 'the server broke the connection off'],
  EHOSTUNREACH: ['connect', 'the server could not be reached'],
  ENETUNREACH: ['connect', 'the server could not be reached'],
  ETIMEDOUT: ['timeout', 'the server did not answer in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'the server did not answer in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'the server did not answer in time'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'the server stopped sending'],
  UND_ERR_HEADERS_OVERFLOW: ['too_large', 'the headers of the answer are too large'],
  UND_ERR_SOCKET: ['connect', 'the server broke the connection off'],
};

/** Puts what was thrown while fetching into one of the known failures. */
export function failureOf(error: unknown): Failed {
  const failed = (failure: FetchFailure, message: string): Failed => ({ kind: 'failed', failure, message });
  if (error instanceof RefusedAddress)
    return failed('refused_address', 'the address does not lead to the public internet');
  if (error instanceof TooLarge) return failed('too_large', 'the feed is larger than is read');
  if (error instanceof BadEncoding) return failed('encoding', error.message);
  if (!(error instanceof Error)) return failed('connect', 'the connection failed');
  if (error.name === 'TimeoutError') return failed('timeout', 'the server did not answer in time');
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = byCode[code];
  if (known) return failed(known[0], known[1]);
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return failed('tls', 'the certificate of the server is not valid');
  if (error.cause) return failureOf(error.cause);
  return failed('connect', 'the answer of the server is not valid HTTP');
}
