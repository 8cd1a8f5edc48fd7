/** Words of questions in Urdu, script and romanised. Longer forms come first where one begins another. */
const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'kab tak': 'until when',
    'کب تک': 'until when',
    'kab se': 'since when',
    'کب سے': 'since when',
    kab: 'when',
    کب: 'when',
    'kis ne': 'who',
    'کس نے': 'who',
    'kis din': 'when',
    'kis tarikh': 'when',
    'کس دن': 'when',
    'kis ki': 'who',
    'kis ke': 'who',
    'کس کی': 'who',
    'کس کے': 'who',
    kisne: 'who',
    kaun: 'who',
    kon: 'who',
    koun: 'who',
    کون: 'who',
    'kaun hai': 'who is',
    'kaun hain': 'who are',
    'kon hai': 'who is',
    'kon hain': 'who are',
    'koun hai': 'who is',
    'کون ہے': 'who is',
    'کون ہیں': 'who is',
    'کون تھا': 'who was',
    'کون تھے': 'who were',
    'kya hai': 'what is',
    'کیا ہے': 'what is',
    kya: 'is',
    kia: 'is',
    کیا: 'is',
    kahan: 'where',
    kahaan: 'where',
    کہاں: 'where',
    kyun: 'why',
    kyon: 'why',
    کیوں: 'why',
    kitne: 'how many',
    kitney: 'how many',
    کتنے: 'how many',
    'jang bandi': 'ceasefire',
    jangbandi: 'ceasefire',
    'جنگ بندی': 'ceasefire',
    'jung bandi': 'ceasefire',
    'seez fire': 'ceasefire',
    'سیز فائر': 'ceasefire',
    sulah: 'truce',
    صلح: 'truce',
    salisi: 'mediation',
    saalsi: 'mediation',
    ثالثی: 'mediation',
    salis: 'mediator',
    'ek hi': 'the same',
    'ایک ہی': 'the same',
    ثالث: 'mediator',
    muzakrat: 'talks',
    mazakrat: 'talks',
    muzakraat: 'talks',
    مذاکرات: 'talks',
    shuru: 'start',
    شروع: 'start',
    khatam: 'end',
    ختم: 'end',
    elan: 'announce',
    ailan: 'announce',
    اعلان: 'announce',
    nafiz: 'in effect',
    نافذ: 'in effect',
    jari: 'in effect',
    جاری: 'in effect',
    barqarar: 'in effect',
    برقرار: 'in effect',
    qaim: 'in effect',
    qayam: 'in effect',
    قائم: 'in effect',
    'chal rahi': 'in effect',
    'chal raha': 'in effect',
    'چل رہی': 'in effect',
    'چل رہا': 'in effect',
    tausee: 'extension',
    توسیع: 'extension',
    'abhi bhi': 'still',
    'ab bhi': 'still',
    'abhi tak': 'still',
    'ab tak': 'still',
    'اب بھی': 'still',
    'ابھی بھی': 'still',
    'ابھی تک': 'still',
    'اب تک': 'still',
    abhi: 'now',
    ab: 'now',
    ابھی: 'now',
    aaj: 'today',
    آج: 'today',
    اب: 'now',
    hamla: 'attack',
    hamlay: 'attacks',
    حملہ: 'attack',
    حملے: 'attacks',
    bayat: 'allegiance',
    بیعت: 'allegiance',
    'fazai hamla': 'airstrike',
    'fazai hamle': 'airstrike',
    'fazai hamlay': 'airstrike',
    'fazai hamlon': 'airstrikes',
    'فضائی حملہ': 'airstrike',
    'فضائی حملے': 'airstrike',
    'فضائی حملوں': 'airstrikes',
    'khilaf warzi': 'violation',
    'خلاف ورزی': 'violation',
    tori: 'broke',
    tora: 'broke',
    todi: 'broke',
    توڑی: 'broke',
    توڑا: 'broke',
    karai: 'mediated',
    karwai: 'mediated',
    karayi: 'mediated',
    karwayi: 'mediated',
    کرائی: 'mediated',
    کروائی: 'mediated',
    sarbarah: 'leader',
    سربراہ: 'leader',
    ameer: 'leader',
    امیر: 'leader',
    yakam: '1',
    yakum: '1',
    یکم: '1',
    moqaf: 'position',
    موقف: 'position',
    log: 'people',
    لوگ: 'people',
    afrad: 'people',
    افراد: 'people',
    'mare gaye': 'killed',
    'maare gaye': 'killed',
    'مارے گئے': 'killed',
    barhai: 'extended',
    بڑھائی: 'extended',
    halak: 'killed',
    ہلاک: 'killed',
    hukumat: 'government',
    حکومت: 'government',
    tarjuman: 'spokesman',
    ترجمان: 'spokesman',
    mutalba: 'demand',
    مطالبہ: 'demand',
    qaidi: 'prisoners',
    قیدی: 'prisoners',
    'ke darmiyan': 'between',
    darmiyan: 'between',
    درمیان: 'between',
    جنوری: 'January',
    فروری: 'February',
    مارچ: 'March',
    اپریل: 'April',
    مئی: 'May',
    جون: 'June',
    جولائی: 'July',
    اگست: 'August',
    ستمبر: 'September',
    اکتوبر: 'October',
    نومبر: 'November',
    دسمبر: 'December',
  }),
);

/** Particles and auxiliaries, which a bag of words can do without. */
const dropped = new Set(
  (
    'ka ki ke ko ne mein main me par se bhi tha thi the hai hain ho hua hui huye huay raha rahi rahe tak aur ya gaya gayi gaye ' +
    'kiya kis kisi jo ye yeh wo woh wala wali wale ' +
    'والا والی والے کا کی کے کو نے میں پر سے بھی تھا تھی تھے ہے ہیں ہو ہوا ہوئی ہوئے رہا رہی تک اور یا گیا گئی گئے کیا کس یہ وہ کیلئے لیے'
  ).split(' '),
);

/** Romanised words that English does not have: two of them, or one beside Urdu terms, make a question Urdu. */
const markers = new Set(
  (
    'kab kya kia kaun kon koun kisne hai hain tha thi mein bhi jang jung bandi jangbandi salisi saalsi muzakrat kahan kyun kyon ' +
    'kitne abhi aaj ki ke ko ne elan khatam shuru'
  ).split(' '),
);

const longest = 3;

/** Words with Urdu ones put into English; words of an English question stay as they are. */
export function fromUrdu(words: readonly string[]): { words: readonly string[]; isUrdu: boolean } {
  const script = words.some((word) => /\p{Script=Arabic}/u.test(word));
  const romanised = new Set(words.map(bare).filter((word) => markers.has(word)));
  if (!script && romanised.size < 2) return { words, isUrdu: false };
  const english: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [length, phrase] = phraseAt(words, at);
    if (phrase !== undefined) english.push(phrase);
    else if (!dropped.has(bare(words[at] ?? ''))) english.push(words[at] ?? '');
    at += length;
  }
  return { words: english.join(' ').split(' ').filter(Boolean), isUrdu: true };
}

function phraseAt(
  words: readonly string[],
  at: number,
): readonly [length: number, english: string | undefined] {
  for (let length = longest; length > 0; length--) {
    const part = words.slice(at, at + length);
    if (part.length < length) continue;
    const phrase = phrases.get(part.map(bare).join(' '));
    if (phrase !== undefined) return [length, phrase];
  }
  return [1, undefined];
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
