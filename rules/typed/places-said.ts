// Where somebody lives, learns or is just now, as it is said in the eight languages. A city, a country or "school" alone
// says nothing; a street with its number, a school's name or a spot in a park does.

const w = (inner: string, flags = 'iu'): RegExp => new RegExp(inner, flags);
/** A word's edge: \b knows Latin letters only. */
const from = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const to = String.raw`(?![\p{L}\p{M}\p{N}])`;

const year = String.raw`(?!(?:1[5-9]|20)\d\d(?!\d))`;

const lives =
  /(?:\b(?:i(?:'m| am)? liv(?:e|ing)|we live|my (?:home )?address|home address|our house|my house is|come to my|mail it to|ship it to|mera (?:ghar|pata|address)|mere ghar|hamara ghar|rehta|rehti|j'habite|mon adresse|vivo en|mi direcci[oó]n|mi casa)\b|я живу|мой адрес|живём на|میرا (?:گھر|پتہ|پتا|ایڈریس)|ہمارا گھر|رہتا ہوں|رہتی ہوں|أسكن|اسكن|عنواني|بيتي في|我家|我住|住在|地址)/iu;

const streets: readonly RegExp[] = [
  // 221B Baker Street. Words such as "the" between number and street tell of a way, not of an address.
  w(
    String.raw`${from}${year}\d{1,5}[a-z]?,? (?!(?:minutes?|mins?|hours?|miles?|meters?|metres?|km|blocks?|times?|years?|days?|people|cars|kids|lane|way|more|of|the|on|in|feet|steps|star)${to})(?:(?!(?:the|this|that|down|up|of|on|in|at|to|my|our|and|a|an|from|across|with|for|or|is|was|are|mein|main|ki|ka|ke|ko|or|aur)${to})[\p{L}.'-]+ ){1,3}(?:street|str|road|rd|avenue|ave|boulevard|blvd|lane|drive|crescent|terrace|gardens|grove)${to}`,
  ),
  w(
    String.raw`${from}\d{1,5} (?:[\p{L}'-]+ )?[\p{Lu}][\p{L}'-]+ (?:St|Dr|Ct|Ln|Pl|Way|Place|Square)\b`,
    'u',
  ),
  // Names of streets in other countries' words, told by what stands around them.
  /(?:^|[^\p{L}\d])\d{1,5} (?:\p{L}[\p{L}.'-]* ){1,4}\d{0,5} ?(?:Suite|Apt\.?|Apartment) \d{1,5}/u,
  /\bP\.? ?O\.? Box \d{1,6}/iu,
  /(?<!\b(?:ip|mac|e-?mail|web|site|wallet)) address(?:es)?(?: is| are|:| to:?) ?(?:\p{L}+ ){0,3}\d{1,5} \p{L}/iu,
  /\b(?:send|sent|ship|shipped|deliver|delivered|mail|mailed)(?: (?:it|them|one|this|that))? to \d{1,5} \p{Lu}/u,
  /(?<!\p{L})\p{Lu}\p{L}{3,}(?:straat|strasse|straße|vej|gata|gatan|gade|gate|katu|utca|weg) \d{1,4}(?!\d)/u,
  // House 12, Street 5, Sector F-8
  w(
    String.raw`${from}(?:house|flat|apartment|apt|plot|makan|ghar|quarter)(?: (?:no|number|num|nr))?\.? ?[#-]? ?\d{1,5}(?:[-/ ]?[a-z])?${to}.{0,30}${from}(?:street|st|road|gali|gal+i|block|sector|phase|town|colony|mohal+ah?|society|scheme|lane|building|floor)${to}`,
  ),
  w(
    String.raw`${from}(?:street|gali|lane)(?: (?:no|number|num))?\.? ?#? ?\d{1,3}[a-z]?,? .{0,20}${from}(?:block|sector|phase|town|colony|mohal+ah?|society|[a-z]-\d{1,2})${to}`,
  ),
  w(
    String.raw`(?:مکان|گھر|فلیٹ|کوٹھی|پلاٹ) ?(?:نمبر|#)? ?\d{1,5}.{0,30}(?:گلی|محلہ|محلے|سڑک|روڈ|بلاک|سیکٹر|کالونی|ٹاؤن|فیز|سٹریٹ|اسٹریٹ)`,
  ),
  w(String.raw`(?:گلی|سٹریٹ|اسٹریٹ) ?نمبر ?\d{1,3}.{0,20}(?:محلہ|محلے|بلاک|سیکٹر|کالونی|ٹاؤن|روڈ)`),
  w(
    String.raw`${from}(?:calle|avenida|avda\.?|c/|paseo|carrera|pasaje|camino)(?: [\p{L}.'-]+){1,5},? ?(?:n[.úu]?[mº°]?\.? ?|# ?)?\d{1,5}${to}`,
  ),
  w(
    String.raw`${from}${year}\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|chemin|impasse|all[ée]e|quai|route|place)(?: (?:de|du|des|d'|la|le|les|l'))* ?[\p{L}'-]{2,}`,
  ),
  w(String.raw`شارع(?: \p{L}+){1,4}.{0,20}(?:رقم|بناية|عمارة|شقة|منزل|بيت|فيلا|مبنى) ?\d{1,5}`),
  w(String.raw`(?:منزل|بيت|شقة|فيلا|عمارة) (?:رقم )?\d{1,5}.{0,20}(?:شارع|حي)`),
  w(
    String.raw`${from}(?:ул\.?|улиц[аеу]|проспекте?|пр-т|переулок|шоссе|бульвар|набережная)(?:(?! [вВ] ) [\p{L}.-]+){1,4},? ?(?:д\.? ?|дом ?|№ ?)?\d{1,3}[а-я]?${to}`,
  ),
  w(
    String.raw`[\p{Script=Han}]{2,12}(?:路|街|道|巷|弄|胡同)(?:[\p{Script=Han}\d]{0,8})\d{1,5} ?(?:号|弄|室|栋)`,
  ),
];

const homeNumber = w(
  String.raw`(?:house|flat|apartment|apt|makan|مکان|گھر|فلیٹ|appartement|piso|квартир[аеу]|кв\.|дом|شقة|منزل|门牌)[ .#№-]*(?:no\.?|number|نمبر|رقم|n[º°]?)?[ .#-]*\d{1,5}`,
);

export const tellsAddress = (text: string): boolean =>
  streets.some((street) => street.test(text)) || (lives.test(text) && homeNumber.test(text));

/** Words before "school" that name no school. */
const common =
  /^(?:a|an|the|my|your|his|her|our|their|this|that|same|different|another|other|new|old|big|small|good|great|nice|best|local|public|private|state|high|middle|primary|elementary|secondary|junior|senior|grammar|boarding|art|music|drama|dance|law|medical|med|business|language|film|cooking|driving|night|summer|sunday|home|online|girls?|boys?|all|catholic|islamic|muslim|christian|community|village|after|to|for|about|at|in|and|with|from|every|day|cool|horrible|terrible|boring|stupid|strict|very|really|of|no|any|which|what|whichever|is|was|hate|love|like|go|skip|bus|old|not|ek|kisi|apne|apni|mere|mera|meri|wo|us|is|acha|acche|bare|naye|purane|same)$/i;

const namedSchools: readonly RegExp[] = [
  /\b(?:i (?:go to|study (?:at|in)|attend|am (?:at|in)|'m at|'m in)|i'm (?:at|in)|my school is|my school's|we go to|my school name is|student (?:at|of|in))((?: [\p{L}\d.'&-]+){1,6}?) (?:school|college|academy|high|elementary|grammar|university)\b/iu,
  /\bmain?((?: [\p{L}\d.'-]+){1,5}?) (?:school|college|academy)(?: \p{L}+)? (?:me|mein|main|may) (?:pa[rd]h|hu|hoo|ja)/iu,
  /\bmer[aey] (?:school|college)(?: ka naam)?((?: [\p{L}\d.'-]+){1,5}?) (?:school|college|academy|hai)\b/iu,
];
const schools: readonly RegExp[] = [
  /\b(?:i (?:go to|study (?:at|in)|attend)|i'm (?:at|in)|my school(?: name)? is|mer[ae] school|main?|student of) (?:the )?(?:beaconhouse|roots|city school|lgs|lahore grammar|army public|aps|froebel|allied|dps|aitchison|karachi grammar|kgs|nixor|cedar|punjab college|educators|smart school|dar-?e-?arqam|divisional public)\b/iu,
  /میں (?!ایک |اپنے |اسی |کسی )(?:[\p{L}\p{M}]+ ){1,5}(?:سکول|اسکول|کالج|اکیڈمی) (?:میں|کا|کی) (?:پڑھ|طالب|جات)/u,
  /(?:میرے|میرا|ہمارے|ہمارا) (?:سکول|اسکول|کالج) (?:کا نام )?(?!بہت|اچھا|بڑا|بند|دور|نہیں|میں|سے|کے|کی|گی)[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,4} (?:سکول |اسکول |کالج )?ہے/u,
  /\b(?:voy al?|estudio en(?: el| la)?|mi (?:colegio|escuela|instituto) (?:es|se llama))(?: el| la)? ?(?:(?<=se llama)|(?<=es)|colegio|escuela|instituto|IES|CEIP) (?:(?:de|del|la|el|los|las|san|santa) ?)*\p{Lu}\p{L}+/u,
  /\b(?:je vais (?:au|à l'|à la)|j'étudie (?:au|à l')|je suis (?:au|à l')|mon|ma) ?(?:collège|lycée|école)(?: (?:s'appelle|c'est|est))?(?: (?:le|la|de|du|des))? \p{Lu}\p{L}+/u,
  /(?:أدرس في|ادرس في|أذهب إلى|اذهب الى|مدرستي(?: اسمها| هي)?) (?:مدرسة|ثانوية|كلية|متوسطة|إعدادية|ابتدائية) (?!ال?(?:جديدة|كبيرة|حكومية|خاصة)(?![\p{L}]))\p{L}+/u,
  /(?:учусь в|хожу в|моя школа)[- —]*(?:школ[аеу]|гимнази[яию]|лице[йе]|колледже?)? ?(?:№|номер|#)? ?\d{1,4}(?!\p{L}| ?-?(?:м|й|ом|ем) класс)/iu,
  /我(?:在|就读于|上的?是?|们学校是)(?!一所|这所|那所|同一)[\p{Script=Han}\d]{2,12}(?:小学|中学|高中|初中|学校)(?:上学|读书|念书|上|读|，|。|！|$| )/u,
];

export const tellsSchool = (text: string): boolean =>
  schools.some((school) => school.test(text)) ||
  namedSchools.some((named) => {
    const name = named.exec(text)?.[1];
    return (
      name !== undefined &&
      name
        .trim()
        .split(' ')
        .some((word) => !common.test(word))
    );
  });

const coordinates =
  /(?<![\d.])-?(?:[0-8]?\d|90)\.\d{4,9} ?[,;] ?-?(?:1[0-7]\d|\d{1,2}|180)\.\d{4,9}(?!\d)/;
const degrees =
  /\d{1,3}°\d{1,2}['’′][\d.]*["”″]? ?[NS].{0,4}\d{1,3}°\d{1,2}['’′][\d.]*["”″]? ?[EWO]/u;
const mapLink =
  /(?:maps\.app\.goo\.gl|goo\.gl\/maps|maps\.google\.|google\.[a-z.]{2,6}\/maps|maps\.apple\.com|waze\.com\/ul|what3words\.com\/|w3w\.co\/|yandex\.\w{2,3}\/maps|share\.here\.com|life360\.com\/|amap\.com\/|map\.baidu\.com)/i;

const spot = String.raw`(?:park|mall|station|bus stop|stop|caf[eé]|restaurant|library|market|cinema|gym|beach|bridge|mosque|church|hotel|hospital|hostel|playground|ground|pool|corner|gate|shop|mcdonald'?s|kfc|starbucks|school|bazaar|airport)`;
const nowThere: readonly RegExp[] = [
  w(
    String.raw`\bi(?:'m| am|m)(?: \p{L}+)? (?:at|in|outside|near|by|behind)(?: [\p{L}'-]+){0,4} ${spot}(?: [\p{L}'-]+){0,3} (?:right )?now\b`,
  ),
  w(
    String.raw`\b(?:right )?now i(?:'m| am|m) (?:at|in|outside|near|by|behind)(?: [\p{L}'-]+){0,4} ${spot}\b`,
  ),
  /\bi(?:'m| am|m)(?: all)? (?:home alone|alone at home|at home alone)\b/iu,
  /\b(?:main?|mai) (?:abhi|is waqt|iss waqt)(?: \p{L}+){1,5} (?:me|mein|main|pe|par|ke pas|ke paas) (?:hu|hoo|hun|hoon)\b/iu,
  /\b(?:main?|mai|mein) ghar (?:pe|par|me|mein) (?:akel[aie]|akeli) h/iu,
  /میں (?:اس وقت|ابھی) (?!یہاں|خوش|بہت|ٹھیک|مصروف)(?:[\p{L}\p{M}]+ ){1,5}(?:میں|پر|کے پاس|کے باہر|کے قریب) ہوں/u,
  /میں گھر (?:پر|میں) (?:اکیلا|اکیلی) ہوں/u,
  /\b(?:ahora(?: mismo)? )?estoy (?:en|fuera de|cerca de) (?:el|la|los|las) (?:parque|centro comercial|estación|parada|playa|biblioteca|cine|plaza|gimnasio)(?: \p{L}+){0,4} ahora|\bahora(?: mismo)? estoy en (?:el|la) (?:parque|centro comercial|estación|parada|playa|biblioteca|cine|plaza)|\bestoy sol[oa] en casa\b/iu,
  /\bje suis (?:actuellement |maintenant |là )?(?:au|à la|à l'|devant) ?(?:parc|centre commercial|gare|arrêt|plage|bibliothèque|cinéma|stade|café)(?: \p{L}+){0,4} (?:maintenant|là|en ce moment)|\bje suis seule? (?:à la maison|chez moi)\b/iu,
  /أنا (?:الآن|الان|حاليا) (?:في|عند|قرب|أمام) (?:ال)?(?:حديقة|مول|محطة|مقهى|مكتبة|سوق|سينما|شاطئ|مطعم)|(?:أنا|انا) (?:وحدي|لوحدي) (?:في|ب)(?:ال)?(?:بيت|منزل)/u,
  /я сейчас (?:в|на|у|около|возле) (?:парке|тц|торговом центре|вокзале|станции|остановке|пляже|библиотеке|кафе|метро|рынке)|я (?:сейчас )?(?:один|одна) дома/iu,
  /我(?:现在|正)在(?!家里?吃|看|想|玩|听|写|做|学|忙|等)[\p{Script=Han}]{1,8}(?:公园|商场|车站|地铁站|咖啡|图书馆|电影院|超市|门口|海滩|餐厅)|我(?:现在)?一个人在家/u,
];

export const tellsWhereabouts = (text: string): boolean =>
  coordinates.test(text) ||
  degrees.test(text) ||
  mapLink.test(text) ||
  nowThere.some((said) => said.test(text));
