export type { LoopbackDiscord } from './discord.ts';
export { messageText } from './interactions/answer.ts';
export { NotOffered } from './interactions/options.ts';
export { startDiscord } from './start.ts';
