/**
 * Common English words that are no slips of others, though the documents may not have them: what a question
 * with one of them asks for has to be found or declined, not read as something similar.
 */
export const plainWords: ReadonlySet<string> = new Set(
  `
  president king queen senator governor mayor judge lawyer doctor nurse student driver pilot farmer worker boss owner
  author writer singer actor player coach team match game score goal cup league sport movie film music song book poem story
  child children baby boy girl woman women wife husband family brother sister mother father uncle cousin
  house home hotel hospital school mosque church airport station street road bridge river mountain lake sea village town city
  train plane aircraft drone ship boat tank truck missile rocket gun rifle bullet mine uniform flag anthem website logo
  money price cost budget salary ransom compensation tax bank market trade economy oil gas gold diamond currency dollar rupee
  food water bread pizza coffee tea recipe dinner lunch breakfast weather rain snow storm heat temperature
  religion tribe caste race colour color size length height weight speed distance area population capital
  sentence page letter email phone number password prompt code program computer robot model version
  love hate marry divorce born birth death funeral grave
  law court trial prison jail judge verdict sentence crime murder theft rape torture kidnap kidnapped hostage
  list lists rule rules right left wrong true false good bad better worse best worst great small large big tall short shorter young old
  sign signed write wrote written read spoke sent paid pay buy bought sell sold won lost win lose beat shot shoot fire fired
  join joined leave left stay live lived travel visit visited fly drive walk run ride swim climb
  teach learn study train trained train hire hired fund funded finance financed recruit recruited
  create created found founded build built destroy destroyed burn burned burnt steal stole
  vote voted election elections parliamentarian party campaign poll referendum
  recognise recognised recognize recognized treat treated cure vaccine virus disease
  january february march april may june july august september october november december
  real fake name surname nickname title rank degree
  north south east central upper lower front back side top bottom
  today tomorrow yesterday morning evening night noon midnight hour minute second decade century
  world earth moon sun star planet
  clause clauses article chapter text paragraph wording annex
  monitor monitored observer observers inspect verify violate
  weak strong secret hidden public private local foreign
  friend enemy ally allies partner
  king kingdom empire republic democracy
  language languages word words member members accept accepted accepts
  order ordered orders replace replaced replaces succeed succeeded resign resigned withdraw withdrew apologise apologised apologize apologized
  account accounts interior defence defense finance ministry secretary treasurer chancellor
  deputy supreme general colonel brigadier captain pope priest bishop imam ambassador
  appoint appointed elect elected dismiss sack sacked fired impeach impeached investigate investigated punish punished execute executed behead beheaded
  deport deported extradite extradited sue sued convict convicted sentence sentenced hang hanged bomb-maker
  airline flight plane hotel venue embassy consulate visa passport ticket
  salary income wage revenue funding donor loan aid-money
  translate translator interpreter guard guards bodyguard
  legal lawful unlawful legality constitutional
  mastermind planner architect organiser organizer bomber shooter gunman assassin hotel guesthouse
  polio vaccination health clinic hospital medicine
  drug drugs opium smuggling mining timber
  internet telegram whatsapp facebook youtube tiktok instagram
  wedding marriage divorce pregnant
  withdrawal evacuation refugee refugees migration displaced
  helicopter jet jets f-16 artillery grenade suicide
  hundred thousand million billion half quarter third
  mister madam sir
  terms stamp paper pen
  watch wear wore worn carry drop dropped hit hurt save saved rescue rescued escape escaped arrest arrested capture captured
  exchange exchanged swap swapped
  truth lie lied liar rumour rumor
  cat dog horse cow goat sheep bird fish
  `
    .trim()
    .split(/\s+/),
);
