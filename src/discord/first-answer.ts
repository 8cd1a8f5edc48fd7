import type { Reply } from '../reply.ts';
import {
  type APIInteractionResponse,
  InteractionResponseType as Callback,
  MessageFlags,
  type RawFile,
} from './discord-js.ts';
import type { Incoming } from './dispatch.ts';
import { messageBody } from './message-body.ts';

/** The first answer to an interaction: what to do, and the files of its message. */
export interface FirstAnswer {
  readonly response: APIInteractionResponse;
  readonly files: RawFile[];
}

/** A reply that many get at once is one answer to all of them. */
const messages = new WeakMap<Reply, FirstAnswer>();
const written = new WeakMap<APIInteractionResponse, Buffer>();

/** What a reply is to whoever called a command, or pressed a button. */
export function firstAnswer(reply: Reply, { kind }: Incoming): FirstAnswer {
  if (reply.inPlace && kind === 'press') {
    const { body, files } = messageBody(reply);
    return { response: { type: Callback.UpdateMessage, data: { content: null, ...body } } as never, files };
  }
  const message = messages.get(reply) ?? newMessage(reply);
  messages.set(reply, message);
  return message;
}

function newMessage(reply: Reply): FirstAnswer {
  const { body, files } = messageBody(reply);
  const data = { ...body, ...(reply.ephemeral && { flags: MessageFlags.Ephemeral }) };
  return { response: { type: Callback.ChannelMessageWithSource, data } as APIInteractionResponse, files };
}

/** An answer as JSON in UTF-8. Written once, however many get it: under load that costs more than all else that is said. */
export function bytesOf(response: APIInteractionResponse): Buffer {
  const bytes = written.get(response) ?? Buffer.from(JSON.stringify(response));
  written.set(response, bytes);
  return bytes;
}
