import type { Published } from '../../desk.ts';
import type { PageState } from '../state.ts';
import { api } from './api.ts';
import { button, byId, element } from './dom.ts';

const trouble = { slow: 'Discord is slow', failing: 'Discord fails half the posts', away: 'Discord is away' };

/** The panel beside the chat: publish stories, see what became of them, make trouble. */
export class Newsroom {
  #shown = '';

  /** @param addFeed asks the bot to watch an address */
  constructor(notice: (text: string) => void, addFeed: (url: string) => void) {
    const live = byId<HTMLFormElement>('live');
    live.addEventListener('submit', (event) => {
      event.preventDefault();
      addFeed(String(new FormData(live).get('url')));
      live.reset();
    });
    const form = byId<HTMLFormElement>('own');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const data = new FormData(form);
      const text = (name: string): string => String(data.get(name) ?? '').trim();
      api.publishOwn(text('outlet'), text('title'), text('summary')).then(
        () => form.reset(),
        (error: Error) => notice(error.message),
      );
    });
    const panel = byId('newsroom');
    const toggle = byId('show-newsroom');
    toggle.addEventListener('click', () => {
      const open = panel.classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(open));
      toggle.textContent = open ? 'Back to chat' : 'Newsroom';
    });
  }

  show(state: PageState): void {
    const { outlets, samples, published, switches, bot } = state;
    const text = JSON.stringify([published, switches, bot.running]);
    if (text === this.#shown) return;
    const first = this.#shown === '';
    this.#shown = text;
    if (first) {
      byId('own-outlet').replaceChildren(
        ...outlets.map(({ id, title }) => element('option', { value: id }, title)),
      );
    }
    const focused = document.activeElement?.id;
    byId('samples').replaceChildren(
      ...samples.map((sample) => {
        const outlet = outlets.find(({ id }) => id === sample.outlet)!;
        const entry = published.find((each) => each.sample === sample.id);
        const again = entry !== undefined;
        return element(
          'li',
          {},
          element(
            'div',
            { class: 'row' },
            element('span', { class: 'outlet' }, outlet.title),
            button(again ? 'Published' : 'Publish', () => void api.publish(sample.id), {
              id: `publish-${sample.id}`,
              disabled: again,
              'aria-label': `${again ? 'Published' : 'Publish'}: ${sample.title}`,
            }),
          ),
          element('p', { class: 'title', lang: outlet.lang, dir: 'auto' }, sample.title),
          entry
            ? verdictLine(entry)
            : element('p', { class: 'title expect' }, `Watch for: ${sample.expect}.`),
        );
      }),
    );
    const own = published.filter(({ sample }) => sample === undefined);
    byId('published').replaceChildren(
      ...own.map((entry) =>
        element(
          'li',
          {},
          element('span', { class: 'outlet' }, entry.outlet),
          element('p', { class: 'title', dir: 'auto' }, entry.title),
          verdictLine(entry),
        ),
      ),
    );
    byId('trouble').replaceChildren(
      ...Object.entries(trouble).map(([name, label]) => {
        const on = switches.some((each) => each === name);
        return button(label, () => void api.flip(name, !on), {
          id: `switch-${name}`,
          'aria-pressed': String(on),
        });
      }),
      button(bot.running ? 'Kill the bot' : 'Start the bot', () => void api.bot(!bot.running), {
        id: 'bot-power',
        'aria-pressed': String(!bot.running),
      }),
    );
    if (focused) document.getElementById(focused)?.focus();
  }
}

/** What the classifier made of it, and why. */
function verdictLine({ verdict }: Published): HTMLElement {
  if (!verdict) return element('p', { class: 'title verdict' }, 'The classifier is reading…');
  const made = verdict.alert ? `Alert: ${verdict.topic.replace('_', ' ')}` : 'No alert';
  return element('p', { class: 'title verdict' }, element('b', {}, made), `. ${verdict.reasons.join('; ')}.`);
}
