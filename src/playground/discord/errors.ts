/** An answer other than success, in Discord's own form. Codes: Discord's "JSON error codes". */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJSON(): object {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

export interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** One fault in a request body, and where it is. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const unknownChannel = () => new ApiError(404, 10_003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10_004, 'Unknown Guild');
export const unknownMember = () => new ApiError(404, 10_007, 'Unknown Member');
export const unknownMessage = () => new ApiError(404, 10_008, 'Unknown Message');
export const unknownUser = () => new ApiError(404, 10_013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10_015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10_062, 'Unknown interaction');
export const unknownCommand = () => new ApiError(404, 10_063, 'Unknown application command');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40_060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new ApiError(403, 50_001, 'Missing Access');
export const notTheAuthor = () => new ApiError(403, 50_005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new ApiError(400, 50_006, 'Cannot send an empty message');
export const missingPermissions = () => new ApiError(403, 50_013, 'Missing Permissions');
export const wrongChannelType = () => new ApiError(400, 50_024, 'Cannot execute action on this channel type');
export const invalidWebhookToken = () => new ApiError(401, 50_027, 'Invalid Webhook Token');
export const noHistoryToReply = () =>
  new ApiError(400, 160_002, 'Cannot reply without permission to read message history');
export const invalidJson = () => new ApiError(400, 50_109, 'The request body contains invalid JSON.');

/** 400 / 50035 with the tree in which Discord says what is wrong where. */
export function invalidForm(faults: readonly Fault[]): ApiError {
  const tree: ErrorTree = {};
  for (const { path, code, message } of faults) {
    let node = tree;
    for (const key of path) {
      const known = node[String(key)];
      const next = known && !Array.isArray(known) ? known : {};
      node[String(key)] = next;
      node = next;
    }
    const list = node._errors;
    if (Array.isArray(list)) list.push({ code, message });
    else node._errors = [{ code, message }];
  }
  return new ApiError(400, 50_035, 'Invalid Form Body', tree);
}
