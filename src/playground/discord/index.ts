export { type LoopbackDiscord, startDiscord } from './discord.ts';
export { Answer, messageText } from './interactions/answer.ts';
export { NotOffered } from './interactions/options.ts';
export type { Person } from './interactions/payload.ts';
