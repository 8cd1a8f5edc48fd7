import { DeliveryError, type DeliveryFailure } from '../alerts/messenger.ts';
import { NoPlaceYet } from '../rate.ts';
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from './discord-js.ts';

/** What an error of discord.js means for a delivery. */
export function deliveryFailure(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RateLimitError || error instanceof NoPlaceYet) {
    return new DeliveryError('transient', message, { retryAfter: error.retryAfter, cause: error });
  }
  if (error instanceof DiscordAPIError) {
    const about = `${message} (${error.status}, code ${error.code})`;
    return new DeliveryError(kindOf(error), about, { ambiguous: error.status >= 500, cause: error });
  }
  if (error instanceof HTTPError) {
    return new DeliveryError('transient', `${message} (${error.status})`, { ambiguous: true, cause: error });
  }
  return new DeliveryError('transient', message, { ambiguous: !neverSent(error), cause: error });
}

function kindOf({ code, status }: DiscordAPIError): DeliveryFailure {
  if (code === RESTJSONErrorCodes.UnknownMessage) return 'unknown_message';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'gone';
  // 401: the token is at fault, not the message; 429 without the client's own limiter.
  if (status === 401 || status === 429 || status >= 500) return 'transient';
  return 'rejected';
}

/** No connection was made, so Discord can't have carried the request out. */
function neverSent(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code ?? '')) return true;
  return cause !== undefined && neverSent(cause);
}
