/** Common English words that are no slips of others; they mean what they mean, and none is asked about. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
  handed handing hands hand foot feet eyes eye face faced mouth voice back front edge corner top lower upper
  walked walking ran rush rushed jumped sat sitting stood standing lying laid turn turned turning moved moving pulled pulling pushed pushing
  held holding kept keeping letting left leaving reached reaching reach landed passed passing crossed crossing
  began started going coming came went gone become
  wanted wants needed needs wished hoped hoping feared fearing worried worry cared loved hated liked disliked
  thought thinking knew knowing understood understand realised realise remembered remember forgot forget believed
  asked answer answered replied spoke spoken speech wrote writing reads reading listened watched looked looking seemed
  felt feel feeling touched tasted smelled smell
  bigger biggest smaller smallest larger largest higher highest lower lowest deeper older oldest younger youngest newer newest later latest sooner earliest
  heavy light dark bright clean dirty rich poor happy sad angry calm quiet loud quick slow easy hard simple plain clear
  able willing ready keen eager likely sure certain possible impossible necessary useful helpful
  nearly almost hardly barely rather quite fairly pretty really truly indeed perhaps maybe possibly probably certainly surely
  together apart alone otherwise instead therefore however although though whereas unless
  upon within without throughout beyond beneath beside below above behind ahead
  single double triple several various certain whole entire half partial partly wholly
  kind sorts manner fashion style shape form piece bit part parts portion share section
  beginning middle ending start finish stage step steps pace speed rate
  everyday daily weekly monthly yearly annual annually
  matter matters mattered subject subjects topic topics theme point points
  chance luck risk risks danger dangerous safe safely safety
  plan planned planning aim aimed goal purpose intention intent
  reason cause effect result outcome consequence consequences impact influence
  problem problems trouble solution solve solved fix fixed
  choice choose chose chosen option options decide
  agree agreed disagree refuse refused refusal accept promise promised promises offer offered
  push pushes force forced forcing allow let permit
  help helped serve served service join share shared
  give gave take took taken bring brought send sent carry carried
  build built make made create creates do did done act acted acting action actions
  happen happened occur event events incident incidents episode episodes
  crisis situation condition conditions circumstances setting environment
  grow grew grown rise rose fallen fell drop dropped cut
  keep stay stayed remain remained last lasted
  show showed shown appear appeared seen seem
  name named call called title label mark marked sign
  count counted number numbers amount sum total share
  shift shifted swap change changed alter altered vary varied
  deep wide broad narrow thick thin strong weak soft tough
  pause paused wait waited delay delayed hurry
  guess guessed suppose supposed assume assumed imagine
  manage managed handle handled deal dealt treat
  refer referred relate related concern concerned regard
  teacher lesson school class pupil homework essay exam exams quiz
  mother mum dad uncle aunt cousin neighbour friend mate pal boss colleague
  lunch dinner morning evening tonight midnight
  wonder wondered wondering confuse confused confusing
  source quote quoted quotes mention mentioned
  fierce harsh bitter gentle kind cruel fair unfair
  main major minor chief key central
  crash crashed burst hold grip grasp
  sounded sound noise
  hint hinted rumour gossip
  tense calm heated relaxed
  handle handled
  `
    .trim()
    .split(/\s+/),
);
