/**
 * Adds to the components' own styles, which a page's style sheet can't reach: readable contrast, wider
 * pictures, room for Nastaliq.
 */
const additions: Readonly<Record<string, string>> = {
  'discord-message': `
    .discord-message-timestamp, .discord-message-edited, .discord-message-ephemeral { color: var(--dim) !important; }
    .discord-message-edited { font-size: 11px; }
    .discord-message-ephemeral-link { color: var(--link) !important; cursor: pointer; }
    .discord-message-inner { min-width: 0; }
    .discord-message-content { min-width: 0; }`,
  'discord-embed': `
    .discord-embed-title a { color: var(--link) !important; }
    .discord-embed-title { line-height: 1.4; }
    .discord-embed-title:dir(rtl) { line-height: 2; }
    .discord-embed-image { max-width: 100% !important; max-height: 420px; cursor: zoom-in; }
    .discord-embed-image:focus-visible { outline: 2px solid var(--accent); }`,
  'discord-embed-footer': ':host { color: var(--dim) !important; }',
  'discord-embed-description': ':host { line-height: 1.4; }',
  'discord-embed-field': ':host { line-height: 1.4; }',
  'discord-mention': ':host { color: var(--mention) !important; }',
  'discord-command': `
    .discord-slash-command-name { color: var(--link) !important; background: var(--field) !important; }
    .discord-replied-message-username { opacity: 1 !important; }
    :host { color: var(--dim) !important; }`,
};

const sheets = new Map(
  Object.entries(additions).map(([tag, css]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [tag, sheet];
  }),
);

/** To be called once `node` is in the page. Resolves when all within it is drawn. */
export async function restyle(node: HTMLElement): Promise<void> {
  const all = [node, ...node.querySelectorAll<HTMLElement>('*')];
  await Promise.all(
    all.map(async (each) => {
      await (each as { updateComplete?: Promise<unknown> }).updateComplete;
      const sheet = sheets.get(each.localName);
      if (sheet && each.shadowRoot) each.shadowRoot.adoptedStyleSheets.push(sheet);
    }),
  );
}
