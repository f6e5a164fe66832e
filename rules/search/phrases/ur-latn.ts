import type { TopicPhrases } from '../topic.ts';

export const urLatn: TopicPhrases = {
  'self-harm': {
    own: [
      '(main|mein|mai|me|mujhe|mujhay|mjhe) ~(marna|mar jana|jeena nahi|jeena nhi|khudkushi|khud kushi)( chaht*| hai)?',
      '(zindagi|jeene) se (tang|bezar|thak)*( .*)?',
      '(apne aap|khud) ko ~(maar*|mar*|khatam|nuqsan|zakhmi|kaat*)',
      '(jeena|jena) (nahi|nhi|nai)( chaht*| hai)?',
    ],
    plain: [
      'khud ?kushi ~(kaise|kese|tarik*|tareek*|karne|goli*)( .*)?',
      '(marne|khudkushi) ka ~(asan |aasan )?(tarik*|tareek*)',
      '(hath|haath|kalai|nas) (kaat*|kat*) ~(tarik*|tareek*|dard|khud)( .*)?',
      'kitni goli* ~(mar|maut)( .*)?',
    ],
  },
  abuse: {
    own: [
      '(abbu|ammi|abu|walid|walidain|chacha|mamu|mamoo|taya|bhai|cousin|ustad|teacher|qari|qari sahab|molvi|sir|ghar wale|sotel*|parosi|uncle|khalu|phupha|papa|baba) ~(marte|marta|marti|maarte|maarta|peet*|chhoo*|chut*|cher*|hath laga*|haath laga*|touch kar*|ziyadti|tang kar*)( .*)?',
      '(mere|meri) sath ~(ziyadti|zyadti|rape|galat kaam|ghalat kaam|badfaili)',
      '(galat|ghalat) (jagah|tarike se) ~(hath|haath|touch)( .*)?',
      'mujhe ~(harass|rape)( .*)?',
    ],
    plain: [],
  },
  blackmail: {
    own: [
      '(mujhe|mjhe|mujhay) ~black ?mail( .*)?',
      '(meri|hamari|apni) ~(tasveer*|tasweer*|pics?|photos?|video*|private video) ~(viral|leak|paas|pas|delete|dhamki|net|share)( .*)?',
      '(video*|tasveer*|pics?) ~(viral|leak) (karne|kar de*) ~dhamki',
      '(meri|apni) (nangi|private) (tasveer*|pics?|video*)( .*)?',
    ],
    plain: ['black ?mailer ~(se|ko|ki)( .*)?', 'black ?mailing (se|ki shikayat)( .*)?'],
  },
  'running-away': {
    own: [
      'ghar ~(se|chor kar|chhor kar) ~(bhagna|bhagun|bhaag jaun|bhag jaun|jaun|chala jaun|chali jaun|nikal jaun)( .*)?',
      'ghar walon ne ~nikal( .*)?',
    ],
    plain: [
      'ghar se (bhagne|bhaagne|bhag kar|bhaag kar|farar) ~(tarik*|tareek*|kahan|kaha|jagah|jaye)( .*)?',
    ],
  },
  eating: {
    own: [
      'khana ~(chorun|chorna|band karun|nahi khana|nhi khana|chhorna)( .*)?',
      '(main|mein|mai) ~(moti|mota) (hun|hoon|ho)( .*)?',
      '(bina|baghair|bagair) khaye ~(reh*|kaise|kese)',
    ],
    plain: [
      '(khane|khana) ~(ke baad )?ulti ~(kaise|kese|karun|karen|karna|karke|kar ke)( .*)?',
      'ulti (kaise|kese) (karen|karun|karein)( .*)?',
      '(ek|1|do|teen|[0-9]) (din|haft*|hafte) (mein |me )?~(kilo|kg) ~(wazan|weight|kam)( .*)?',
      '(bhook*|bhuk*|bhookh*|bhooka|bhooki) reh* ~(wazan|weight|patl*|dubl*)( .*)?',
      '(bhook|bhuk) (khatam|khtm|marne|band) (karne )?(ki|ka)( .*)?',
    ],
  },
  drugs: {
    own: [
      '(nasha|cigarette|charas|ice|vape|sharab) ~(chorna|chhorna|chhut nahi|chor nahi|kaise chor*)( .*)?',
      '(abbu|bhai|ammi) ~nasha ~kar*( .*)?',
    ],
    plain: [
      '(charas|nasha|ice nasha|heroin|sharab|vape|afeem|bhang|crystal|weed|ganja|naswar|sheesha) ~(kahan|kaha|kaise|kese|khareed*|milt*|milta|peet*|karen|bana*)( .*)?',
    ],
  },
  study: [
    'mazmoon',
    'taqreer',
    'roktham',
    'rok tham',
    'nuqsan*',
    'tareekh',
    'qanoon',
    'huqooq',
    'haram',
    'islam*',
    'sharai',
    'khilaf',
    'ilaj',
    'dua',
    'wazifa',
    'matlab',
    'khabar*',
    'shayari',
    'pyaz',
    'machhar',
    'chuh*',
    'baal',
    'essay',
  ],
  media: [
    'film',
    'drama',
    'gana',
    'gane',
    'novel',
    'shayari',
    'ghazal',
    'movie',
    'song',
    'cast',
    'game',
    'episode',
    'kahani',
  ],
};
