const asksWeekday = /\bweekday\b|\bday of (?:the )?week\b|\bwhich day in the week\b/;
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const day = new RegExp(`(?<!day,? )\\b(\\d{1,2}) (${months.join('|')}) (\\d{4})\\b`, 'g');

/** @param text of a question, in small letters */
export function asksForWeekday(text: string): boolean {
  return asksWeekday.test(text);
}

/** Every full date of an answer with its day of the week, which the calendar gives. */
export function withWeekdays(answer: string): string {
  return answer.replace(day, (date, of: string, month: string, year: string) => {
    const at = new Date(Date.UTC(Number(year), months.indexOf(month), Number(of)));
    return `${names[at.getUTCDay()]}, ${date}`;
  });
}
