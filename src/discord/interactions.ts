import type { Reply } from '../reply.ts';
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType as Callback,
  MessageFlags,
  type RawFile,
  type REST,
  Routes,
} from './discord-js.ts';
import type { Dispatch, Incoming } from './dispatch.ts';
import { bytesOf, firstAnswer } from './first-answer.ts';
import { incomingOf } from './incoming.ts';
import { messageBody } from './message-body.ts';

/** What goes out as it is given. */
const json = { passThroughBody: true, headers: { 'Content-Type': 'application/json' } };

/** Discord wants a first reply within 3 s: what takes longer than this says "thinking" first. */
const deferAfter = 1500;

/** Carries the first answer to an interaction to Discord; settles when Discord has it. */
export type Respond = (response: APIInteractionResponse, files: RawFile[]) => Promise<void>;

/** What became of an interaction, for whoever counts. */
export interface AnsweredInteraction {
  readonly kind: Incoming['kind'];
  readonly command: string;
  readonly outcome: 'answered' | 'deferred' | 'failed';
  /** From its arrival until Discord had the first answer, in ms. */
  readonly ms: number;
}

export interface InteractionsLog {
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

export interface InteractionsParts {
  readonly dispatch: Dispatch;
  /** Sends callbacks and follow-ups. Its own client: they do not count towards the limits of the others. */
  readonly rest: REST;
  readonly log: InteractionsLog;
  observe?(answered: AnsweredInteraction): void;
}

/** Answers interactions, whatever they came by. Never throws. */
export interface Interactions {
  /** @param respond by REST if left out */
  handle(interaction: APIInteraction, respond?: Respond): Promise<void>;
  /** Resolves when all that was taken is answered. */
  settled(): Promise<void>;
  /** Sends a first answer by REST, as a transport may whose own way does not fit it. */
  respondByRest(interaction: APIInteraction): Respond;
}

export function createInteractions({ dispatch, rest, log, observe }: InteractionsParts): Interactions {
  const underWay = new Set<Promise<void>>();

  function respondByRest({ id, token }: APIInteraction): Respond {
    const path = Routes.interactionCallback(id, token);
    return async (response, files) => {
      const sent = files.length > 0 ? { body: response, files } : { ...json, body: bytesOf(response) };
      await rest.post(path, { ...sent, auth: false });
    };
  }

  async function complete(incoming: Extract<Incoming, { kind: 'typing' }>, respond: Respond): Promise<void> {
    const choices = (await dispatch.complete(incoming))
      .slice(0, 25)
      .map(({ name, value }) => ({ name: name.slice(0, 100), value: value.slice(0, 100) }));
    await respond({ type: Callback.ApplicationCommandAutocompleteResult, data: { choices } }, []);
  }

  async function answer(interaction: APIInteraction, respond: Respond): Promise<void> {
    const began = performance.now();
    const incoming = incomingOf(interaction);
    if (!incoming) {
      const { id: requestId, type } = interaction;
      log.warn({ requestId, type }, 'an interaction of an unknown type was left alone');
      return;
    }
    const { kind, command } = incoming;
    const noted = async (outcome: AnsweredInteraction['outcome'], responding: Promise<void>) => {
      const told = (became: AnsweredInteraction['outcome']) =>
        observe?.({ kind, command, outcome: became, ms: performance.now() - began });
      await responding.catch((error: unknown) => {
        told('failed');
        throw error;
      });
      told(outcome);
    };
    if (incoming.kind === 'typing') return noted('answered', complete(incoming, respond));
    const answering = dispatch.answer(incoming);
    const first = await withinTime(answering);
    if (first) {
      const { response, files } = firstAnswer(first, incoming);
      return noted('answered', respond(response, files));
    }
    const isPrivate = dispatch.isPrivate(incoming);
    await noted('deferred', respond(deferral(incoming, isPrivate), []));
    await sendLate(rest, interaction, incoming, await answering, isPrivate);
  }

  return {
    respondByRest,

    handle(interaction, respond = respondByRest(interaction)) {
      const answering = answer(interaction, respond)
        .catch((error: unknown) => {
          const mend = 'Discord did not take the answer; if this repeats, check the connection to Discord';
          log.error({ requestId: interaction.id, err: error, mend }, 'an interaction was not answered');
        })
        .finally(() => underWay.delete(answering));
      underWay.add(answering);
      return answering;
    },

    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function withinTime(answer: Promise<Reply>): Promise<Reply | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timeout = setTimeout(late.resolve, deferAfter, undefined);
  const first = await Promise.race([answer, late.promise]);
  clearTimeout(timeout);
  return first;
}

/** "Thinking…", or for a press nothing yet: whether it changes its message is not known before the answer. */
function deferral({ kind }: Incoming, isPrivate: boolean): APIInteractionResponse {
  if (kind === 'press') return { type: Callback.DeferredMessageUpdate };
  const data = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  return { type: Callback.DeferredChannelMessageWithSource, data };
}

/** A deferred reply keeps its visibility; what is for the asker alone must not become public. */
async function sendLate(
  rest: REST,
  { application_id, token }: APIInteraction,
  { kind }: Incoming,
  reply: Reply,
  isPrivate: boolean,
): Promise<void> {
  const { body, files } = messageBody(reply);
  const original = Routes.webhookMessage(application_id, token);
  const auth = false;
  const fillsOriginal = kind === 'press' ? reply.inPlace : !reply.ephemeral || isPrivate;
  if (fillsOriginal) {
    await rest.patch(original, { body: { content: null, ...body }, files, auth });
    return;
  }
  if (kind === 'call') await rest.delete(original, { auth });
  const flags = reply.ephemeral ? { flags: MessageFlags.Ephemeral } : {};
  await rest.post(Routes.webhook(application_id, token), { body: { ...body, ...flags }, files, auth });
}
