// The words that addresses and searches are looked through for. Only words that hardly ever mean anything else: "sex",
// "drug", "escort" and "bet" stand in the addresses of clinics, pharmacies, cars and alphabets.
import type { RiskTopic } from './evidence.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

const byTopic: Readonly<Partial<Record<RiskTopic, readonly string[]>>> = {
  adult:
    words(`porn porno pornos pornography pornographic pornstar pornstars porntube xxx nsfw hentai milf milfs
    camgirl camgirls sexcam sexcams sexchat sextube sexvideo sexvideos sexfilm blowjob cumshot creampie gangbang
    onlyfans fansly pornhub youporn redtube xvideos xnxx xhamster spankbang chaturbate stripchat bongacams erome
    brazzers fapello rule34 nhentai motherless rule34video thothub desisex desiporn
    порно порнуха порновидео секс-чат хентай порнография سكس اباحي бляди porr pornofilm pornovideo putas`),
  gambling:
    words(`casino casinos kasino slots jackpot roulette blackjack baccarat sportsbook bookmaker bookmakers
    bookie bookies betting 1xbet melbet bet365 betway betano pinup-casino 22bet mostbet satta sattamatka satta-king
    sattaking juwa jili pokies togel judi казино букмекер букмекерская ставки-на-спорт рулетка تراهن كازينو مراهنات جوا
    apuestas tragaperras casa-de-apuestas parissportifs`),
  drugs:
    words(`buyweed weedshop cannabis-shop buycocaine buymdma buylsd buyketamine buyxanax psilocybin-shop
    headshop vapeshop закладки купить-гашиш`),
  'self-harm': words(
    `proana pro-ana promia thinspo thinspiration meanspo bonespo sanctionedsuicide edtwt shtwt`,
  ),
  violence: words(
    `bestgore goregrish watchpeopledie gorevideos livegore crazyshit documentingreality`,
  ),
};

/** Compounds with a dash are read without it, since addresses write both. */
export const topicOfWord: ReadonlyMap<string, RiskTopic> = new Map(
  Object.entries(byTopic).flatMap(([topic, list]) =>
    list.map((word) => [word.replaceAll('-', ''), topic as RiskTopic] as const),
  ),
);

/** Scripts without spaces, and terms of two words: looked for anywhere in a search. */
const terms: readonly (readonly [string, RiskTopic])[] = [
  ['色情', 'adult'],
  ['成人视频', 'adult'],
  ['黄片', 'adult'],
  ['在线赌场', 'gambling'],
  ['赌场', 'gambling'],
  ['博彩', 'gambling'],
  ['买大麻', 'drugs'],
  ['sex video', 'adult'],
  ['sexy video', 'adult'],
  ['blue film', 'adult'],
  ['gandi video', 'adult'],
  ['فحش ویڈیو', 'adult'],
  ['گندی ویڈیو', 'adult'],
  ['سیکسی ویڈیو', 'adult'],
  ['افلام سكس', 'adult'],
  ['видео для взрослых', 'adult'],
  ['casa de apuestas', 'gambling'],
  ['paris sportifs', 'gambling'],
  ['jeux dargent', 'gambling'],
  ['online juwa', 'gambling'],
  ['buy weed', 'drugs'],
  ['buy mdma', 'drugs'],
  ['acheter cannabis', 'drugs'],
  ['comprar cocaina', 'drugs'],
  ['купить гашиш', 'drugs'],
];
export const topicOfTerm = (plain: string): RiskTopic | null =>
  terms.find(([term]) => plain.includes(term))?.[1] ?? null;

/** Top-level names that say it themselves. */
export const topicEndings: Readonly<Record<string, RiskTopic | undefined>> = {
  // A record without a prototype: "constructor" is a name like any other.
  ...(Object.create(null) as Record<string, RiskTopic>),
  xxx: 'adult',
  porn: 'adult',
  adult: 'adult',
  sex: 'adult',
  sexy: 'adult',
  cam: 'adult',
  casino: 'gambling',
  bet: 'gambling',
  poker: 'gambling',
};

/** Beside these a word is spoken about, or against. */
export const takesBack: ReadonlySet<string> = new Set(
  words(`no not non anti sin sans bez net без нет too much demasiado trop talk literacy against stop stopping quit quitting end ending leave free-from block blocker blocking blocked filter
    filters help helps helping helpline support addiction addicted addict recovery recover rehab therapy treatment
    anonymous awareness education prevention prevent protect protection protecting safety safe survivor survivors law laws
    legal ban bans banned banning act bill court news report reports reporting research study studies statistics history
    wiki wikipedia definition meaning etymology problem problems harm harms effects risk risks dangers facts
    nofap fightthenewdrug aide arret addictions ayuda contra adiccion adictos noticias помощь зависимость стоп против закон
    новости مدد علاج نجات مساعدة ادمان اخبار madad ilaj`),
);

/** What stands beside such words in run-together names. */
export const fillers: ReadonlySet<string> = new Set(
  words(`www m en mobile free best top hot my the all live video videos tube tubes hub hd hq full movie movies film films clip clips
    online play club land world zone city site sites web net app games game win winner bonus vip king queen star stars
    royal lucky gold golden mega super max real pro new desi indian pakistani arab asian pk india girls girl cam cams
    chat pics pix photos gallery mirror proxy download watch stream streaming xx daily`),
);
