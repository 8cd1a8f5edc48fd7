/** Words of several parts that mean one thing, written as one. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bcease[- ]fires?\b/g, 'ceasefire'],
  [/\bin (?:what|which) (?:terms|words|language|way|manner|fashion)\b/g, 'how'],
  [/\bhow big a (?:deal|thing|step|matter)\b/g, 'how serious'],
  [
    /\bwhere (?:the|these|those|both) (?:two )?(?:countries|states|neighbours|neighbors|nations) (?:meet|touch)\b/g,
    'border',
  ],
  [/\b(?:br[io](?:ng|ught)|brings) back\b(?! to\b)/g, 'renewed'],
  [/\bgood offices\b/g, 'mediation'],
  [/\b(?:bring|brings|brought|bringing) ((?:\w+ ){0,5})together\b/g, 'mediated $1'],
  [/\b(?:stands?|stood|is|was|were|are) at (?:the )?(?:top|head|helm) of\b/g, 'leads'],
  [
    /\b(?:tells?|told|telling|inform(?:s|ed)?) the (?:nation|public|country|world|press|media)\b/g,
    'announced',
  ],
  [/\b(?:hold|held|holds|holding) (?:its|it is|their|his|the) fire\b/g, 'ceasefire'],
  [/\b(?:lay|lays|laid|laying) (\w+ )?open\b/g, 'disclosed $1'],
  [/\b(?:go|goes|went|gone|going) wrong\b/g, 'failed'],
  [/\bbones? of contention\b/g, 'friction'],
  [/\b(?:paves?|paved|paving|opens?|opened) (?:(?:the|a) )?(?:way|door|path) (?:to|for)\b/g, 'result in'],
  [/\b(?:came|come|comes|coming) under (?:fire|attack) (?=(?:from|by|at|beyond|across)\b)/g, 'targeted '],
  [/\b(?:going|judging) by\b|\bif (?:one|you|we) (?:believes?|trusts?)\b/g, 'according to'],
  [/\btoo? (?:early|soon)\b|\bjump(?:ing)? to conclusions?\b/g, 'premature'],
  [/\b(?:break|broke|broken) off\b/g, 'breakdown'],
  [/\bat peace\b/g, 'in ceasefire'],
  [/\bblamed? for\b/g, 'responsible for'],
  [/\b(?:shot|fired|shoots?|shooting|fires?|firing) (?:at|on|upon)\b/g, 'targeted'],
  [/\bwhat (is|was) (.*\b(?:leader|chief|commander|spokesman|minister)s?) names?$/g, 'who $1 $2'],
  [
    /\bwho (?:is|was) (?:running|governing|leading|in charge of|at the helm of) (?!the (?:talks|negotiations|group))/g,
    'who leader of ',
  ],
  [/\bhow (did|do|does) (.*) (?:justif(?:y|ied)|defend)\b/g, 'why $1 $2'],
  [
    /\b(?:best )?(?:bffs?|buddies|mates|pals|chums|friends|allies|foes|enemies|rivals) or\b|\bfriends? or foes?\b/g,
    'related or',
  ],
  [/\bhow many lives did (.*) (?:cost|claim|take)\b/g, 'how many people did $1 kill'],
  [/\b(platform did .*) (?:write|post)\b/g, '$1 say'],
  [/\bcost (?=(?:\w+ ){0,3}lives\b)/g, 'killed '],
  [/\b(?:body|death) count\b/g, 'death toll'],
  [/\bin whose hands\b|\bunder whose (?:control|rule)\b|\bwho (?:controlled|ruled|ran)\b/g, 'who takepower'],
  [
    /\b(?:plan(?:s|ned|ning)?|plott?(?:s|ed|ing)?|orchestrat(?:e|es|ed|ing)|order(?:s|ed|ing)?|devis(?:e|ed)) (?=(?:\w+ ){0,4}(?:attacks?|assaults?|raids?|massacre|shooting|bombings?|murder|airstrikes?|killings?)\b)/g,
    'mastermind ',
  ],
  [/\b(?:best|most)[- ](?:known|famous|notorious)\b/g, ''],
  [/\bair[- ](strike|raid)s?\b/g, 'airstrike'],
  [/\bgo[- ]between\b/g, 'gobetween'],
  [/\bsafe[- ]havens?\b/g, 'shelter'],
  [/\bcounter[- ]?attack(s?)\b/g, 'counterattack$1'],
  [/\bnorth[- ]west(ern)?\b/g, 'northwest'],
  [
    /\b(?:lay|laid|laying|put|putting|set|setting|drop|dropping|dropped|throw|throwing|threw|give|giving|gave) (?:down |away |up |aside |in )?(?:the |their |its |his )?(?:arms|weapons|guns|rifles)\b/g,
    'laydown',
  ],
  [
    /\b(?:c[ao]mes?|coming|return(?:s|ed|ing)?|regain(?:s|ed|ing)?|seiz(?:e|es|ed|ing)|tak(?:e|es|ing)|took|swept|rose) (?:back )?(?:to |in )?(?:power|control)\b/g,
    'takepower',
  ],
  [/\b(?:take|takes|took|taken|taking) over\b/g, 'takepower'],
  [/\btakeover\b/g, 'takepower'],
  [/\b(?:come|came|coming|comes|went|go|goes|enter(?:s|ed)?) into (?:effect|force)\b/g, 'takeeffect'],
  [/\b(?:take|takes|took|taking) effect\b/g, 'takeeffect'],
  [/\b(?:break|broke|breaks|breaking|fall|fell) (?:down|apart)\b/g, 'breakdown'],
  [/\bpeace (?=talks?|negotiations?|dialogue|deals?|agreements?|process)/g, ''],
  [/\brole (?=.*\b(?:talks?|negotiations?|round|truce|ceasefire|deal|20\d\d)\b)/g, 'mediation '],
  [/\brul(?:e|es|ed|ing) out\b/g, 'deny'],
  [/\bma(?:d|k)e longer\b/g, 'extended'],
  [/\bcall(?:ed|s|ing)? off\b/g, 'end'],
  [
    /\b(?:take|takes|took|taken|taking) part\b|\bparticipat(?:e|es|ed|ing)\b|\b(?:was|were) present\b|\battend(?:ed|s)?\b/g,
    'represented',
  ],
  [/\bright now\b/g, 'now'],
  [/\bnext (?:door )?to\b/g, 'borders'],
  [
    /\b(?:stop|halt|suspend|paus)(?:s|ped|ed|es|e|ing|ping)? (?:the )?(?:fighting|hostilities)\b/g,
    'ceasefire',
  ],
  [/\b(?:make|makes|made|go|goes|went) ((?:\w+ ){0,5})public\b/g, 'announced $1'],
  [/\bma(?:k|d)e (?:it |this |that )?known\b/g, 'announced'],
  [
    /\b(?:give|gave|given|giving) up (?:their |its )?(?:arms|weapons|guns|violence|fighting|the fight)\b/g,
    'laydown',
  ],
  [/\bin (?:return|exchange|turn) (?=for\b)/g, 'exchange '],
  [
    /\b(?:take|takes|took|taking) orders from\b|\banswers? to\b|\b(?:is|are|was|were) under the command of\b/g,
    'allegiance to',
  ],
  [/\bin (\w+ ?\w*) (?:own )?words\b/g, 'said $1'],
  [
    /\b(?:part|hand|involvement) in (?=.*\b(?:talks?|negotiations?|round|truce|ceasefire|deal)\b)/g,
    'mediation ',
  ],
  [/\b(?:take|takes|took|taking) place\b/g, 'held'],
  [
    /\bwhat would (?:have|need) to happen (?:for|before)\b|\bon what (?:terms|conditions?)\b|\bwhat are the (?:terms|conditions?) for\b|\b(?:provided|assuming) (?:that )?what\b/g,
    'under what condition',
  ],
  [/\bkick(?:s|ed|ing)? in\b/g, 'start'],
  [
    /\b(?:refus|declin|fail|neglect)(?:e|es|ed|s|ing)? to (?=comment|confirm|say|speak|answer|elaborate|explain|give|add)/g,
    '',
  ],
  [/\b(?:drag|draw|stretch|spin)(?:s|ged|ged|ed|n|ning)? out\b|\bdrawn out\b/g, 'extended'],
  [
    /\b(?:hand|turn|surrender|yield)(?:s|ed|ing)? (?:in |over )?(?:my |their |his |your )?(?:arms|weapons?|guns?)\b/g,
    'laydown',
  ],
  [/\b(?:fall|fell|fallen|falling|pass|passed) (?:back )?(?:in)?to (?:the )?(\w+) hands\b/g, 'takepower $1'],
  [/\blikes? (?:better|best|more)\b|\b(?:would )?rather (?:have|see)\b/g, 'prefer'],
  [/\blike (?=.*\b(?:better|best|more)\b)/g, 'prefer '],
  [/\blaid at (?:the )?(\w+ ?\w*) door\b/g, 'by $1'],
  [/\b(?:turn|turned|turns) down\b/g, 'rejected'],
  [/\b(?:hit|lash|lashed|hits|fire|fired) (?:back|out)(?: at)?\b/g, 'criticised'],
  [/\b(?:own|owned|owns|owning) up to\b/g, 'acknowledged'],
  [/\b(?:got|get|gets|getting) (?:hurt|shot|hit)\b(?! at)/g, 'wounded'],
  [/\b(?:pull|pulled|pulling) the plug\b|\b(?:came|come|comes) to (?:an|its|it is) end\b/g, 'end'],
  [/\b(?:sit|sat|sitting) down (?:with|together|to)\b/g, 'talks'],
  [/\b(?:set|sets|setting) up\b/g, 'formed'],
  [/\b(?:point|points|pointed|pointing) (?:the |a )?fingers? at\b/g, 'accused'],
  [
    /\b(?:at|on) (?:the )?(?:urging|insistence|initiative|suggestion|invitation|prompting) of\b/g,
    'at the request of',
  ],
  [/\bon (?:its|their|his) own\b/g, 'separate'],
  [/\bwhat ((?:\w+ ){0,4})(?:led|made|caused|drove|moved|prompted) (?!to\b|by\b)/g, 'why $1'],
  [/\b(?:blamed|pinned) on\b|\battributed to\b/g, 'by'],
  [/\b(?:dealt|dealing|(?<=\b(?:to|does|did|must|can|could|will) )deal) with\b/g, 'face'],
  [/\b(?:broke|break|breaks|breaking) (?:the )?(?:news|story)\b/g, 'announced'],
  [/\baccounts? of\b/g, 'statement about'],
  [/\b(?:what|which) (?:language|words?|terms?) did (.*) use\b/g, 'how did $1 describe'],
  [
    /\b(?:pause|halt|break|stop|lull) (?:in|to|of) (?:the )?(?:fighting|hostilities|violence|attacks)\b/g,
    'ceasefire',
  ],
  [/\b(?:leads?|led|leading) to\b/g, 'result in'],
  [/\bsocial (?:media|network)s?(?: site| platform)?\b/g, 'platform'],
  [/\bhome[- ]grown\b/g, 'homegrown'],
  [/\bhow old (?=(?:is|was) the\b)/g, 'how long '],
  [/\boperat(?:e|es|ed|ing) (?:from|out of)\b/g, 'based in'],
  [/\b(?:write|wrote) on (?=twitter)/g, 'said on '],
  [/\bwhose idea\b/g, 'at whose request'],
  [/\bs[ai]t(?:s|ting)? (?:at|around) (?:the )?(?:negotiating )?table\b/g, 'represented'],
  [
    /\b(?:say|said|says|tell|told|give|gave) (?:any ?thing )?(?:more|further|else)\b/g,
    'give further details',
  ],
  [/\bkick(?:s|ed|ing)? off\b/g, 'start'],
  [/\b(?:stay(?:s|ed)?|remain(?:s|ed)?|was|were|kept|keep|keeps) (?:silent|quiet|mum)\b/g, 'comment'],
  [/\bclaim(?:s|ed|ing)? (?:that|the|there|it|they)\b/g, 'said that'],
  [/\b(?:say|said|says|saying) (?:anything|something|nothing|a word)\b/g, 'comment'],
  [/\b(?:come|came|comes|coming) back\b/g, 'return'],
  [/\b(?:go|goes|went|going) up\b/g, 'increase'],
  [/\bcall(?:ed|s|ing)? (?:up)?on\b/g, 'urge'],
  [/\b(?:lost|lose|losing) (?:their |his |her )?li(?:fe|ves)\b/g, 'killed'],
  [/\bmonth[- ]long\b/g, 'month long'],
  [/\b(?:speaks?|spoke|speaking) for\b(?=.*\b(?:talks|negotiations|meetings?|table)\b)/g, 'represented'],
  [/\b(?:speaks?|spoke|speaking) for\b/g, 'spokesman of'],
  [/(?<=\b(?:is|are|was|were|who) )talk(?:ing|ed) for\b|(?<=\bwho )talks for\b/g, 'spokesman of'],
];

/** `text` must be in small letters. */
export function joinPhrases(text: string): string {
  let joined = text;
  for (const [phrase, word] of phrases) joined = joined.replace(phrase, word);
  return joined;
}

/** The parts of the phrases above, which must not be taken for slips of other words. */
export const phraseWords =
  'cease fire air raid counter attack safe north west lay laid laying put putting down their its arms lost lose life lives ' +
  'came come coming comes go goes going went gone into back over take takes took taken taking break breaks fall fell apart ' +
  'call called calls on off up month long lead led leading claim that deal dealt dealing stop stopped halt suspend pause ' +
  'make makes made public part right present rule ruled out swept seize seized regain regained control force';
