import type { Item } from './outlets.ts';

/** An RSS 2.0 document. @param base address under which the items' own pages stand */
export function rss(channel: { title: string; lang: string }, items: readonly Item[], base: string): string {
  const entries = items.map(
    ({ slug, link, title, summary, published }) => `<item>
<title>${escapeXml(title)}</title>
<link>${escapeXml(link)}</link>
<guid isPermaLink="true">${base}/${slug}</guid>
<pubDate>${new Date(published).toUTCString()}</pubDate>
<description>${escapeXml(summary)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${escapeXml(channel.title)}</title>
<link>${base}</link>
<description>Sample stories of the playground; nothing here is news.</description>
<language>${channel.lang}</language>
${entries.join('\n')}
</channel></rss>
`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
