const greeting =
  /^(?:(?:hey|hi|hello|so|ok|okay|well|and|but|also|pls|plz|please|bro|um|yo|(?:a )?quick (?:q|question|one))\b[,!.:]* (?:[-–—] )?)+(?=\S+ \S)/i;

/** Only before the question itself: "tell me about X" asks for X. */
const request =
  /^(?:(?:can|could|would|will) (?:you|u|anyone|anybody|someone|somebody) (?:(?:please|pls|plz|just) )?(?:tell|remind|explain|say)(?: to)?(?: (?:me|us))?|do (?:you|u) (?:know|remember)|does any(?:one|body) know|(?:i|we)(?: just)?(?: (?:want|wanted|need|would like)|'d like|’d like) to (?:know|ask|learn)|(?:please |pls )?(?:tell|remind) (?:me|us)|any(?:body|one)? idea|(?:i|we) wonder(?:ed)?|(?:i am|i'm|i’m|im|just) (?:wondering|curious)|(?:is|was|has) it (?:been )?(?:\w+ )?(?:known|clear|recorded|documented|established|stated|reported|told|on record))[,:]? (?=(?:who|whom|whose|what|when|where|why|how|which|until|since|did|does|do|is|was|were|are|has|have|had|will|should|name|tell|on|in|by|at|from|under|for)\b)/i;

/** What somebody is doing while they ask; what they were told is a part of the question. */
const occasion =
  /^(?:(?:(?:i|we) (?:am|are)|i'm|i’m|im|we're|we’re) (?:\w+ )?(?:writing|reading|working|doing|preparing|researching|studying|learning|trying|following|making|new)|(?:i|we) (?:have|need|got)|for (?:my|an?|our))\b[^.?!:]*[.!:] (?=\S+ \S)/i;

const closing =
  /[,.]? (?:do (?:you|u) know|any idea|according to (?:the|your|these|those) (?:articles|reports|documents|sources|texts|dataset|news)|in (?:the|your|these) (?:articles|reports|documents|sources|texts|dataset)|according to the (?:article|report|story|piece) (?:on|about) [^?]*)\s*(\?*)\s*$/i;

/** The question without what is said around it: a greeting, why somebody asks, and that they ask. */
export function withoutFraming(question: string): string {
  const bare = question.trim().replace(greeting, '').replace(occasion, '').replace(greeting, '');
  const plain = bare.replace(request, '').replace(closing, '$1');
  return plain.split(/\s+/).length < shortest ? question : plain;
}

/** Fewer words are no question that was framed. */
const shortest = 2;
