// A few hundred texts of every kind the text model meets, the same each time: for tests of scores that must not change.

const words: readonly (readonly string[])[] = [
  'the quick brown fox is happy today we go to school and play you are an idiot shut up'.split(' '),
  'je suis très content aujourd’hui l’école où ça été naïve garçon ta gueule connard'.split(' '),
  'El niño está muy feliz mañana ¿qué tal? eres un tonto corazón'.split(' '),
  'сегодня хорошая погода йод ёлка школа дурак Россия ПРИВЕТ'.split(' '),
  'آج موسم اچھا ہے بچے اسکول جاتے ہیں تم پاگل ہو كلب مَدْرَسَة ـــهلا'.split(' '),
  '今天天气很好 你这个笨蛋 学校 我们一起去玩吧 ひらがな 한국어'.split(' '),
  'tum kahan ho yaar kal milte hain bilkul pagal'.split(' '),
  '1d10t m0r0n a$$ sh!t b*tch $h1t @ss stuuuupid goood aaaaa i d i o t s.t.u.p.i.d'.split(' '),
  '😀 👍🏽 ❤️ 𝐛𝐨𝐥𝐝 𝒔𝒄𝒓𝒊𝒑𝒕 ｆｕｌｌｗｉｄｔｈ ①② ﬁne ıi ŁódźÆ ΑΒΓ раура1 y\u200bou \ud835 \udc00 \ud800'.split(
    ' ',
  ),
  '2024 10:30 50% 3.14 +92 300 1234567 mp3 b2b 4ever ١٢٣ ۴۵۶ a1b2c3'.split(' '),
];
const between = [' ', ' ', ' ', ' ', ', ', '. ', '\n', ' - ', '', '\u200b', '!', '|', '…'];

export function variedTexts(count: number): string[] {
  let seed = 20_240_601;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const oneOf = <T>(list: readonly T[], otherwise: T): T => list[below(list.length)] ?? otherwise;
  const long = (): string =>
    String.fromCharCode(...Array.from({ length: 1 + below(90) }, () => 0x61 + below(26)));
  return Array.from({ length: count }, (_, at) => {
    const own = words[at % words.length] ?? [];
    const size = 1 + below(at % 7 === 0 ? 400 : 40);
    const parts = Array.from({ length: size }, () => {
      const kind = below(20);
      if (kind === 0) return long();
      const word = oneOf(kind < 4 ? oneOf(words, own) : own, '');
      return (kind === 4 ? word.toUpperCase() : word) + oneOf(between, ' ');
    });
    return parts.join('');
  });
}
