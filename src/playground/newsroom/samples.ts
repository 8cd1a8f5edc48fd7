/** A story one can publish with a button, and what to watch for. */
export interface Sample {
  readonly id: string;
  /** Its id. */
  readonly outlet: string;
  /** Samples of one slug and outlet are versions of one item. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** What the bot should do with it. */
  readonly expect: string;
}

/** Our own wording. The extension retells May 2022 as if it were today. */
export const samples: readonly Sample[] = [
  {
    id: 'extension-wire',
    outlet: 'sample-wire',
    slug: 'truce-extended',
    title: 'TTP says its ceasefire with Pakistan is extended until 30 May',
    summary:
      'The Tehreek-e-Taliban Pakistan said in a statement that its ceasefire with the Pakistani government will hold until 30 May while talks go on in Kabul.',
    expect: 'one alert',
  },
  {
    id: 'extension-daily',
    outlet: 'sample-daily',
    slug: 'ttp-truce-30-may',
    title: 'Pakistani Taliban prolong truce to 30 May as Kabul talks continue',
    summary:
      'The banned TTP has prolonged its truce with Islamabad to 30 May, its spokesman said, with negotiations under way in Kabul.',
    expect: 'the same alert, edited within a minute: a second outlet',
  },
  {
    id: 'extension-urdu',
    outlet: 'sample-urdu',
    slug: 'jang-bandi-tausee',
    title: 'کالعدم ٹی ٹی پی نے پاکستان کے ساتھ جنگ بندی میں 30 مئی تک توسیع کر دی',
    summary:
      'کالعدم تحریک طالبان پاکستان نے ایک بیان میں کہا ہے کہ حکومت پاکستان کے ساتھ جنگ بندی میں 30 مئی تک توسیع کی گئی ہے اور کابل میں مذاکرات جاری ہیں۔',
    expect: 'the same alert, edited within a minute: a third outlet, in Urdu',
  },
  {
    id: 'correction',
    outlet: 'sample-wire',
    slug: 'truce-extended',
    title: 'Correction: TTP says its ceasefire with Pakistan is extended until 30 May',
    summary:
      'Corrected: an earlier version of this report gave the wrong place for the talks. The Tehreek-e-Taliban Pakistan said that its ceasefire with the Pakistani government will hold until 30 May.',
    expect: 'no new alert; the first one shows that it was corrected',
  },
  {
    id: 'truce-ended',
    outlet: 'sample-daily',
    slug: 'truce-called-off',
    title: 'Outlawed TTP calls off truce after operation in North Waziristan',
    summary: 'A spokesman for the militants told reporters that fighters were free to strike.',
    expect: 'an alert of its own: the truce has ended',
  },
  {
    id: 'border-truce',
    outlet: 'sample-wire',
    slug: 'border-truce',
    title: 'Pakistan and Afghanistan agree on a truce after border clashes at Torkham',
    summary:
      'Pakistani and Afghan border forces agreed to stop firing at the Torkham crossing after two days of clashes, officials of both countries said.',
    expect: 'no alert: two states at a border, not the TTP',
  },
  {
    id: 'tlp-talks',
    outlet: 'sample-daily',
    slug: 'tlp-talks',
    title: 'Government and TLP hold talks to end the sit-in',
    summary:
      'Ministers and leaders of Tehreek-e-Labbaik Pakistan held talks on ending the sit-in on the highway to Islamabad.',
    expect: 'no alert: another party with a similar name',
  },
  {
    id: 'cyber-ttps',
    outlet: 'sample-wire',
    slug: 'cyber-ttps',
    title: 'Security firm maps new TTPs of ransomware gang; no truce in sight',
    summary:
      'The report lists tactics, techniques and procedures (TTPs) that the ransomware group used against banks this year.',
    expect: 'no alert: TTPs are techniques here',
  },
];
