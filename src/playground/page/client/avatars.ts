/* Before the components load: their own default pictures stand at an address outside. */
Object.assign(globalThis, {
  $discordMessage: {
    avatars: {
      default: '/person.svg',
      bot: '/bot.svg',
      person: '/person.svg',
      ...Object.fromEntries(
        ['blue', 'gray', 'green', 'orange', 'red', 'pink'].map((name) => [name, '/person.svg']),
      ),
    },
    defaultBackground: 'none',
  },
});
