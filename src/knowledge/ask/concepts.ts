import { demonyms } from './demonyms.ts';
import { phraseWords } from './phrases.ts';

/**
 * Words of ceasefire reporting that mean the same in a question: the first of a line stands for all.
 * General English of the field; what only one conflict calls so belongs in its pack.
 */
const groups = `
ceasefire pause pauses truce armistice ceasefires deal agreement pact accord pacts accords agreements truces lull respite standstill moratorium cessation
talks talk negotiation negotiations negotiate negotiated negotiating dialogue parley engage engaged engages engaging engagement negotiates parleys dialogues discussions bargaining conversation conversations parleying bargain deliberations deliberation haggle haggled haggling diplomacy bargained dialog
mediation mediate mediated mediates mediating mediator mediators broker brokers brokered brokering facilitate facilitated facilitates facilitating facilitator facilitation intermediary middleman gobetween arrange arranged arranging arranger moderate moderated interlocutor liaison peacemaker peacemakers intermediaries middlemen conciliator mediatory gobetweens peacemaking intercede interceded referee arbiter arbiters arbitrator arbitrated arbitrate conduit umpire shepherd shepherded
kill killed kills killing dead die died dies dying death deaths fatality fatalities casualty casualties toll slain perish perished victim victims murder murdered murders slaughter slaughtered lethal fatal fatally losses gunned tally fatals corpse corpses deceased
attack crime crimes atrocity atrocities outrage outrages attacks attacked attacking assault assaults raid raids attacker attackers massacre massacred massacres ambush ambushes ambushed onslaught incursion incursions struck storm stormed storming blast blasts explosion shooting shootings bloodbath carnage aggression aggressions onslaughts
airstrike airstrikes strike strikes bombing bombed bomb bombs bombardment airraid airraids shelling shelled bombard bombarded missiles sortie sorties
extend extended extends extending extension extensions renew renewed renews resurface resurfaced resurfaces rekindle rekindled prolong prolonged prolongation renewal lengthen lengthened lengthening stretched prolonging renewing longer rollover elongate elongated protract protracted stretching
announce announced announces announcing announcement declare declared declares declaration proclaim proclaimed unveil unveiled publicise publicised publicize publicized communicate communicated broadcast divulges herald heralded pronounce pronounced trumpeted
confirm acknowledge acknowledged acknowledges acknowledging concede conceded confirmed confirms confirming confirmation verify verified corroborate corroborated affirm affirmed validated attest attested vouch vouched substantiate substantiated
start started starts starting begin began begins begun beginning commence commenced takeeffect effective launch launched launches launching onset outset kickoff inception initiate initiated initiates initiation enter entered kicked originate originated inaugurate inaugurated
end ended ends ending expire expired expires expiry finish finished terminate terminated lapse lapsed fail failed fails failing failure collapse collapsed collapses breakdown ceased cease ceases elapse elapsed conclude concluded unravel unravelled unraveled crumble crumbled fizzle fizzled falter faltered founder foundered stall stalled flop flopped peter petered fade faded demise scuppered scuttle scuttled derail derailed shelve shelved scrap scrapped abandon abandoned ditch ditched torpedo torpedoed cancel cancelled canceled cancels rescind rescinded revoke revoked discontinue discontinued dissolve dissolved
break broke broken breaks breaking breach breached violate violated violates violation violations violator infringe infringed infringement flout flouted infraction infractions contravene contravened transgress transgressed renege reneged
violence conflict conflicts fighting hostilities clashes bloodshed fight fights fought unrest strife bloodletting war wars warfare combat battle battles battling battled skirmish skirmishes turmoil
resume resumed resumes return returned returns returning restart restarted recommence recommenced reignite reignited flare flared
demand demanded demands demanding require required requirement precondition preconditions prerequisite urge urged urges want wants wanted request requested requests ask asked asks asking behest insist insists insisted insistence ultimatum stipulate stipulated stipulation plea appeal appealed appeals pressed press presses pressing insistent beg begs begged begging implore implored implores plead pleads pleaded pleading pleas petition petitioned petitions beseech solicit solicited exhort exhorted wish wished wishes desire desired desires
deny refuse refused refuses refusal denied denies denying denial denials reject rejected rejects refute refuted refutes dispute disputed disputes disputing exclude excluded excludes dismiss dismissed dismisses disavow disavowed disown disclaim disclaimed negate repudiate repudiated contest contested contradicts rebuff rebuffed rebuffs gainsay rebut rebutted rebuts spurn spurned debunk debunked
complain complained complains complaint complaints complaining grumble grumbled gripe griped gripes moan moaned lament lamented laments bemoan bemoaned aggrieved
shelter sheltered shelters sheltering haven havens refuge sanctuary sanctuaries harbour harbor harbouring harboring hide hiding hideout hideouts asylum hideaway safehouse hideaways refuges lair harboured harbored harbours harbors bolthole redoubt
criticise criticised criticises criticize criticized criticizes criticism critics critic critical question questioned questions questioning condemn condemned slam slammed accuse accused accuses accusing accusation accusations allege alleged alleges allegation charge charges flak backlash blame blamed blames blaming denounce denounced decry faulted object objected objects objection objections rebuke rebuked censure disapprove disapproved disapproval grievance grievances reproach reproached reproaches protest protested lambast lambasted castigate castigated berate berated assail assailed deplore deplored chide chided scold scolded disparage disparaged scathing
oppose opposed opposes opposing resist resisted
opponent enemies opponents rival rivals adversary adversaries detractor detractors foe foes antagonist antagonists challenger challengers
elders elder jirga notables dignitaries dignitary chieftain chieftains
delegation delegations envoy envoys mission emissary emissaries deputation team teams
militant militants fighter fighters insurgent insurgents terrorist terrorists extremist extremists gunmen rebel rebels guerrilla guerrillas jihadist jihadists radicals combatant combatants islamist islamists warriors
military army armed soldiers soldier troops troop troopers
operation operations offensive offensives campaign campaigns crackdown crackdowns push sweep sweeps
government governments govt authorities administration cabinet
border borders frontier bordering borderland borderlands boundary
banned ban outlawed proscribed prohibited illegal proscription outlaw blacklisted forbidden barred outlawing unlawful illicit
comment comments commented commenting silence silent
optimistic hopeful optimism hope hopes upbeat confident optimistically confidence bullish positively sanguine rosy buoyant heartened
premature prematurely hasty rash hastily
amnesty pardon pardoned clemency immunity forgiveness forgiven pardons leniency pardoning forgive forgives reprieve mercy
arms weapons weapon gun guns laydown disarm disarmed disarming disarmament weaponry rifle rifles munitions
prisoner prisoners detainee detainees inmates captives jailed captive jail inmate detained imprisoned convict convicts custody incarcerated
release released releases releasing free freed freeing liberate liberated freedom
allegiance follower followers vassal loyalty loyal obey obeys obeyed obedience pledge pledged pledges pledging swear swore oath fealty bayah vow vowed vows subordinate subordinated subservient homage deference fidelity faithful devoted devotion
separate distinct different independent separately discrete unconnected unrelated autonomous autonomy
cooperate cooperation
school schools
attempt attempted attempts try tried tries tries assassinate assassination assassinated assassins assassin bid bids
wound wounds wounded injury injuries injured gunshot wounding hurt hurts maim maimed
prize prizes award awards awarded laureate honour honor accolade accolades medal medals trophy honoured honored
civilian civilians noncombatant noncombatants
prime premier
spokesman spokesperson spokesmen spokeswoman mouthpiece spokespeople spokespersons
statement statements communique
sympathise sympathiser sympathisers sympathizer sympathizers sympathy sympathetic sympathize apologist softness
prefer prefers preferred preference favour favours favoured favor favors favored preferable opt opted opts
allow permission permissions allowed allows allowing let permit permits enable enables enabled tolerate tolerates condone condoned condones condoning acquiesce acquiesced
enmity hostility hatred animosity hostile antagonism acrimony
cruelty cruel brutal brutality barbaric barbarity savage savagery inhuman inhumane merciless ruthless
increase increased increasing increases rise rises risen rising rose surge surged surging grow growing grown uptick spike spiked spikes climb climbed spiral spiralled mounting resurgence upsurge escalating intensify intensified comeback upswing multiply multiplied multiplying soar soared soaring swell swelled heighten heightened mounted snowball snowballed proliferate proliferated
power takepower
support supported supporting supports back backed feed feeding fed aid nurture nurtured nurturing backing assist assists assisted assistance help helps helped helping sponsor sponsors sponsored abet abets abetted abetting bolster bolstered patronage bankroll bankrolled collude colluded collusion
fuel fuelled fuelling fueled fueling stoke stoked stoking foment fomented instigate instigated incite incited inciting inflame inflamed ignite ignited
threaten threatened threatens threat threats menace menaced menacing intimidate intimidated
committee committees panel panels commission commissions
dozens dozen
lead leads leader leaders leading led leadership heads headed chief heading chair chaired chairman presided boss bosses spearhead spearheaded steer steered steering
member members membership
consult consulted consulting consultation bypass bypassed bypassing sidestep sidestepped consultations circumvent circumvented overlook overlooked ignore ignored
parliament parliamentary lawmakers legislature mps lawmaker legislators legislator legislative
progress progressed headway breakthrough breakthroughs strides inroads
claim claims claimed claiming
responsibility responsible culprit culprits perpetrator perpetrators accountable
root roots rooted origin origins ancestry lineage heritage descent
ideology ideological conviction convictions beliefs doctrine creed moorings worldview tenets
religion religious
relation relations related relationship relationships ties tie link links linked rapprochement bond bonds dealings rapport friendship
secure security secures safeguard safeguarded seal sealed
escalation escalate escalated
chinese china beijing
foreigner foreigners foreign
headquarters headquarter
woman women womens girl girls female
disclose disclosed disclosing reveal revealed publish published divulge divulged publicly
friction tension tensions tense strain strained strains discord feud feuds feuding beef beefing quarrel quarrels sour soured souring worsen worsened worsening deteriorate deteriorated deterioration rift irritant irritants irritation spat frosty bickering contention contentious
base based bases located
west western
east eastern
south southern
north northwest northwestern northwestern
inform information notify notified
speak speaks spoke spoken speaking
face faces faced facing confront confronted confronts confronting struggle struggling grapple grappling contend contending contended cope coping coped tackle tackled tackling wrestle wrestling
unclear clear unknown uncertain unsure unidentified unspecified
send sends sent sending dispatch dispatched dispatching despatch despatched deploy deployed
reduce reduced reduces weaken weakened weaker diminish diminished shrink shrinks shrank shrunk shrinking reducing curb curbed dent dented lessen lessened blunted degrade degraded erode eroded cripple crippled whittled
recover recovered recovers recovery survive survived survives surviving heal healed recuperate recuperated
soil territory land territories
unnamed anonymous anonymously anonymity nameless
child schoolchildren schoolkids children kid kids pupil pupils youngster youngsters schoolboy schoolboys schoolgirl schoolgirls minors
ruler rulers regime govern governs governed governing masters
insurgency rebellion uprising revolt
message messages warning warnings warned signal signals warn warns
tough stern harsh strong sharp forceful strict stiff
atmosphere climate mood ambience vibe vibes tenor ambiance
briefing conference presser conferences
chance chances opportunity opportunities
renowned famous celebrated acclaimed celebrity eminent
retake retook recapture recaptured wrest reclaim reclaimed reconquer
gain gains gained advance advances
flexible flexibility accommodating compromise
tolerant tolerance patient patience forbearance restraint
meet meets met meeting meetings encounter encountered rendezvous
approve okay okayed okays endorse approved approves approval endorse endorsed mandate mandated greenlit ratify ratified blessing blessed assent consent consented
target targeted targets targeting hit hits
represent represented represents representing representative representatives participant participants negotiator negotiators delegate delegates attendee attendees
bloodiest bloody deadly gory
invasion invade invaded invades invading invasions occupation occupied
campaigner campaigners activist activists advocate advocates activism crusader champion champions
education schooling
headline headlines title titled titles
hive hotbed hub stronghold bastion haunt nest cradle breeding
mountain mountains mountainous hilly rugged highland highlands
pursuit pursue pursued pursues pursuing chase chased chasing
witness villagers villager residents resident onlookers bystanders witnesses eyewitness eyewitnesses
aware awareness unaware
smooth mend mended repair repaired improve improved improving thaw rebuild warmer normalise normalize normalised patch reconcile reconciled reconciliation
homegrown grassroots indigenous native
fold mainstream reintegrate reintegrated reintegration
stop defeat defeated crush crushed destroy destroyed wipe wiped stops stopped stopping halt halted halts eliminate eliminated eliminates eradicate eradicated quell quelled prevent prevents prevented preventing thwart thwarted foil foiled
worst worse deadliest gravest
decision decide decided decides deciding decisions
neighbour neighbor neighbors neighbours neighboring neighbouring
temporary temporarily provisional interim stopgap transient fleeting momentary
invite invited invites invitation invitations summon summoned
win won wins winner winning
televised television
citizen nationals
inspire inspired inspires inspiration
host hosted hosts hosting
policy policies
difficult difficulty difficulties troubled rocky thorny fraught testy uneasy bumpy
expect expected expects expectation expectations
retaliate retaliated retaliation reprisal revenge avenge avenged payback vengeance
previous previously
avoid avoided avoids avoiding shun shunned eschew
local locally
open openly
severe severely
strive strives striving strove
remain remains remained remaining stay stays stayed staying
find finds finding found
according accordance accordingly
successive successively
objective objectives
informal informally
success successes succeed succeeds succeeded succeeding successful successfully
secret secrets secrecy secretly hidden undisclosed concealed clandestine covert confidential
flee flees fled fleeing escape escaped escapes abscond absconded
describe describes described describing call calls called characterise characterises characterised characterize characterizes characterized rate rates rated label labels labelled labeled dub dubs dubbed portray portrays portrayed depict depicts depicted assess assesses assessed judge judges judged branded termed
founded founding established
signed signing signature signatures signatory signatories
sign signs show shows showed shown showing suggest suggests suggested indicate indicates indicated imply implies implied
`;

const heads = new Map<string, string>();
for (const line of groups.trim().split('\n')) {
  const [head = '', ...others] = line.split(' ');
  for (const word of [head, ...others]) if (!heads.has(word)) heads.set(word, head);
}

/** The one word that stands for this word's meaning, if the field has several for it. */
export const conceptOf = (word: string): string | undefined => heads.get(word) ?? demonyms.get(word);

/** Every word that this stage knows. */
export const conceptWords: readonly string[] = [...heads.keys(), ...phraseWords.split(' ')];
