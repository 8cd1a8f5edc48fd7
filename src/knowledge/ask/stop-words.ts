const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that carry no content of their own. */
export const stopWords = listed(`
a an the this that these those there here it its itself he she they them their theirs his her hers him we us our you your i me my mine
am is are was were be been being do does did doing done have has had having will would shall should can could may might must
and or but nor so if then than as of at by for from in into on onto out over to up down with within under more less without upon about against between
among along inside outside amongst alongside during once through after before since until toward towards across off per via while because
not no yes ever never also too very just only even still yet already again all any some each every both either neither other others another such
who whom whose what which when where why how
am pm s t re ve ll d m o
`);

/**
 * Words of asking and of reporting, which say how one asks and not about what: they need not stand in a document.
 * Those that could tell one document from another (names of things, acts, qualities) are not here.
 */
export const scaffolding = listed(`
say says said saying tell tells told telling state states stated according think thinks thought believe believes view views opinion opinions position stance
mean means meant describe describes described description explain know known knows see hear heard show read reading
happen happens happened happening thing things something anything everything everyone someone anyone everybody matter case fact facts detail details information
give gave given gives make makes made making get gets got getting put take takes took taken taking come comes came go goes went gone going become became
use used using need call called calls name named names like look let keep kept set
first last longest shortest latest previous earlier later recent recently current currently now today present yesterday actually really exactly exact precise precisely supposed planned originally ultimately eventually finally
day days date dates month months week weeks year years time times long ago
one two 1st 2nd 3rd sort kind type way ways part role reason reasons cause caused causes result results resulted outcome purpose point
person persons individual individuals people man men guy guys party parties side sides group groups organisation organization organisations organizations country place
much many number figure total approximately roughly
story situation background context issue news article articles document documents dataset source sources seed report reports reported answer
please thanks okay ok hey bot
regard regarding concerning about around bit lot
accuse accused accuses accusing accusation accusations allege alleged alleges allegation charge charges
consider considered seem seems appear appears speak speaks spoke speaking express expressed mention mentioned discuss discussed talk-about
hold holds held holding stand stands stood
between versus compare compared comparison difference differences differ differs different same similar similarity
follow followed follows following away
work works worked working try-to
post job title office serious
dat dis who-dat
expect
agree agreed agrees
apart next
whether
involve involved
behind
lasted lasting lasts lasted
occur occurred took-place
quote quotes
react reacted reacts reaction reactions respond responded responds response reply replied replies
offer offered offers offering
aim aims goal goals regards apply applies applied develop developed institution institutions building entity due scheduled intended admit admits admitted insist insisted argue argued assert asserted stress stressed note noted add added though
round rounds new
characterise characterised characterize characterized explain explained elaborate elaborated indicate indicates indicated suggest suggested signal imply implies
open length duration receive received unhappy happy angry satisfied help helped helps assist assisted undisputed certain sure feel felt feels feeling attitude mood tone
plan plans intend intends willing ready able manage managed seek seeks sought change changed changes develop regard
initially formally publicly officially jointly together separately else main key major original initial refer referred relate address addressed raise raised bring brought
act acts acted acting serve serves served true correct
common share shared shares sharing
version
list lists listed documented
active high besides except xmas christmas
find finds found finding detail interest interests autumn spring summer winter early mid late end-of
play plays played playing behalf condition conditions publish published platform meet-up exactly-when
exist existed exists
operate operates operated operating promise promised promises trigger triggered triggers prompt prompted prompts provoke provoked
fate circumstance circumstances traditionally usually normally generally typically often always repeatedly constantly helping
former ex outfit outfits
form-of
evidence proof indication narrative attitude stance sentiment characterise characterised characterised characterize characterized portray
portrays portrayed depict depicted label labelled labeled dub dubbed remark remarked remarks voice voiced voices hint hinted suggest suggested suggests
imply implied implies emphasise emphasised opine opined concede tweet-about apparently reportedly seemingly supposedly allegedly respective respectively
specific specifically particular particularly moment era period phase stage course basically essentially overall simply mainly mostly largely
able unable manage managed proceed proceeded proceeding cover covers covered covering apart besides aside instead rather
summarise summarize summary brief briefly elaborate clarify clarified specify specified identify identified determine determined
whatever whichever wherever whenever whoever anybody nobody somebody none nothing nowhere somewhere
willingness possibility extent degree effort efforts step-by moves
deem deemed view-of perceive perceived interpret interpreted interpretation assess assessed assessment evaluate evaluated
answer answers answered respond responds counter countered
ready prepared
himself herself themselves oneself own
claimed-by quoted quoting cited cites cite citing reference references referenced
regime-of round rounds
disagree disagrees disagreed contradict contradicts contradicted contradiction contradictory conflicting consistent inconsistent odds
sound sounds sounded sounding quick quickly essay homework somebody paper papers stuff move moves old online internet somewhere heard letters wait lol guess assume assuming
otherwise contrary opposite reverse
idk btw anyway hmm well maybe perhaps probably
manner fashion history outline overview extra simple short remind reminded saw seen hear okay christmas newswire
expression expressions phrase phrases verb tone-of exact-words literally
keep keeps kept carry carries carrying carried-on bring brings
possible possibly relevant related-to connected-with
nearly almost outlet outlets trend trends weekday weekdays
event events beyond world record ground grounds anew reporters
prevail prevails prevailed maintain maintains maintained enjoy enjoys enjoyed behave behaves behaved repeat repeats repeated repeating repeatedly suspect suspects suspected
sum sums summed far ahead regularly figures standing existing
rate rates rated rating judge judges judged judging owe owes owed suffer suffers suffered suffering text texts learn learned learnt
tell-me curious wonder wondering wanted-to interested
`);
