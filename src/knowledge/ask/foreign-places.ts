/** Countries by their names in a language (CLDR, through Intl), those of one word. */
export function countries(language = 'en'): readonly string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found: string[] = [];
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second)?.toLowerCase();
      if (name !== undefined && /^\p{L}+$/u.test(name)) found.push(name);
    }
  }
  return found;
}

/** Of a people or a country: the forms that a country's name does not give. */
const peoples =
  'american british chinese french german greek indian iranian iraqi israeli jewish kashmiri kurdish lebanese libyan ' +
  'palestinian russian saudi serbian somali sudanese syrian turkish ukrainian yemeni korean japanese armenian azeri ' +
  'azerbaijani georgian ethiopian eritrean congolese rwandan colombian venezuelan cuban mexican cyprus kosovo korea ' +
  'taiwan tibet palestine gaza bosnia myanmar rohingya burma england britain scotland ireland america europe africa';

/** The same in Urdu script, of what is no country of CLDR. */
const peoplesInUrdu =
  'فلسطین فلسطینی غزہ کشمیر کشمیری بھارتی اسرائیلی ایرانی روسی یوکرینی امریکا انڈیا برطانیہ';

/** Names of other countries and peoples; whichever of them a dataset uses is no stranger to it. */
export const foreignPlaces: ReadonlySet<string> = new Set([
  ...countries(),
  ...countries('ur'),
  ...peoples.split(' '),
  ...peoplesInUrdu.split(' '),
]);

const countryNames = new Set(countries());

export function isCountry(name: string): boolean {
  return countryNames.has(name.toLowerCase());
}
