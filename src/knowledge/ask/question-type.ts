import { anyOf, type Form } from './any-of.ts';
/** What kind of thing would answer the question. */
export type Asks =
  | 'who'
  | 'when'
  | 'until'
  | 'since'
  | 'where'
  | 'why'
  | 'count'
  | 'duration'
  | 'condition'
  | 'yesno'
  | 'what';

/** The first that fits; the text is in small letters, abbreviations spelled out. */
const forms: readonly (readonly [Asks, Form])[] = [
  // "Was he still in office when …?" asks whether.
  [
    'yesno',
    /^(?:is|are|was|were|did|does|has|have|had)\b(?!.*\b(?:who|whom|what|where|why|how|which|(?:until|since|or) when)\b).* when (?:the|they|he|she|it|\w+ (?:\w+ )?(?:was|were|did|took|came|began|ended))\b/,
  ],
  ['yesno', /^(?!.*\b(?:who|whom|whose|what|when|where|why|how|which)\b).* (?:right|correct|true|or not)$/],
  ['yesno', /^(?:so )?(?:is|was) (?:not )?it .*\b(?:who|that)\b/],
  // Why a thing is thought much of asks what it is thought to be.
  [
    'what',
    /\b(?:why|how come|what made)\b.*\b(?:seen|called|considered|regarded|deemed|viewed|important|significant|remarkable|serious|special|matter|big deal)\b/,
  ],
  ['why', /\bwhat (?:\w+ ){0,4}(?:led|caused|drove|moved|got|prompted) (?!to\b|by\b)|\bwhat made \b/],
  [
    'condition',
    anyOf(
      /\b(?:under|on|in) (?:what|which) (?:condition|circumstance|case)s?\b/,
      /\bwhat (?:is|was|were) the conditions? (?:for|of|to)\b/,
      /\bconditional on what\b/,
      /\bwhat (?:would |will )?happens? if\b/,
      /\bwhat (?:could|might|can) (?:lead|result|allow|make|bring|extend|prolong)\b/,
    ),
  ],
  ['until', /\b(?:until|up to) (?:when|what|which)\b|\b(?:when|how long) .*\buntil\b|\bby when\b|^until\b/],
  ['until', /\b(?:planned|supposed|due|meant|scheduled|going) to (?:end|expire|finish|run out)\b/],
  [
    'until',
    /\b(?:planned|scheduled) end\b|\bdeadline\b|\bend date\b|\b(?:last|final) day of\b|\bexpir(?:e|es|ed|y)\b|\b(?:run|ran|runs) out\b/,
  ],
  ['until', /\bshould (?:\w+ ){1,6}have (?:ended|expired|lasted|lapsed|run out|been over)\b/],
  ['until', /\bwhen (?:does|do|will|is)\b.*\b(?:end|expire|over|finish|run out)\b/],
  ['since', /\b(?:since|from) (?:when\b|(?:what|which) \b)/],
  ['duration', /\bhow many (?:days|weeks|months|hours|years)\b/],
  [
    'count',
    anyOf(
      /\bhow many\b/,
      /\bin numbers\b/,
      /\b(?:what|which) (?:percentage|proportion)\b/,
      /\bhow much (?:does|did|do|is|was|has|would|money|cash)\b/,
      /\bhow (?:far|tall|wide|big|large|deep|heavy|high) (?:is|are|was|were)\b/,
      /\b(?:death tolls?|numbers? of|(?:what|which) (?:numbers?|figures?)|body count|casualty figures?|casualties)\b/,
    ),
  ],
  [
    'duration',
    /\bhow long\b|\b(?:duration|length) of\b|\b(?:what|which) (?:time ?)?(?:span|frame|period|stretch)\b/,
  ],
  [
    'when',
    /^(?!(?:what|who|whom|which|why|where|how)\b).*\bwhen\b|\b(?:what|which) (?:\w+ )?(?:day|date|month|year|time)\b|\bdate of\b|\bwhat time\b/,
  ],
  [
    'where',
    /^(?!(?:who|whom|which|why)\b).*\bwhere\b|\b(?:what|which|whose) (?:\w+ )?(?:city|country|place|town|village|district|province|region|location|platform|border)\b/,
  ],
  [
    'why',
    /^(?!(?:who|whom|which|where)\b).*\bwhy\b|^(?!(?:is|are|was|were|did|does|do)\b).*\breasons?\b|\bhow come\b|\bwhat (?:led|made|caused|triggered|prompted|provoked)\b/,
  ],
  [
    'who',
    anyOf(
      /\bwho\b/,
      /\bwhom\b/,
      /\bwhose\b/,
      /\bwhich (?:(?!(?:does|did|do|is|was|were|are|has|have)\b)\w+ ){0,2}(?:group|party|person|minister|official|analyst|side|politician|spokesman|leader|expert|commander|man|woman|individual|general|soldier|fighter|militant|(?:minister|official|analyst|politician|leader|expert|commander)s)\b/,
      /^name (?:the|a|an|one)\b(?!.*\b(?:attacks?|places?|cit(?:y|ies)|dates?)\b)/,
    ),
  ],
  [
    'yesno',
    /^(?:so |and |but |ok |well )*(?:is|are|was|were|do|does|did|has|have|had|can|could|any|will|would|should|am)\b/,
  ],
];

/** "Could you tell me when …" asks when. */
const polite =
  /^(?:(?:can|could|would|will|may|do) (?:you|i|we|anyone|anybody|somebody|someone) )(?:please )?(?:tell|say|explain|know|ask|give|show|remind)(?: (?:me|us))?\b/;

export function asksOf(question: string): Asks {
  const text = question.replace(polite, '').trim();
  if (/^(?:whether|if)\b/.test(text)) return 'yesno';
  const isRelative = /\b(?:what|how|which)\b.*\bwho\b/.test(text);
  return forms.find(([asks, form]) => form.test(text) && !(isRelative && asks === 'who'))?.[0] ?? 'what';
}

const placeKind =
  /\b(?:what|which|whose) (?:(?!(?:is|was|were|are|did|does|do|has|have|had|the|an?)\b)\w+ )?(region|area|city|town|village|district|province|country|capital|building|hotel|venue|house|hall|room|palace|compound|street|school|mosque|airport|embassy|hospital|prison|camp)\b/;

/** "Province" in "which province": the place that answers has to be one. */
export function placeKindOf(text: string): string | undefined {
  return placeKind.exec(text)?.[1];
}

const exactDay = anyOf(
  /\b(?:what|which) (?:exact |precise )?(?:day|date)\b/,
  /\bexact(?:ly)? (?:day|date|when)\b/,
  /\bexactly\b.*\bwhen\b/,
  /\bwhen exactly\b/,
  /\bthe exact (?:day|date)\b/,
);

/** Only an exact day answers these. */
export function asksForDay(text: string): boolean {
  return exactDay.test(text);
}

/** Only a claim that gives at least the month answers these. */
export function asksForMonth(text: string): boolean {
  return /\b(?:what|which) (?:exact |precise )?month\b/.test(text);
}

const hour = anyOf(
  /\b(?:what|which) (?:exact )?(?:time|hour)\b(?! (?:period|span|frame))/,
  /\bwhat (?:is|was) the (?:time|hour)\b/,
  /\bo'?clock\b/,
  /\bwhen exactly (?:on|at)\b/,
);

/** The hour, which few documents give. */
export function asksForHour(text: string): boolean {
  return hour.test(text);
}

const comparing = anyOf(
  /\bcontradict/,
  /\binconsistent\b/,
  /\bconsistent\b/,
  /\bdifferen(?:t|ces?)\b/,
  /\bdiffer(?:s|ed)?\b/,
  /\bcompar(?:e|ed|ing|ison)\b/,
  /\bversus\b/,
  /\blonger\b/,
  /\bshorter\b/,
  /\bthe same\b.* as\b/,
  /\bin common\b/,
  /\bsimilarit/,
  /\b(?:two|both) \w+s\b.*\b(?:same|alike|equal)\b/,
  /\bchanged?\b.*\b(?:position|between|from)\b/,
);

/** Two things side by side, or one at two times. */
export function isComparison(text: string): boolean {
  return comparing.test(text);
}

const relating = anyOf(
  /\b(?:branch|wing|arm|offshoot|faction|chapter|extension|subsidiary|proxy|ally) of\b/,
  /\ballegiance to\b/,
  /\brelat(?:ion|ions|ionship|ed)\b/,
  /\baffiliat/,
  /\ball(?:y|ies|ied)\b/,
  /\b(?:same|separate|identical|distinct) (?:as|group|organi[sz]ation|entit|thing|from|people)/,
  /\bthe same\b/,
  /\b(?:ties?|links?|connection) (?:between|to|with)\b/,
  /\b(?:linked|tied|connected)\b/,
  /\blinks\b.* and\b/,
  /\bone (?:organi[sz]ation|group|entity|movement|body|thing)\b/,
  /\bin common\b/,
  /\bconnect(?:ed|ion)\b/,
  /\bdistinguish/,
  /\bdiffer/,
  /\bpart of\b/,
  /\bone and the same\b/,
  /\bwhat (?:links|connects|binds|ties)\b/,
);

/** How two actors stand to each other. */
export function isRelation(text: string): boolean {
  return relating.test(text);
}

const speech =
  /\b(?:say|said|says|tell|told|claims?|claimed|think|thought|view|views|position|opinion|react\w*|respon\w*|repl(?:y|ied)|comment\w*|warn\w*|urged?|ask(?:s|ed)?|insist\w*|tweet\w*|describ\w*|call(?:s|ed)?|according|announce|deny|denied|accuse|accused|demand|demanded)\b/;

/** What somebody says, thinks or asks for. */
export function asksForWords(text: string): boolean {
  return speech.test(text);
}
