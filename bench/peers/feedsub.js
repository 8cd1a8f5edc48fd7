import FeedSub from 'feedsub';

// As its README shows: one reader a feed, which takes its interval in minutes.
const [interval, ...urls] = process.argv.slice(2);
for (const url of urls) {
  const reader = new FeedSub(url, { interval: Number(interval) / 60_000 });
  reader.on('error', () => {});
  reader.on('item', ({ title, link }) => process.send({ title, link, at: Date.now() }));
  reader.start(true);
}
