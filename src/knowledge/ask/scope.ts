import { anyOf, type Form } from './any-of.ts';

/** Why a question is not one for a dataset of documents. */
export type OutOfScope = 'prediction' | 'opinion' | 'biography' | 'names' | 'instruction';

/** Texts are in small letters, abbreviations spelled out. The first that fits says why. */
const forms: Readonly<Record<OutOfScope, Form>> = {
  instruction: anyOf(
    /\b(?:ignore|forget|disregard|override|bypass)\b.*\b(?:instructions?|rules?|prompts?|above|previous|told)\b/,
    /\bsystem prompt\b/,
    /\byour (?:instructions?|rules?|prompt)\b/,
    /\b(?:pretend|role ?play|jailbreak)\b/,
    /(?:^|\b(?:you|please|now|must|to) )act as\b/,
    /^(?:can you |could you )?(?:write|compose|generate|sing|draw|translate|code|rap)\b/,
    /\bpoem\b/,
    /\byou (?:must|have to) (?:answer|say|reply|tell)\b/,
    /\b(?:just|only) (?:answer|say|reply)\b/,
    /\banswer (?:only |just |with )*(?:yes|no)\b/,
    /\b(?:repeat|say) after me\b/,
    /^(?:how to|teach me|show me how)\b/,
    /^(?:please )?(?:kill|destroy|bomb|nuke|crush|eliminate|free|liberate|hang)\b/,
  ),
  prediction: anyOf(
    /^(?:\w+ ){0,3}(?:will|shall)\b(?! (?:does|do|did)\b)(?!.*\b(?:said|say|according)\b)/,
    /\bgoing to\b/,
    /\b(?:next|coming) (?:\w+ )?(?:day|days|week|weeks|month|months|year|years|round|attack|ceasefire|truce|time|talks)\b/,
    /\b(?:tomorrow|predict\w*|(?<!\b(?:did|was|were|had)\b.*)forecast\w*|likely|likelihood|(?<!\bdid\b.*)chances? (?:of|that|for)|what are the chances|odds|probability|in (?:the )?future)\b/,
    /\bever (?:end|make peace|stop)\b/,
  ),
  opinion: anyOf(
    /\bto blame\b/,
    /\bwhose fault\b/,
    /\bpublic opinion\b/,
    /\b(?:opinions?|views?|mood|feelings?) (?:of|among) (?:the )?(?:\w+ )?(?:public|people|population|citizens)\b/,
    /(?<!\b(?:said|says|say|told|tell|that|(?<!you )think|thinks|thought|argued?|argues|believe[ds]?|according to (?!you\b))\b.*)\bshould\b(?!.*\baccording to (?!you\b))(?!(?<=\b(?:when|long|until|day|date) .*)(?: \w+){1,6} have (?:ended|expired|lasted|lapsed|run|been over|begun|started)\b(?! (?:the|its|their|his|all|any|this|that|such)\b))/,
    /\bought to\b/,
    /\b(?:who|which (?:side|party|group)) is (?:stronger|weaker|right|wrong|to blame|guilty|the good|the bad|better|worse)\b/,
    /\b(?:your|ur) (?:opinion|view|take|favou?rite)\b/,
    /\bdo you (?:think|believe|like|support|prefer)\b/,
    /\b(?:good|evil|bad) (?:guys?|people|side)\b/,
    /^(?:is|are|was|were|did|does|do|can|could|has|have) (?!.*\b(?:said|say|says|accused?|called|according)\b).*\b(?:lie|lied|lying|liars?|honest|honou?rable|sincere|trustworthy|trusted|ke(?:ep|pt) (?:\w+ ){1,2}(?:word|promises?))\b/,
    /\bwinning\b/,
    /\bdeserve/,
    /\bjustifi(?:ed|able)\b/,
    /\bmorally\b/,
    /\badvi[cs]e\b/,
    /\bis it (?:safe|right(?! that)|wrong|ok|fair|good|bad)\b/,
    /\bhow (?:do|can|could) (?:i|we)\b/,
    /\b(?:i|we) (?:do|travel|stay|go)\b/,
  ),
  biography: anyOf(
    /\b(?:before|after|until) (?:he|she) (?:became|was(?! (?:shot|hit|\w+ed)\b)|joined|left|met)\b/,
    /\bhow old\b(?! (?:is|was) the (?:conflict|war|ceasefire|truce))/,
    /\b(?:age|aged|born|birth\w*|married|marry|wife|wives|husband|spouse|sons?|daughters?|father|mother|brothers?|sisters?|siblings?|parents?|(?:his|her|whose|what|which) religion|religion (?:is|of|does|do)|sect|salary|height|weight|tall|childhood|biography|hobb(?:y|ies)|degree|university|educated|net worth|wealth|phone|telephone|email|e-mail|address|real name|full name|birth name|nickname|grew up|(?<!(?:lost|lose|losing|their|his|her) )lives? (?:now|in|at|with|there)|(?:where|how) (?:does|do|did) .*live|living|resides?|home town|hometown|died of|favou?rite|ethnicity|tribe does)\b/,
  ),
  names: anyOf(
    /\b(?:name|list|identify) them\b/,
    /(?<!\b(?:another|other|alternative|different) )\bnames? of\b(?!.*\b(?:group|ministry|operation)\b)/,
    /\b(?:list|give|get|know|publish|tell|show)\b.*\bnames?\b/,
    /^names? (?:all|every|some|of)\b(?!.*\b(?:attacks?|groups?|parties|sides|places|demands?|conditions?)\b)/,
    /^names? the (?:\w+ )?(?!parties|sides|groups|places|countries|attacks)(?:\w+s|children|people|men|women|dead|killed)\b/,
    /\b(?:their|victims?|all|by) names?\b/,
    /\bwhat (?:are|were|is|was) the names?\b/,
    /\bnames\b(?! (?:an?|the|for|as|does|do|his|her|it|him|them|which|who|when)\b)/,
    /\bwhat (?:is|was|were) the (?!.*\b(?:groups?|government|party|organi[sz]ation|also|else)\b).*\b(?:called|named)$/,
    /\bwhich (?:individuals|persons)\b(?!.*\b(?:represent\w*|sat|spoke for|took part|attended)\b)/,
    /\bwho exactly (?!is\b|are\b|said\b|says\b)\w+/,
    /\bwho (?:are|were|was) (?:all )?(?:the |these |those )?(?:\d+ (?:people|persons|dead|killed|victims|civilians)|dozens|people|persons|victims|civilians|dead|casualties)\b/,
    /\b(?:identity|identities) of\b/,
  ),
};

export function outOfScope(text: string): OutOfScope | undefined {
  const reasons = Object.keys(forms) as OutOfScope[];
  return reasons.find((reason) => forms[reason].test(text));
}
