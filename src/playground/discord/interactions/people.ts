import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponent,
  ApplicationIntegrationType,
  ButtonStyle,
  ComponentType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { Channel, StoredMessage } from '../world/records.ts';
import { Answer } from './answer.ts';
import { chooseCommand, commandData, NotOffered, type OptionValues } from './options.ts';
import { interactionPayload, type Person } from './payload.ts';
import { type InteractionKind, PendingInteraction } from './pending.ts';

/** How an interaction reaches the bot. */
export type Deliver = (payload: APIInteraction) => void;

/** What people do in their client. Each deed resolves to what they then see. */
export class People {
  readonly #core: Core;
  readonly #deliver: Deliver;

  constructor(core: Core, deliver: Deliver) {
    this.#core = core;
    this.#deliver = deliver;
  }

  /**
   * Uses a slash command, with subcommands behind spaces: `command(person, 'alerts subscribe', { channel })`.
   * Resolves when an answer stands there (a deferred one: when it has been filled), or when it failed.
   * @throws NotOffered if Discord's client would not let this person send it
   */
  async command(person: Person, name: string, options: OptionValues = {}): Promise<Answer> {
    const channel = this.#channel(person);
    const chosen = chooseCommand(this.offered(person), name);
    const data = commandData(chosen, options, person.user, channel.guild, this.#core);
    return this.#send('command', person, channel, InteractionType.ApplicationCommand, { data });
  }

  /** What the bot proposes for the option `focused`, of which the value so far is in `options`. */
  async complete(person: Person, name: string, focused: string, options: OptionValues): Promise<Answer> {
    const channel = this.#channel(person);
    const chosen = chooseCommand(this.offered(person), name);
    const option = chosen.options.find((each) => each.name === focused);
    if (!option || !('autocomplete' in option && option.autocomplete)) {
      throw new NotOffered(`${focused} does not complete`);
    }
    const values = { ...options, [focused]: options[focused] ?? '' };
    const data = commandData(chosen, values, person.user, channel.guild, this.#core, focused);
    return this.#send('autocomplete', person, channel, InteractionType.ApplicationCommandAutocomplete, {
      data,
    });
  }

  /** Presses a button, found by its custom id or its label. */
  async press(person: Person, message: string, button: string): Promise<Answer> {
    const found = this.#component(person, message, (component) => {
      if (component.type !== ComponentType.Button || component.style === ButtonStyle.Link) return false;
      return (
        ('custom_id' in component && component.custom_id === button) ||
        ('label' in component && component.label === button)
      );
    });
    const data = { component_type: ComponentType.Button, custom_id: found.customId, id: found.id };
    return this.#act(person, found, data);
  }

  /** Chooses values in a select, found by its custom id or its placeholder. */
  async choose(person: Person, message: string, select: string, values: readonly string[]): Promise<Answer> {
    const found = this.#component(person, message, (component) => {
      if (component.type !== ComponentType.StringSelect) return false;
      if (component.custom_id !== select && component.placeholder !== select) return false;
      const known = component.options.map(({ value }) => value);
      return values.every((value) => known.includes(value));
    });
    const data = {
      component_type: ComponentType.StringSelect,
      custom_id: found.customId,
      id: found.id,
      values,
    };
    return this.#act(person, found, data);
  }

  /** The commands that this person's client lists here. */
  offered(person: Person): APIApplicationCommand[] {
    const { world } = this.#core;
    const channel = this.#channel(person);
    const guild = channel.guild ? world.guilds.get(channel.guild) : undefined;
    const permissions = world.permissions(channel, person.user);
    return world.commandsIn(channel.guild).filter((command) => {
      const { contexts, integration_types: types, default_member_permissions: needed } = command;
      const context = guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
      if (contexts && !contexts.includes(context)) return false;
      if (guild && !guild.hasBot && !types?.includes(ApplicationIntegrationType.UserInstall)) return false;
      const bits = BigInt(needed ?? '0');
      return !guild || (permissions & bits) === bits;
    });
  }

  #channel({ channel: id, user }: Person): Channel {
    const channel = this.#core.world.channels.get(id);
    const visible = channel && this.#core.world.permissions(channel, user) & PermissionFlagsBits.ViewChannel;
    if (!channel || !visible) throw new NotOffered('no such channel');
    return channel;
  }

  #component(person: Person, id: string, fits: (component: APIMessageComponent) => boolean) {
    const channel = this.#channel(person);
    const stored = channel.messages.get(id);
    if (!stored || (stored.visibleTo !== undefined && stored.visibleTo !== person.user)) {
      throw new NotOffered('no such message');
    }
    const components = componentsOf(stored.api);
    const component = components.find(fits);
    if (!component || !('custom_id' in component)) {
      const known = components.map((each) => ('custom_id' in each ? each.custom_id : 'link')).join(', ');
      throw new NotOffered(`no such button or choice under the message; there are: ${known}`);
    }
    if ('disabled' in component && component.disabled) throw new NotOffered('it is disabled');
    return { stored, channel, customId: component.custom_id, id: component.id };
  }

  #act(person: Person, found: { stored: StoredMessage; channel: Channel }, data: object) {
    const particular = { data, message: found.stored.api };
    const type = InteractionType.MessageComponent;
    return this.#send('component', person, found.channel, type, particular, found.stored);
  }

  #send(
    kind: InteractionKind,
    person: Person,
    channel: Channel,
    type: InteractionType,
    particular: object,
    source?: StoredMessage,
  ): Promise<Answer> {
    const payload = interactionPayload(person, channel, type, particular, this.#core);
    const at = this.#core.world.now();
    const common = { payload, kind, channel, user: person.user, at };
    const pending = new PendingInteraction(source ? { ...common, source } : common);
    this.#core.interactions.add(pending);
    const settled = new Promise<Answer>((resolve) => {
      const late = setTimeout(() => {
        if (pending.callback !== undefined) return;
        pending.failed = true;
        pending.changed();
      }, this.#core.settings.answerWithin);
      pending.on('change', () => {
        if (pending.callback !== undefined) clearTimeout(late);
        if (pending.settled) resolve(new Answer(pending));
      });
    });
    this.#deliver(payload);
    return settled;
  }
}

function componentsOf(message: APIMessage): APIMessageComponent[] {
  const flat = (components: readonly APIMessageComponent[]): APIMessageComponent[] =>
    components.flatMap((component) =>
      'components' in component ? flat(component.components as APIMessageComponent[]) : [component],
    );
  return flat(message.components ?? []);
}
