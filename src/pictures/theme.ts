/** Colours on a ground of its own, so that it reads alike in Discord's dark and light themes. */
export const colour = {
  ground: '#1e1f22',
  grid: '#3a3c42',
  text: '#f2f3f5',
  quiet: '#b5bac1',
  ceasefire: '#2fbf9b',
  talks: '#8ab4ff',
  attack: '#ff8a5c',
  killing: '#d3d6db',
  strike: '#f0d860',
  operation: '#c79bff',
  ended: '#8a8f98',
} as const;

/** In pixels of a picture 1,200 wide: a phone shows it a third as large, so nothing is set smaller than 28. */
export const size = {
  width: 1200,
  margin: 36,
  title: 40,
  longTitle: 32,
  label: 30,
  small: 28,
} as const;
