/** The walls of docs/architecture.md: which room may import what. */
const shared = '^src/[^/]+\\.ts$|^src/schema/';
const notShared = '^src/(app|main|settings)\\.ts$';

/** A room may import itself, shared shapes, and what else is listed. */
function wall(room, { rooms = [], files = [], packages = [], except = [] } = {}) {
  const own = room === 'commands' ? '^commands/' : `^src/${room}/`;
  const local = [own, shared, ...rooms.map((other) => `^src/${other}(/|\\.ts$)`), ...files].join('|');
  const outside = packages.length ? `node_modules/(${packages.join('|')})(/|$)` : '^$';
  return [
    {
      name: `wall-${room}`,
      comment: `src/${room} may import: itself, shared shapes${rooms.length ? `, ${rooms.join(', ')}` : ''}`,
      severity: 'error',
      from: { path: own, pathNot: except },
      to: { path: '^(src|commands|config|test)/', pathNot: local },
    },
    {
      name: `packages-${room}`,
      comment: `src/${room} may use these packages: ${packages.join(', ') || 'none'}`,
      severity: 'error',
      from: { path: own, pathNot: except },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: outside },
    },
    {
      name: `shared-not-app-${room}`,
      comment: 'only the composition root reads settings and builds the app',
      severity: 'error',
      from: { path: own },
      to: { path: notShared },
    },
  ];
}

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...wall('knowledge', {
      packages: ['temporal-polyfill', 'chrono-node', 'minisearch', 'stemmer', '@leeoniya/ufuzzy', 'zod'],
    }),
    ...wall('news', { packages: ['temporal-polyfill'] }),
    ...wall('feeds', {
      packages: ['undici', 'ipaddr\\.js', 'rss-parser', 'feedsmith', 'htmlparser2', 'iconv-lite'],
    }),
    ...wall('storage', { packages: ['keyv', '@keyv/redis'] }),
    ...wall('queue', { packages: ['bullmq', 'ioredis'] }),
    ...wall('coordination', { packages: ['ioredis'] }),
    ...wall('pictures', { packages: ['@resvg/resvg-js', '@expo-google-fonts'] }),
    ...wall('alerts', { rooms: ['knowledge', 'news'], packages: ['temporal-polyfill'] }),
    ...wall('digest', { rooms: ['knowledge', 'news', 'alerts'], packages: ['temporal-polyfill'] }),
    ...wall('commands', {
      rooms: ['knowledge', 'news', 'alerts', 'digest', 'feeds'],
      packages: ['temporal-polyfill'],
    }),
    // An adapter imports the ports that it implements.
    ...wall('discord', {
      files: ['^src/alerts/(messenger|channel-access)\\.ts$'],
      packages: ['discord\\.js', '@discordjs', '@sapphire/snowflake', 'discord-api-types'],
    }),
    ...wall('playground', {
      packages: [
        'ws',
        '@types/ws',
        'discord-api-types',
        'discord-api-spec',
        'zod',
        'esbuild',
        '@skyra/discord-components-core',
      ],
    }),
    {
      name: 'one-place-loads-discord-js',
      comment: 'src/discord/discord-js.ts loads the parts of it that the bot runs on, not the whole',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/discord/discord-js\\.ts$' },
      to: { path: 'node_modules/(discord\\.js|@discordjs|@sapphire)/' },
    },
    {
      name: 'one-place-serves-http',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/app/server\\.ts$' },
      to: { path: 'node_modules/fastify(/|$)' },
    },
    {
      name: 'one-place-knows-prometheus',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/app/metrics\\.ts$' },
      to: { path: 'node_modules/prom-client(/|$)' },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'knowledge and news are pure: no input, no output, no clock of their own',
      severity: 'error',
      from: { path: '^src/(knowledge|news)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'playground-stands-alone',
      comment: 'the stand-in for Discord shares no code with the bot',
      severity: 'error',
      from: { path: '^src/playground/' },
      to: { path: '^(src|commands)/', pathNot: '^src/playground/' },
    },
    {
      name: 'no-dev-packages-in-the-bot',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/playground/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-roots',
      severity: 'error',
      from: { pathNot: '^(src/(app|main)\\.ts|src/(app|cli)/|test/|scripts/|bench/)' },
      to: { path: '^src/(app/|(app|main)\\.ts$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
