import type { Reply } from '../reply.ts';
import type { RawFile, RESTPostAPIChannelMessageJSONBody } from './discord-js.ts';
import { render } from './render.ts';

export interface MessageBody {
  readonly body: RESTPostAPIChannelMessageJSONBody;
  readonly files: RawFile[];
}

/** An answer that many get at once is rendered once. */
const rendered = new WeakMap<Reply, MessageBody>();

/** A reply as the JSON body of a message, with its files beside it. */
export function messageBody(reply: Reply): MessageBody {
  const body = rendered.get(reply) ?? renderBody(reply);
  rendered.set(reply, body);
  return body;
}

function renderBody(reply: Reply): MessageBody {
  const { files, ...body } = render(reply);
  const attachments = files.map(({ name, description }, id) => ({
    id: String(id),
    filename: name,
    description,
  }));
  return {
    body: { ...body, ...(files.length > 0 && { attachments }) } as RESTPostAPIChannelMessageJSONBody,
    files: files.map(({ name, data }) => ({ name, data })),
  };
}
