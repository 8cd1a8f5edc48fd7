import RssFeedEmitter from 'rss-feed-emitter';

// As its README shows: one `add` a feed. With skipFirstLoad, this version never emits; what is listed at the start
// comes too.
const [interval, ...urls] = process.argv.slice(2);
const emitter = new RssFeedEmitter();
emitter.on('error', () => {});
emitter.on('new-item', ({ title, link }) => process.send({ title, link, at: Date.now() }));
for (const url of urls) emitter.add({ url, refresh: Number(interval) });
