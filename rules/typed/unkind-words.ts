// Words that are unkind beyond doubt because they are said to somebody's face: "you are so …". Beside the text model, which
// knows whole texts and no faces. What is said of a thing, quoted, denied or asked about is left alone. The lists are of
// what children write to each other, not of all bad words there are.

const from = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const to = String.raw`(?![\p{L}\p{M}\p{N}])`;
const said = (inner: string): RegExp => new RegExp(`${from}(?:${inner})${to}`, 'iu');

/** "If you think you are …", "she said you are …": somebody's doubt, and no blow. */
const notQuoted = String.raw`(?<!${from}(?:think|thinks|thought|say|says|said|saying|tell|tells|told|if|when|that|because|believe|feel|like|call|calls|called|not|why|make|makes|does|do|did|are) )`;

/** "Do not ever …", "he told me to …" */
const unasked = String.raw`(?<!${from}(?:not|don't|dont|never|ever|to|the) )`;

const english = String.raw`stupid|dumb|dumbass|idiots?|idiotic|morons?|losers?|ugly|pathetic|worthless|useless|trash|garbage|disgusting|retard|retarded|bitch(?:es)?|bastards?|whores?|sluts?|pigs?|freaks?|creeps?|failure|assholes?|imbecile|scum|vermin|faggots?|fag|cunts?|waste of (?:space|air|oxygen)|piece of (?:shit|trash|crap)|nobody`;

const unkind: readonly RegExp[] = [
  said(
    String.raw`${notQuoted}(?:you(?:'re|’re| are| r| all are)?|u(?: r| are)?|ur|youre|yall(?: are)?)(?: (?:all|such|so|just|really|fucking|fuckin|freaking|a|an|the|too|very|nothing|but|literally|actually|most|an absolute|absolute|total|complete|little|fat|big|stupid|dumb|ugly|dirty|filthy)){0,4} (?:${english})`,
  ),
  said(
    String.raw`(?:shut up|stfu|shut the f\S* up) (?:you |u )?(?:${english})|stfu|shut the f\S* up|${unasked}(?:(?:go )?kill (?:yourself|urself|ur self|your self)|go (?:and )?die|drop dead(?! date| gorgeous)|fuck off)|kys|(?:hope|wish) (?:you|u) (?:die|get hurt|were dead)|(?:nobody|no one|noone) (?:even )?(?:likes|loves|wants|cares about|needs) (?:you|u)|every(?:one|body) hates (?:you|u)|fuck (?:you|u)|(?:you|u) should (?:just )?(?:die|kill yourself|disappear)`,
  ),
  said(
    String.raw`(?:tu|tum|tm|aap|ap|tujhe|tere|tera|teri)(?: \p{L}+){0,3} (?:kutt[aey]|kutiya|kamin[aey]|harami|haramzad[aei]|gadh[aey]|ullu k[ae] pat+h[aey]|be?wa?[kq]oo?f|ghatiya|zaleel|badsurat|kanjar|jahil|suwar|su[aw]ar|chutiy[aey]|gandu|randi|besharam)`,
  ),
  said(
    String.raw`bhen ?chod|behen ?chod|mada?r ?chod|chutiy[aey]|haramzad[aei]|kutt[aey] k[aei] (?:bach+[aey]|pil+[aey])|ullu k[ae] pat+h[aey]|(?:ja ke |ja kar )?mar ja(?:o|)(?! (?:gay|ga|gi|un))|dafa ho ja(?:o|)`,
  ),
  said(
    String.raw`(?:تم|تو|آپ|تیری|تیرا|تمہاری|اوئے|ابے)(?: [\p{L}\p{M}]+){0,3} (?:کتے|کتا|کتیا|کمینے|کمینہ|کمینی|حرامی|حرامزاد[ےہی]|گدھے|گدھا|گدھی|الو کے پٹھے|بے ?وقوف|گھٹیا|ذلیل|بد ?صورت|کنجر|جاہل|سور|بے ?شرم)|کتے کے بچے|حرامزاد[ےہی]|الو کے پٹھے|جا کر مر|دفع ہو جا(?:ؤ)?`,
  ),
  said(
    String.raw`(?:[أاإ]نت[يِ]?|[أا]نتم|يا)(?: (?:مجرد|واحد|والله|فعلا|جدا)){0,2} (?:غبي[ةه]?|أغبياء|حمار[ةه]?|حمير|كلب[ةه]?|كلاب|حقير[ةه]?|حيوان[ةه]?|تافه[ةه]?|قبيح[ةه]?|فاشل[ةه]?|وسخ[ةه]?|[أا]حمق|حمقاء|خنزير[ةه]?|قذر[ةه]?|زبال[ةه])|اخرس|لا [أا]حد يحبك`,
  ),
  said(
    String.raw`(?:(?:tu es|t'es|t’es|t es|tes|vous êtes)(?: (?:vraiment|trop|juste|un|une|qu'un|qu'une|si|tellement|qu’un|gros|grosse|petit|petite|sale|tellement)){0,4}|esp[eè]ce d[e']|sale|gros|grosse) ?(?:con|conne|connard|connasse|idiote?|stupide|d[ée]bile|moche|nulle?|salope|pute|merde|imb[ée]cile|bouffone?|b[âa]tarde?|porc|truie|abrutie?|laide?|ratée?)|(?:ferme )?ta gueule|va crever|va te pendre|nique ta m[eè]re|personne ne t'aime`,
  ),
  said(
    String.raw`(?<!${from}(?:no|que|si) )(?:eres|sos|maldit[oa]|pinche|pedazo de)(?: (?:un|una|muy|tan|el|la|más|bien|solo|puro|pura|mas)){0,3} (?:idiota|est[uú]pid[oa]|imb[eé]cil|tont[oa]|fe[oa]|basura|put[oa]|mierda|perdedora?|in[uú]til|cerd[oa]|asqueros[oa]|retrasad[oa]|pendej[oa]|cabr[oó]na?|zorra|gilipollas|subnormal|marica|gord[oa])|vete a la mierda|hij[oa] de puta|nadie te (?:quiere|soporta)|mu[eé]rete|m[aá]tate`,
  ),
  said(
    String.raw`(?:ты|вы)(?: (?:же|просто|такой|такая|реально|полный|полная|тупой|тупая|жирный|жирная|настоящий|самый|самая))*[ —-]+(?:дурак|дура|идиот\p{L}*|тупой|тупая|тупые|урод\p{L}*|лох|лохушка|дебил\p{L}*|мразь|тварь|коз[её]л|ублюдок|сука|шлюха|свинья|кретин\p{L}*|придур\p{L}+|ничтожество|жирный|жирная|страшная|чмо|мусор)|заткнись|сдохни|убей себя|убейся|(?:иди|пош[её]л|пошла)(?: ты)? на ?ху[йи]|никто тебя не любит`,
  ),
  /(?<!说|觉得|认为|不要以为|如果|看到|见到)[你妳](?:真的?|就是|这个?|个|他妈的?|是个?|太|好|怎么这么|们都?|简直|全家都?|长得|才)*(?:傻[逼叉瓜子]|傻|笨蛋|笨|白痴|蠢[货猪]?|废物|垃圾|贱[人货]?|丑八怪|丑|猪头|脑残|智障|恶心|人渣|畜生|变态)(?!笑|等|了吧唧)|去死吧?|傻逼|滚开|没人喜欢[你妳]/u,
];

/** `plain`: see plain.ts. */
export const isSaidToHurt = (plain: string): boolean =>
  unkind.some((words) => words.test(plain.replaceAll('’', "'")));
