import type { Move } from '../../clock.ts';
import { api } from './api.ts';
import { button, byId } from './dom.ts';

const labels: readonly (readonly [Move, string])[] = [
  ['hour', '+1 hour'],
  ['digest', 'To the next digest'],
  ['now', 'To now'],
];
const words = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Karachi',
  dateStyle: 'medium',
  timeStyle: 'medium',
});
let ahead = 0;

/** The bot's time, UTC ms. */
export function botTime(): number {
  return Date.now() + ahead;
}

/** Shows the time as it goes by, and the buttons that move it. */
export function drawClock(notice: (text: string) => void): void {
  byId('moves').replaceChildren(
    ...labels.map(([to, label]) =>
      button(label, () => void api.move(to).catch((error: Error) => notice(error.message)), {
        id: `move-${to}`,
      }),
    ),
  );
  setInterval(showTime, 1000);
}

/** @param by how many ms the bot's clock is ahead of the system's */
export function setClock(by: number): void {
  ahead = by;
  byId<HTMLButtonElement>('move-now').disabled = ahead >= 0;
  showTime();
}

function showTime(): void {
  byId('time').textContent = `${words.format(botTime())}, Karachi time`;
}
