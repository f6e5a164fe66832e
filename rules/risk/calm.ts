// Pages that speak about hard things in order to help, teach, heal, report or pray. Found, a text counts for less: the words
// of a clinic and the words of what it heals are the same words.
import { isInstitution } from './address-evidence.ts';
import { plainWords } from './plain-words.ts';

const leastKinds = 3;
/** Of all words: one in a hundred and fifty. A page of any kind has a doctor or a court in it somewhere. */
const wordsPerCalmWord = 150;
const looked = 20_000;

const calmWords: ReadonlySet<string> = new Set(
  [
    'helpline hotline counsellor counselor counselling counseling therapist therapy treatment symptom symptoms doctor doctors patient patients clinic hospital health medical medicine diagnosis prevention vaccine contraception puberty pregnancy nurse disorder recovery charity volunteer',
    'education pupils students teacher teachers curriculum lesson university research researchers study history historian century museum war empire treaty biology anatomy chapter',
    'police court judge minister ministry government parliament election law lawyer reporter journalist officials agency president rights campaign community equality discrimination',
    'faith prayer prayers church mosque temple scripture bible quran hadith gospel psalm synagogue torah saint worship sermon fasting ramadan',
    'santé médecin médecins hôpital traitement symptômes prévention contraception puberté grossesse association élèves enseignant université histoire siècle musée guerre police tribunal juge ministre gouvernement loi journaliste droits communauté prière église mosquée foi bible coran messe écoute patients soins maladie',
    'salud médico médicos hospital tratamiento síntomas prevención anticonceptivos pubertad embarazo asociación alumnos docente universidad historia siglo museo guerra policía tribunal juez ministro gobierno ley periodista derechos comunidad oración iglesia mezquita fe biblia corán misa pacientes enfermedad ayuda línea',
    'здоровье врач врачи больница лечение симптомы профилактика контрацепция беременность пациент пациенты психолог помощь ученики учитель университет история век музей война полиция суд судья министр правительство закон журналист права сообщество молитва церковь мечеть вера библия коран болезнь телефон доверия',
    'الصحة صحة الطبيب طبيب الأطباء المستشفى مستشفى العلاج علاج الأعراض أعراض الوقاية الوقايه البلوغ الحمل المرضى الطلاب المعلم الجامعة التاريخ القرن المتحف الحرب الشرطة المحكمة القاضي الوزير الحكومة القانون الصحفي حقوق المجتمع الصلاة المسجد الكنيسة الإيمان القرآن الحديث الإنجيل المساعدة خط الدعم مرض',
    'صحت ڈاکٹر ڈاکٹروں ہسپتال علاج علامات بچاؤ بلوغت حمل مریض مریضوں بیماری طالب علم استاد اساتذہ یونیورسٹی تاریخ صدی عجائب جنگ پولیس عدالت جج وزیر حکومت قانون صحافی حقوق برادری نماز مسجد گرجا ایمان قرآن حدیث انجیل دعا مدد ہیلپ لائن مشورہ تعلیم',
    'sehat doctor ilaj bimari bemari hospital mareez alamat balughat hamal taleem ustad talib university tareekh sadi jang police adalat judge wazir hukumat qanoon sahafi huqooq namaz masjid girja iman quran hadees dua madad mashwara',
  ]
    .join(' ')
    .split(' ')
    .map(plainWords),
);
/** Written without spaces. */
const calmCharacters =
  /健康|医生|医院|治疗|症状|预防|避孕|青春期|怀孕|患者|疾病|热线|求助|心理咨询|教育|学生|老师|大学|研究|历史|世纪|博物馆|战争|警方|警察|法院|法官|部长|政府|法律|记者|权利|社区|祈祷|教堂|清真寺|信仰|圣经|古兰经/g;
const charactersPerCalmWord = 150;

/** Whether a page gives its hard words a calm frame: an institution, or enough words of care, learning, news or faith. */
export function isCalm(host: string, text: string): boolean {
  if (isInstitution(host)) return true;
  const piece = text.slice(0, looked);
  const all = plainWords(piece).split(' ');
  const found = all.filter((word) => calmWords.has(word));
  if (isDense(found, all.length / wordsPerCalmWord)) return true;
  return isDense(piece.match(calmCharacters) ?? [], piece.length / charactersPerCalmWord);
}

const isDense = (found: readonly string[], least: number): boolean =>
  found.length >= least && new Set(found).size >= leastKinds;
