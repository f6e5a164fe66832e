// The words that nobody of ours says about children, and what we say instead. After the Terminology Guidelines for the
// Protection of Children from Sexual Exploitation and Sexual Abuse (ECPAT International, 2016).

/** Who may read it: everything we publish; the catalogue; words for a child; words for a child of 5 to 8. */
export type Readers = 'everyone' | 'people' | 'child' | 'smallest';
export type Text = { readonly where: string; readonly words: string; readonly readers: Readers };
export type Finding = { readonly where: string; readonly found: string; readonly instead: string };

type Rule = {
  /** Whole words; "*" stands for any ending. */
  readonly words: readonly string[];
  readonly instead: string;
  readonly readers: Readers;
};

const rules: readonly Rule[] = [
  {
    words: [
      'child porn*',
      'child-porn*',
      'porn* of children',
      'child sex video*',
      'kiddie',
      'kiddy porn*',
      'underage porn*',
      'deepfake child porn*',
      'چائلڈ پورن*',
      'بچوں کی پورنوگرافی',
      'بچوں کی فحش*',
      'فحش بچ*',
    ],
    instead: 'child sexual abuse material; بچوں کے جنسی استحصال پر مبنی مواد',
    readers: 'everyone',
  },
  {
    words: ['self-generated csam', 'self generated csam'],
    instead: 'a picture you took or were made to take',
    readers: 'everyone',
  },
  {
    words: ['revenge porn*', 'ریوینج پورن*', 'انتقامی پورن*'],
    instead: 'sharing intimate pictures without consent',
    readers: 'everyone',
  },
  {
    words: ['sexting gone wrong'],
    instead: 'sharing that was not agreed',
    readers: 'everyone',
  },
  {
    words: [
      'child prostitut*',
      'teen prostitut*',
      'child sex worker*',
      'child sex tourism',
      'child sex tourist*',
      'webcam child sex',
      'کم عمر طوائف*',
      'بچہ طوائف*',
    ],
    instead: 'sexual exploitation of a child',
    readers: 'everyone',
  },
  {
    words: ['child lover*', 'paedophil*', 'pedophil*', 'پیڈوفائل*', 'پیڈو فائل*', 'بچہ باز*'],
    instead: 'offender, person who abuses, suspect',
    readers: 'everyone',
  },
  {
    words: ['young offender*', 'child abuser*'],
    instead: 'child with harmful sexual behaviour',
    readers: 'everyone',
  },
  {
    words: [
      'commit suicide',
      'commits suicide',
      'committed suicide',
      'خودکشی کا ارتکاب',
      'ارتکابِ خودکشی',
    ],
    instead: 'die by suicide; hurt yourself',
    readers: 'everyone',
  },
  { words: ['violence porn', 'snuff'], instead: 'violent content', readers: 'everyone' },
  {
    words: ['snitch*', 'informer*', 'tattletale*', 'tell tales', 'مخبر*', 'چغل*', 'چغلی*'],
    instead: 'report, tell, ask for help',
    readers: 'everyone',
  },
  {
    words: ['sextortion'],
    instead: 'sexual extortion of children; threats with a picture',
    readers: 'people',
  },
  {
    words: ['alleged', 'allegedly', 'confess*', 'admits', 'مبینہ*'],
    instead: 'says, told us, reported',
    readers: 'people',
  },
  {
    words: ['promiscuous', 'naive', 'naïve', 'consented', 'بدچلن*', 'بد چلن*', 'آوارہ*'],
    instead: 'nothing: a child can not consent to abuse',
    readers: 'people',
  },
  { words: ['banter', 'online drama'], instead: 'bullying', readers: 'people' },
  { words: ['virtual abuse'], instead: 'abuse', readers: 'people' },
  {
    words: ['complain', 'complains', 'complained', 'complaining'],
    instead: 'report, tell, ask for help',
    readers: 'people',
  },
  {
    words: ['victim*', 'online friend*', 'grooming', 'csam', 'گرومنگ'],
    instead: 'you; someone who wants secrets or pictures',
    readers: 'child',
  },
  {
    words: [
      'illegal',
      'bad child*',
      'bad boy*',
      'bad girl*',
      'naughty',
      'you should have',
      'why did you',
      'غیر قانونی',
      'غیرقانونی',
      'برا بچہ',
      'برے بچے',
      'گندا بچہ',
      'گندے بچے',
      'شرارتی',
      'تم نے کیوں',
      'آپ نے کیوں',
    ],
    instead: 'what happened and what to do next, without blame',
    readers: 'child',
  },
  {
    words: [
      'naked',
      'sex',
      'sexual',
      'abuse*',
      'police',
      'crime*',
      'suicide',
      'violence',
      'ننگ*',
      'برہنہ*',
      'جنسی',
      'پولیس',
      'جرم',
      'مجرم*',
      'خودکشی',
      'تشدد',
    ],
    instead: 'words of a child of seven',
    readers: 'smallest',
  },
];

const reach: Readonly<Record<Readers, readonly Readers[]>> = {
  everyone: ['everyone'],
  people: ['everyone', 'people'],
  child: ['everyone', 'people', 'child'],
  smallest: ['everyone', 'people', 'child', 'smallest'],
};

const escaped = (words: string): string => words.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Letters of any script end a word; a mark over a letter belongs to it. */
const patternOf = (words: string): RegExp => {
  const inner = escaped(words)
    .replaceAll('*', String.raw`[\p{L}\p{M}]*`)
    .replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${inner}(?![\p{L}\p{M}\p{N}])`, 'giu');
};

const patterns = rules.map(({ words, instead, readers }) => ({
  instead,
  readers,
  found: words.map(patternOf),
}));

export function forbiddenIn({ where, words, readers }: Text): Finding[] {
  return patterns
    .filter((rule) => reach[readers].includes(rule.readers))
    .flatMap(({ found, instead }) =>
      found.flatMap((pattern) =>
        [...words.matchAll(pattern)].map(([match]) => ({ where, found: match, instead })),
      ),
    );
}
