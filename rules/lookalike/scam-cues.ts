// What scam pages say, by idea and in eight languages. One idea is no sign: every honest shop has prizes, fees and codes.
// "*" at the end: any ending. Compared as plain words (small letters, no accents); Chinese and Arabic letters also inside a word.

export const cues = {
  /** Money of games and what is worth as much there. */
  goods: `gta money|money drop|gta cash|gta online|in game money|game money|free game|premium apk|moedas|golds|free gems|coin generator|пабг|uc bonus|чит*|фортнайт|v бакс*|робукс*|روبوكس|شدات|نقود اللعبة|گیم کے پیسے|皮肤|点券|游戏币|robux|v bucks|vbucks|minecoins|free fire diamonds|diamonds|diamantes|diamants|алмаз*|ڈائمنڈ*|ڈائمنڈز|جواهر|钻石|uc|
    pubg uc|unknown cash|coins|monedas|pieces|монет*|金币|nitro|skins|skin|скин*|skinss|gems|brawl pass|minecraft premium|
    premium account|gift card code|روبکس|یو سی|سکے|رو بوكس|روبوكس`,
  free: `free|for free|مفت|muft|free mein|gratis|gratuit*|бесплатн*|مجانا|مجاني|مجانية|免费|100 percent off|unlimited|لامحدود|
    illimit*|ilimitad*|безлимит*|无限`,
  generator: `generator|generateur|generador|генератор*|hack|hack tool|mod menu|cheat tool|injector|جنریٹر|ہیک|مولد|生成器|
    generate now|генерир*|online tool|glitch`,
  /** A gate before what was promised. */
  human: `by installing two|installing two free apps|install two free apps|two free apps|installing 2|prove that you are not a robot|prove you are not a bot|prove that you are not a bot|prove that you are human|complete a short offer|complete a quick offer|complete one task|complete the task to unlock|sponsor offer|content locker|unlock by completing|instala dos aplicaciones|instala 2 aplicaciones|demuestra que no eres un robot|completa la oferta|completa una encuesta para|installez deux applications|installez 2 applications|prouvez que vous n etes pas un robot|terminez une offre|докажите что вы не робот|докажите что вы человек|установите 2 приложения|выполните задание|اثبت انك لست روبوت*|ثبت تطبيقين|قم بتثبيت تطبيق*|اكمل المهمة|دو ایپس انسٹال|ثابت کریں کہ آپ روبوٹ|do apps install|robot nahi|安装两款|完成任务解锁|证明你不是机器人|human verification|verify you are human|verify that you are human|prove you are human|verify you are not a robot|
    complete one offer|complete an offer|complete 1 offer|complete 2 offers|complete the offer|install two apps|install 2 apps|
    install one app|insaan hone ki tasdeeq|انسان ہونے کی تصدیق|تصدیق کریں کہ آپ انسان|کوئی ایک ایپ انسٹال|
    verificacion humana|verifica que eres humano|completa una oferta|verification humaine|prouvez que vous etes humain|
    подтвердите что вы не робот и|подтвердите что вы человек|установите два приложения|التحقق البشري|اثبت انك انسان|اكمل العرض|
    人机验证|真人验证|完成一个任务|安装两个应用`,
  gameName: `enter your username|enter username|your roblox username|player id|enter your id|your epic username|enter your player id|
    apna player id|apni id likhein|اپنی آئی ڈی لکھیں|پلیئر آئی ڈی|یوزر نیم لکھیں|ingresa tu usuario|tu nombre de usuario|id de jugador|
    entrez votre pseudo|ton pseudo|id игрока|введите ник*|введите id|ادخل اسم المستخدم|معرف اللاعب|اسم اللاعب|输入你的id|玩家id|输入用户名`,
  youWon: `reserved for you|prize has been reserved|box contains|you are entitled to|te ha tocado|ha resultado ganador*|enhorabuena|felicidades has|tirage au sort vous|вам начислен*|начислена|вы стали|мы выбрали вас|ربحت الجائزة|فزت|مبروك|آپ کا انعام نکل|لکی ڈرا|aap ka inaam|inaam nikla|lucky draw|中了|获奖|you have been chosen for|your number was drawn|your number has been drawn|gift is waiting|gift awaits|is waiting for you|your refund is ready|you have an unclaimed|unclaimed reward|raqam manzoor|jeet liya|gift aaya|نمبر لکی ڈرا|کا تحفہ آیا|رقم منظور|tienes un regalo|tu numero salio|regalo pendiente|cadeau vous attend|votre numero a ete tire|vous avez un cadeau|вас ждет подарок|вас ждет приз|положен подарок|تم اختيار رقمك|هديتك بانتظارك|لديك هدية|待领取|已中奖|号码已中奖|今日幸运|you have won|you won|you ve won|youve won|you are the winner|you are our winner|you are todays winner|you are a winner|
    you have been selected|you were selected|you have been chosen|youve been selected|youve been chosen|you are the lucky|
    lucky visitor|lucky winner|aap jeet gaye|aap ne jeeta|aap jeet chuke|aap ka number select|mubarak ho aap|aap khush naseeb|
    آپ جیت گئے|آپ نے جیت|آپ منتخب|آپ کا نمبر منتخب|مبارک ہو آپ|خوش نصیب فاتح|آپ خوش نصیب|
    has ganado|ha ganado|has sido seleccionad*|ha sido seleccionad*|eres el ganador|usted es el ganador|visitante afortunado|
    vous avez gagne|vous avez ete selectionn*|vous etes le gagnant|vous etes l heureux gagnant|heureux gagnant|tu as gagne|
    вы выиграли|вы победитель|вы стали победител*|вы были выбраны|ваш номер выбран|счастливый посетител*|вам положена выплата|
    لقد ربحت|لقد فزت|تم اختيارك|انت الفائز|مبروك لقد|الزائر المحظوظ|恭喜您|恭喜你|您已被选中|您中奖|你中奖|幸运访客|幸运用户`,
  prize: `grand prize|telefono nuevo|phone|mobile|الجايزة|هاتف*|هاتفا|موبائل|فون|手机一部|смартфон*|prize|prizes|iphone*|samsung galaxy|gift card*|gift|gifts|reward*|cash prize|voucher*|ps5|playstation|laptop|car|motorbike|
    motorcycle|inaam|inam|lakh|crore|gift hamper|free data|50 gb|انعام*|انعامی|تحفہ|گفٹ|لاکھ|کروڑ|آئی فون|موٹر سائیکل|گاڑی|
    premio*|regalo*|tarjeta regalo|cadeau*|carte cadeau|lot|recompense*|приз*|подар*|выплат*|выигрыш*|компенсаци*|
    جائزة|جوائز|هدية|هدايا|ايفون|بطاقة هدية|مكافاة|奖品|奖金|礼品|礼物|红包|手机|大奖|补偿`,
  claim: `get yours|take it|collect|to get it|lele|le lein|لے لیں|reclamalo|llevatelo|recibelo|recevez|profitez en|забирай*|активир*|активировать|لتصلك|لتستلم|兑换礼品|领取礼品|claim now|claim your|claim my|claim it|claim prize|claim reward|claim|get it now|get my prize|collect now|receive your prize|
    to receive it|to receive your|redeem now|withdraw now|spin now|spin again|spin the wheel|continue to claim|
    inaam hasil karein|hasil karein|claim karein|abhi hasil|wheel ghumain|ابھی حاصل کریں|حاصل کرنے کے لیے|وصول کریں|کلیم کریں|پہیہ گھمائیں|
    reclama*|reclamar|canjear|obtener mi premio|recibir tu premio|gira la ruleta|reclamez|recuperer|recevoir votre|obtenir mon|tournez la roue|
    получить|забрать|получите|крутите колесо|крутить|استلم*|استلام|احصل على|احصل عليها|ادر العجلة|اطلب جائزتك|领取|立即领取|兑换|抽奖|转盘`,
  survey: `survey|questionnaire|answer 3 questions|answer 4 questions|answer 5 questions|answer the questions|answer a few questions|
    short survey|سروے|چند سوالوں|سوالات کے جواب|sawalon ke jawab|encuesta|sondage|repondez a|responde a|опрос*|ответьте на|استبيان|
    اجب عن|اجب على|问卷|调查|回答`,
  hurry: `expires today|expire today|before it expires|as soon as possible|before the season ends|until tonight|to avoid a late fee|to avoid late fees|late fee|avoid penalt*|caduca|hoy mismo|ahora mismo|cuanto antes|avant ce soir|au plus vite|до конца дня|до полуночи|успейте|как можно скорее|قبل انتهاء|ينتهي اليوم|في اسرع وقت|aaj khatam|jald|آج ختم|جلد از جلد|محدود نشست|即将过期|尽快|过期作废|名额有限|within 24 hours|in 24 hours|within 12 hours|within 48 hours|immediately|expires in|offer expires|only today|today only|last chance|
    hurry|minutes left|seconds left|minutes and|only 3 left|only 2 left|limited time|final notice|final warning|last warning|tonight|
    within 2 hours|in 2 hours|before midnight|will expire|act now|urgent|foran|fauran|jaldi karein|aaj hi|aakhri mauqa|24 ghante|24 ghanton|aaj raat|
    فوری|فوراً|فورا|آج ہی|آخری موقع|24 گھنٹ|چوبیس گھنٹ|آج رات|جلدی کریں|محدود وقت|آخری نوٹس|
    inmediatamente|en 24 horas|solo hoy|ultima oportunidad|date prisa|tiempo limitado|expira|urgente|esta noche|
    immediatement|sous 24 heures|dans les 24 heures|aujourd hui seulement|derniere chance|expire dans|temps limite|sous 24h|
    немедленно|в течение 24|только сегодня|последний шанс|срочно|осталось|истекает|сегодня ночью|
    خلال 24|فورا|الان فقط|اليوم فقط|الفرصة الاخيرة|عاجل|ينتهي|لفترة محدودة|立即|24小时|今天|最后机会|仅限今日|倒计时|马上|否则`,
  infected: `countedvirus|viruses on your|your phone is damaged|battery is damaged|phone is infected|esta danado|danado por|gravemente danad*|est endommag*|поврежден*|تالف|متاثر ہو|is infected|are infected|viruses detected|virus detected|viruses found|virus found|threats detected|threats found|trojan|spyware alert|
    spyware detected|malware detected|has been hacked|is damaged by|virus mila|virus mile|virus aa gaya|وائرس ملے|وائرس ملا|وائرس سے متاثر|وائرس پایا|
    ہیک ہو|esta infectado|esta infectada|virus detectado*|virus encontrado*|est infecte|virus detecte*|virus trouve*|
    заражен*|обнаружен* вирус*|вирус* обнаружен*|найдено вирус*|найден вирус*|مصاب|فيروسات|تم اكتشاف فيروس|جهازك مصاب|已感染|发现病毒|检测到病毒|中毒`,
  device: `tu android|tu movil|su movil|tu celular|su celular|votre mobile|votre android|ваш андроид|вашем андроид*|ваш смартфон|جوالك|موبائلك|آپ کا آلہ|aap ke phone|aap ke mobile|手机电池|本机|your device|your computer|your phone|your pc|your windows|your iphone|your android|this computer|your system|your mac|aap ka phone|
    aap ka computer|aap ka mobile|آپ کا فون|آپ کا کمپیوٹر|آپ کے فون|آپ کا موبائل|آپ کے کمپیوٹر|tu telefono|su telefono|tu dispositivo|su equipo|tu computadora|su computadora|
    votre telephone|votre ordinateur|votre appareil|votre pc|ваш компьютер|вашем компьютере|ваше устройство|вашем устройстве|ваш телефон|вашем телефоне|
    جهازك|هاتفك|حاسوبك|您的手机|您的电脑|您的设备|你的手机|你的电脑`,
  remedy: `reparar ahora|repararlo|limpieza|limpia|reparer|nettoyage|nettoyez|устранить|исправить|очистите|تنظيف|اصلاح الان|مرمت|install the cleaner|cleaner|cleaning app|booster|修复|清理|call now|call microsoft|call support|toll free|do not close|do not shut down|do not restart|scan now|clean now|remove now|remove virus|
    remove viruses|repair now|install antivirus|download antivirus|fix now|clean my|abhi saaf|abhi scan|saaf karein|saf karein|call karein|
    ابھی صاف|ابھی سکین|بند نہ کریں|صاف کریں|کال کریں|اینٹی وائرس|llame ahora|no cierre|limpiar ahora|escanear ahora|eliminar virus|
    appelez|ne fermez pas|nettoyer maintenant|analyser maintenant|позвоните|не закрывайте|очистить|удалить вирус*|сканировать|
    اتصل الان|لا تغلق|نظف الان|افحص الان|ازالة الفيروس*|立即清理|立即杀毒|请勿关闭|马上清理|拨打`,
  outdated: `out of date|outdated|update required|critical update|update is required|needs to be updated|needs an update|needs a plugin|missing plugin|missing codec|
    codec is missing|must update|to continue watching|purana ho gaya|purana version|update zaroori|پرانا ہو|پرانا ورژن|اپ ڈیٹ ضروری|
    desactualizad*|actualizacion necesaria|obsolete|mise a jour requise|mise a jour critique|устарел*|требуется обновление|необходимо обновить|
    قديم|تحديث مطلوب|يجب تحديث|已过期|版本过低|需要更新|版本过旧`,
  software: `browser|chrome|firefox|flash|player|codec|video|adobe|windows|android|whatsapp|plugin|براؤزر|کروم|پلیئر|navegador|reproductor|
    navigateur|lecteur|браузер*|плеер*|المتصفح|مشغل|浏览器|播放器`,
  install: `download|install|update now|downloading|apk|get the app|abhi update|download karein|install karein|ڈاؤن لوڈ|انسٹال|اپ ڈیٹ کریں|
    descarga*|instala*|actualizar|telecharge*|installe*|mettre a jour|скачать|установить|обновить|скачайте|установите|تحميل|تنزيل|تثبيت|تحديث|下载|安装|更新`,
  account: `membresia|kyc|digital access|access|points|积分|积分兑换|bonus points|reward points|account|accounts|profile|page|mailbox|email|mail|e mail|wallet|card|debit card|atm|apple id|id|password|subscription|membership|
    apka account|khata|khaata|اکاؤنٹ|کھاتہ|کارڈ|اے ٹی ایم|والٹ|پروفائل|cuenta|tarjeta|perfil|correo|suscripcion|pagina|
    compte|carte|profil|abonnement|messagerie|аккаунт*|счет*|карт*|профил*|почт*|подписк*|учетн*|حساب*|بطاقة|بطاقتك|اشتراك*|账户|账号|帐户|帐号|银行卡|邮箱|会员`,
  threat: `expires today|expire today|on pause|en pausa|no pudimos cobrar|could not charge|late fee|will be charged|unpaid|overdue|积分即将|即将过期|清零|will be cancelled|was cancelled|suspicious login|warna account|band hone wali|بند ہونے والی|بند ہو جائے گا|sera annule*|connexion suspecte|sera cancelad*|будет закрыт*|закроют|سيغلق|ستتوقف|注销|冻结|suspended|suspend|locked|blocked|disabled|deactivated|limited|restricted|terminated|on hold|will be deleted|will be closed|be permanently deleted|
    unusual activity|unusual sign in|unauthorized|suspicious activity|suspicious login|copyright|violat*|could not process your payment|payment failed|
    payment was declined|your payment was declined|has expired|is expiring|storage is full|band kar diya|band ho jaye|block ho|block kar|blok|muattal|
    بلاک|معطل|بند ہو جائے|بند کر دیا|بند کردیا|خلاف ورزی|غیر معمولی|مشکوک|ناکام|ختم ہو رہی|ختم ہو گئی|
    suspendid*|bloquead*|limitad*|desactivad*|actividad inusual|actividad sospechosa|derechos de autor|pago rechazado|sera eliminad*|infraccion|
    suspendu*|bloque*|desactive*|activite inhabituelle|activite suspecte|droits d auteur|paiement refuse|sera supprim*|violation|
    заблокир*|приостанов*|ограничен*|отключен*|подозрительн*|авторск*|нарушен*|платеж отклонен|будет удален*|
    تم تعليق|موقوف|محظور|حظر|تم ايقاف|ايقاف|نشاط غير عادي|نشاط مشبوه|حقوق النشر|انتهاك|سيتم حذف|مقفل|冻结|停用|封禁|锁定|异常|版权|违规|限制|失效|过期|扣款失败|付款失败`,
  prove: `verify your|verify now|verify|confirm your|confirm now|confirm|update your|log in to|sign in to|appeal|restore|unlock|reactivate|validate|re enter|
    enter your password|enter your pin|enter your card|enter your otp|tasdeeq|verify karein|confirm karein|login karein|update karein|bahal|
    تصدیق|کنفرم|لاگ ان کریں|اپ ڈیٹ کریں|بحال|ویریفائی|اپیل|verifi*|confirm*|actualiz*|inicia sesion|restaurar|desbloque*|apelar|
    confirmez|connectez vous|restaurer|debloquer|reactiver|mettez a jour|подтверд*|войдите|восстанов*|разблокир*|обжалова*|обновите|
    تاكيد|تحقق|اكد|التحقق|تسجيل الدخول|سجل الدخول|استعادة|فك الحظر|تحديث بيانات*|استئناف|验证|确认|登录|恢复|解冻|解锁|申诉|更新`,
  secret: `atm code|transaction pin|account code|debit card number|four digit|six digit code|6 digit code|codigo de 6|codigo de seis|code a six|code a 6|шестизначн*|код подтверждения|код который|کوڈ درج|اکاؤنٹ کا کوڈ|چھ ہندس|短信验证码|交易密码|支付密码|card details|id number|code you receive|the code we sent|code aya hai|jo code aaya|numero d identite|numero de tu tarjeta|codigo que recibas|codigo que recib*|dni|номер паспорта|паспортные данные|银行卡号|otp|one time code|one time password|pin|mpin|m pin|atm pin|cvv|cvc|card number|16 digit|security code|cnic|cnic number|mother s name|mothers name|password|
    sms code|code sent|recovery phrase|seed phrase|secret phrase|private key|12 words|پن|او ٹی پی|پاس ورڈ|شناختی کارڈ نمبر|شناختی کارڈ|کارڈ نمبر|خفیہ کوڈ|ایم پن|والدہ کا نام|
    contrasena|clave|numero de tarjeta|codigo de seguridad|codigo sms|frase semilla|mot de passe|numero de carte|code secret|code recu|cryptogramme|
    пароль|пин код|номер карты|код из смс|код из sms|смс код|cvv код|сид фраз*|كلمة المرور|كلمة السر|رقم البطاقة|الرقم السري|رمز التحقق|密码|验证码|卡号|助记词|私钥|身份证号`,
  sim: `your sim|sim card|sim will|your number will|aap ki sim|apki sim|apka sim|سم بلاک|آپ کی سم|سم کارڈ|موبائل سم|tu sim|tarjeta sim|carte sim|votre sim|
    сим карт*|sim карт*|номер будет|شريحة|شريحتك|رقمك|sim卡|手机卡|电话卡`,
  parcel: `parcel*|package*|shipment*|delivery|courier|your order|consignment|parcel aap|پارسل|ڈیلیوری|کھیپ|پیکج|paquete*|envio|colis|livraison|посылк*|доставк*|отправлени*|
    طرد|شحنة|شحنتك|طردك|التوصيل|包裹|快递|邮件|派送`,
  held: `could not be delivered|could not deliver|unable to deliver|delivery failed|failed delivery|on hold|is being held|held at|waiting for payment|awaiting payment|
    address is incomplete|incomplete address|missed delivery|pending|returned to sender|customs fee|customs duty|ruka hua|deliver nahi|pata ghalat|pata adhoora|custom fee|
    روک لیا|رکا ہوا|روکا گیا|ڈیلیور نہیں|پتہ نامکمل|پتہ غلط|کسٹم|no se pudo entregar|retenid*|direccion incompleta|aduana|en espera|
    n a pas pu etre livr*|en attente|bloque a|adresse incomplete|douane|retenu|не удалось доставить|задержан*|таможен*|неполный адрес|ожидает оплаты|
    تعذر توصيل|تعذر تسليم|محتجز*|العنوان غير|الجمارك|رسوم جمركية|معلق|无法派送|无法投递|滞留|地址不完整|关税|派送失败|地址有误`,
  pay: `pay|pay now|payment|fee|fees|charges|card number|debit|small fee|shipping fee|deposit|transfer|ada karein|ada karen|fees jama|jama karwain|adaigi|
    ادا کریں|ادائیگی|فیس|جمع کرائیں|جمع کروائیں|رقم بھیجیں|pagar|pague|paga|pago|tarifa|tasa|cuota|deposito|payer|payez|frais|paiement|regler|
    оплат*|заплат*|комисси*|взнос*|пошлин*|перевод*|перевед*|ادفع|دفع|رسوم|الدفع|سداد|支付|付款|缴费|手续费|运费|缴纳|转账|费用`,
  feeFirst: `card charges|form charges|charges sirf|چارجز|کارڈ بنوانے|fees sirf|only pay for|you only pay|pay only the|solo pagas|solo tienes que pagar|vous payez seulement|seuls les frais|оплатите только|только доставк*|ادفع فقط|仅需支付|只需支付|registration fee|processing fee|advance fee|activation fee|verification fee|security deposit|refundable|fee first|pay the fee|release fee|form fee|file fee|
    training fee|joining fee|tax fee|release your|send rs|send the fee|registration fees|processing charges|pehle fees|pehle fee|fees bhejein|registration ki fees|file charges|jama karwayein|
    رجسٹریشن فیس|پروسیسنگ فیس|پہلے فیس|فیس بھیجیں|فیس جمع|فیس ادا|فائل چارجز|تصدیقی فیس|زر ضمانت|قابل واپسی|رقم بھیجیں|
    tasa de registro|tarifa de registro|cuota de inscripcion|pago inicial|gastos de gestion|frais de dossier|frais d inscription|frais de traitement|caution|
    регистрационн* взнос*|вступительн* взнос*|страхов* взнос*|оплатите комисси*|комиссию за|оплатить пошлин*|закрепительн* платеж*|رسوم التسجيل|رسوم المعالجة|رسوم التحويل|رسوم التفعيل|注册费|手续费|保证金|押金|激活费|工本费`,
  sendVia: `easypaisa|jazzcash|jazz cash|easy paisa|western union|moneygram|gift card|gift cards|bitcoin|usdt|on whatsapp|via whatsapp|whatsapp us|whatsapp number|on telegram|via telegram|telegram channel|
    bank transfer|pin|otp|cvv|card number|ایزی پیسہ|جاز کیش|جیز کیش|واٹس ایپ|ٹیلی گرام|پن|او ٹی پی|bizum|por whatsapp|por telegram|transferencia|par whatsapp|par telegram|virement|
    на карту|в телеграм*|в whatsapp|в ватсап*|qiwi|عبر واتساب|واتساب|تيليجرام|ويسترن يونيون|微信|支付宝|转账|加微信|加qq`,
  aid: `relief card|kisan card|himmat card|rashan card|ration card|free ration|relief|ریلیف کارڈ|کسان کارڈ|راشن کارڈ|ہمت کارڈ|ریلیف|ماہانہ وظیفہ|cesta basica|ayuda familiar|cheque energie|aide exceptionnelle|помощь семьям|дотаци*|المساعدة المالية|دعم الاسر|惠民|补助|8171|bisp|ehsaas|benazir|kafalat|laptop scheme|laptop program|free laptop|scholarship|solar scheme|relief package|ration program|ramzan package|relief fund|subsidy|
    visa lottery|green card|dv lottery|visa sponsorship|canada visa|free visa|nadra|smart card|احساس|بینظیر|بے نظیر|کفالت|لیپ ٹاپ سکیم|لیپ ٹاپ اسکیم|وظیفہ|اسکالرشپ|راشن پروگرام|
    رمضان پیکج|سولر سکیم|نادرا|ویزا|laptop skeem|wazifa|rashan|ayuda del gobierno|bono|beca|subsidio|loteria de visas|aide de l etat|prime|bourse|loterie|allocation|
    пособи*|субсиди*|стипенди*|грин карт*|выплат*|социальн* выплат*|منحة|دعم حكومي|معونة|تاشيرة|اللوتري|البطاقة الخضراء|补贴|助学金|奖学金|签证|绿卡|救济`,
  aidStep: `add your name|enter your name|naam shamil|نام شامل|فہرست میں|ملیں گے|milenge|inscribe*|anota tu nombre|claim your payment|approved|selected|eligible|register|registration|apply|check eligibility|your name is|manzoor|muntakhib|raqam aa|rajistrashan|darkhwast|رجسٹریشن|رجسٹر|منظور|منتخب|اہل|درخواست|
    aprobad*|registr*|inscri*|solicit*|eligible|beneficiari*|approuv*|inscription|demande|одобрен*|зарегистр*|заявк*|оформ*|موافقة|مؤهل|تسجيل|التقديم|سجل|申请|登记|获批|资格|报名`,
  invest: `bitcoin|btc|ethereum|eth|usdt|crypto|invest|investment|trading|forex|crypto wallet|sarmaya|invest karein|سرمایہ|بٹ کوائن|کرپٹو|ٹریڈنگ|inversion|invertir|criptomoneda*|investir|investissement|cryptomonnaie*|
    биткоин*|крипто*|инвестиц*|инвестир*|вложи*|استثمار|استثمر|بيتكوين|تداول|投资|比特币|加密货币|虚拟币|炒币`,
  doubling: `double your|doubled|send back double|2x|twice as much|guaranteed profit|guaranteed return*|daily profit|profit daily|risk free|no risk|10x|daily return*|profit every day|get back|
    paisa double|paise double|dugna|rozana munafa|guaranteed munafa|roz ka munafa|دگنا|دوگنا|یقینی منافع|روزانہ منافع|ڈبل|گارنٹی شدہ|duplica*|ganancia* diaria*|garantizad*|sin riesgo|rentabilidad diaria|
    doublez|doubler|gain* quotidien*|garanti*|sans risque|rendement quotidien|удво*|гарантированн*|ежедневн* прибыл*|ежедневн* доход*|без риска|доход в день|
    ضاعف|مضاعفة|ارباح يومية|ربح مضمون|ارباح مضمونة|بدون مخاطر|翻倍|稳赚|保本|日收益|每日收益|零风险|高回报`,
  job: `work from home|online job*|part time job*|data entry|typing job*|home based job*|like videos|watch ads|earn from home|earn online|online earning|easy job|ghar baithe|online kaam|
    گھر بیٹھے|آن لائن کام|آن لائن نوکری|ٹائپنگ|trabajo desde casa|trabaja desde casa|gana desde casa|travail a domicile|travailler a la maison|emploi en ligne|
    работ* на дому|удаленн* работ*|подработ*|работа онлайн|العمل من المنزل|وظيفة عن بعد|عمل عبر الانترنت|兼职|在家赚钱|刷单|在家工作|日结`,
  income: `daily|per day|a day|every day|per hour|weekly payment|no experience|easy money|instant withdrawal|instant payment|earn up to|rozana|roz ke|kamain|kamao|روزانہ|کمائیں|کمائی|بغیر تجربے|
    al dia|diari*|sin experiencia|dinero facil|por hora|par jour|sans experience|argent facile|gagnez|в день|без опыта|ежедневн*|легк* деньги|يوميا|بدون خبرة|اربح|每天|日赚|无需经验|日入`,
  loan: `loan|loans|qarza|qarz|udhaar|قرض*|لون|prestamo*|credito|pret|credit|кредит*|займ*|قرض|قروض|贷款|借款`,
  easyLoan: `without documents|no documents|no guarantor|without guarantor|no credit check|in 5 minutes|5 minutes|instant loan|instant approval|guaranteed approval|100 approval|bina zamanat|bagair zamanat|foran qarza|5 minute|
    بغیر ضمانت|بغیر ضامن|بغیر کاغذات|5 منٹ|پانچ منٹ|فوری قرض|sin aval|sin papeles|aprobacion inmediata|aprobacion garantizada|al instante|sans justificatif|sans garant|accord immediat|
    без справок|без отказа|за 5 минут|мгновенн* одобрен*|بدون ضامن|بدون كفيل|موافقة فورية|خلال 5 دقائق|无抵押|秒批|免审核|当天放款|秒到账`,
  bill: `bill|electricity|meter|gas connection|bijli|bijlee|بجلی|گیس کنکشن|بل|میٹر|factura|luz|electricidad|facture|electricite|compteur|счет за|электроэнерг*|задолженност*|квитанц*|فاتورة|الكهرباء|电费|电力|燃气`,
  cutOff: `disconnect*|cut off|be cut|power cut|switched off|suspended tonight|kat diya|kaat di|kat jaye|کاٹ د|کٹ جائے|منقطع|cortad*|cortaremos|corte|desconect*|coupe*|coupure|отключ*|سيتم قطع|قطع التيار|فصل|停电|断电|停供`,
  ticket: `ticket|tickets|tikat|ٹکٹ*|entrada*|boleto*|billet*|place de concert|билет*|تذكرة|تذاكر|门票|演唱会|球票`,
  scarce: `sold out|last tickets|last 2 tickets|last two tickets|half price|below face value|cheap|guaranteed|only 2 left|cannot come|can not go|resale|sasti|sasta|aakhri|آدھی قیمت|آخری ٹکٹ|سستے|
    agotad*|ultimas|mitad de precio|reventa|complet|dernieres places|moitie prix|revente|распродан*|последние билет*|полцены|نفدت|اخر التذاكر|نصف السعر|售罄|最后两张|半价|转让`,
  fans: `abonnes insta*|seguidores gratis|фолловер*|متابعين مجان*|فالوورز مفت|涨粉|followers|likes|subscribers|views|blue tick|blue badge|verified badge|verification badge|streak*|snapscore|فالوورز|فالورز|لائکس|بلیو ٹک|سٹریک|اسٹریک|seguidores|me gusta|insignia azul|racha*|
    abonnes|badge bleu|flammes|подписчик*|лайк*|синяя галочка|синюю галочку|огонек|متابعين|متابع|لايكات|الشارة الزرقاء|ستريك|粉丝|点赞|蓝标|认证徽章`,
  fansStep: `instantly|boost|increase|get more|1000 free|10000 free|free followers|restore|apply for|eligible|recover|without password change|barhain|barhayein|wapas|hasil|بڑھائیں|واپس|بحال|حاصل|اہل|
    aumenta*|al instante|recupera*|solicit*|augmente*|instantane*|restaur*|recuper*|накрут*|мгновенн*|восстан*|получ*|زيادة|زد|استعادة|فورا|涨粉|恢复|立即|申请`,
  chain: `from 20 friends|with 20 friends|with friends on whatsapp|share the link with|share this link|share with 20|invite 5|invite 3 friends|send to 10|20 friends|comparte este enlace|comparte el enlace|con 20 amigos|con 10 amigos|partagez ce lien|partagez le lien|20 amis|10 amis|поделитесь ссылкой|перешлите|друзьям и|10 друз*|20 друз*|شارك الرابط|شارك هذا الرابط|من اصدقا*|مع اصدقا*|لنک شیئر کریں|یہ لنک|دوستوں کو شیئر|link share|doston ko share|转发|分享链接|分享至|share with 10|share with 15|share with 5|share this with|send this to|invite 10|invite 15|friends on whatsapp|groups on whatsapp|whatsapp groups|10 friends|15 friends|5 groups|10 doston|doston ko bhejein|groups mein share|
    دوستوں کو بھیج|دوستوں کے ساتھ شیئر|گروپس میں شیئر|10 دوست|comparte con|compartir con 10|partagez avec|partager avec 10|отправьте 10|поделитесь с|друзьям в|شارك مع|ارسلها الى|分享给|转发到|个好友|个群`,
  appVersion: `gold version|whatsapp gold|whatsapp plus|whatsapp pink|gb whatsapp|see who viewed|who viewed your|who visited your|
    واٹس ایپ گولڈ|گولڈ ورژن|واٹس ایپ پنک|کس نے دیکھا|whatsapp oro|quien vio|qui a vu|ватсап голд|кто смотрел|واتساب الذهبي|واتساب ذهبي|من زار|黄金版|谁看过`,
  seed: `recovery phrase|seed phrase|secret phrase|private key|12 words|12 word|24 word|connect wallet|connect your wallet|validate wallet|validate your wallet|sync wallet|ریکوری فریز|سیڈ فریز|frase de recuperacion|frase semilla|
    phrase de recuperation|phrase secrete|сид фраз*|фраз* восстановления|عبارة الاسترداد|العبارة السرية|助记词|私钥|连接钱包`,
  wallet: `wallet|airdrop|metamask|trust wallet|ledger|tokens|token|nft|walletconnect|والٹ|billetera|cartera|portefeuille|кошел*|محفظة|钱包|空投|代币`,
  fileShare: `shared a file|shared a document|shared document|document shared|view document|view the document|view file|new voicemail|shared with you|secure document|pending document|shared folder|share ki hui|دستاویز شیئر|فائل شیئر|
    compartio un documento|documento compartido|a partage un document|document partage|поделился документ*|документ доступен|شارك ملفا|شارك مستندا|共享了文件|共享文档|查看文档`,
  trade: `trade offer|trade link|skin trade|item trade|free knife|case opening|gift you|gifted you|vote for my team|claim nitro|3 months of nitro|free nitro|oferta de intercambio|offre d echange|обмен*|трейд*|бесплатн* нож|عرض تداول|مبادلة|交易报价|饰品交易`,
  /** Money that nobody gives back. */
  gone: `moneygram|western union|gift card|gift cards|itunes card*|steam card*|google play card*|bitcoin only|crypto only|easypaisa|jazzcash|jazz cash|usdt|paysafecard|
    tarjeta* regalo|bizum|cartes cadeaux|carte* pcs|mandat cash|перевод на карту|на карту|qiwi|ویسٹرن یونین|ایزی پیسہ|جاز کیش|ويسترن يونيون|بطاقات هدايا|转账|充值卡`,
  /** Why nobody can be met or asked. */
  unseen: `can not meet|cannot meet|can t meet|not meet in person|shipping only|flight|by courier only|screenshot|proof of payment|pay first|payment first|before delivery|pehle payment|
    pehle paise|paise bhejein|bhejein aur|سکرین شاٹ|اسکرین شاٹ|پہلے پیسے|پہلے ادائیگی|no podemos vernos|pago por adelantado|captura|paiement d avance|capture d ecran|предоплат*|скриншот|
    الدفع مقدما|لقطة شاشة|先付款|截图`,
} as const;

/** On buttons: "go on with it". */
export const actionCues = `participate|participar|participer|участвовать|参与|claim|verify|confirm|continue|generate|get|start|spin|download|install|update|pay|log in|login|sign in|apply|register|next|submit|unlock|restore|redeem|
  connect|withdraw|call|scan|clean|fix|invest|deposit|appeal|view|accept|send|buy|activate|join|karein|hasil|shuru|agay|
  حاصل|تصدیق|جاری|شروع|ڈاؤن|ادا|لاگ ان|رجسٹر|کلیم|گھمائیں|آگے|اپ ڈیٹ|انسٹال|بھیجیں|درخواست|صاف|کال|بحال|داخل|
  reclamar|verificar|confirmar|continuar|generar|obtener|girar|descargar|pagar|iniciar|entrar|solicitar|registr*|enviar|restaurar|acceder|
  reclamer|verifier|confirmer|continuer|generer|obtenir|tourner|telecharger|payer|se connecter|connexion|valider|envoyer|recuperer|debloquer|
  получить|подтвердить|продолжить|скачать|оплатить|войти|забрать|отправить|обновить|начать|крутить|установить|очистить|
  استلم|تاكيد|تحقق|متابعة|تحميل|ادفع|دخول|تسجيل|ابدا|احصل|ارسال|تحديث|领取|验证|确认|继续|下载|支付|登录|提交|立即|开始|更新|安装|抽奖|清理`;

/** A page that warns of scams, teaches or reports uses all of the words above. */
export const warningCues = `told this|told police|told reporters|told the court|were promised|was promised|has closed|dijo a este|contaron a|ont raconte|a raconte a|рассказал* корреспондент*|по словам|قال للصحيفة|وعدوه*|记者|据了解|کے مطابق|نے بتایا کہ|ke mutabiq|ne bataya ke|it is not your fault|not your fault|do not pay|report it|threatens to|threaten to|threatens|they write that|they say that|pretend to be|pretends to be|pretending to be|no es tu culpa|no pagues|no pague nada|amenaza* con|se hacen pasar|ce n est pas ta faute|ne paie pas|ne payez pas|menace* de|se font passer|не твоя вина|не платите|не плати|угрожа*|якобы|выдают себя|ليس خطاك|ليس ذنبك|لا تدفع شيئا|يهددون|يهدد|ينتحل*|不是你的错|不要付款|威胁你|冒充|谎称|آپ کا قصور نہیں|پیسے نہ دیں|دھمکی*|apka qasoor nahi|paise na dein|dhamki*|steal*|they ask you|is it real|is this real|sites real|real or fake|legit|police say*|police warn*|police call*|arrested|victim*|warn|warns|warned|warning signs|were told|they told|he was told|she was told|according to|investigat*|lost rs|lost their|how to tell|red flags|never ask*|nobody pays|false claims|claims that|dhoka*|hoshiyar|khabardar|دھوک*|فراڈ*|جعلساز*|خبردار|نوسرباز*|گرفتار|متاثرین|ایف آئی اے|timo|timos|enga*|suplanta*|detenid*|victima*|advierte*|denunci*|alerta de la policia|cuidado con|escro*|mefi*|hameconnage|victime*|interpelle*|mise en garde|мошен*|развод|аферист*|жертв*|задержан*|полиция предупрежд*|полиция напомин*|осторожно|пострадавш*|обещали|احتيال*|نصاب*|النصب|تصيد|ضحايا|ضحية|احذر*|تحذر|القبض|مزيف*|خدعة|警方|受害|谨防|防骗|骗取|被骗|反诈|上当|
  scam|scams|scammer*|fraud|fraudster*|phishing|fake|hoax|beware|be careful|how to spot|never share|do not share|never ask|will never ask|reported|
  dhoka|dhokay|fraud se|jaali|فراڈ|دھوکہ|دھوکا|جعلی|ہوشیار|فریب|کبھی نہ بتائیں|estafa*|estafador*|fraude*|falso*|cuidado|arnaque*|escroc*|fraude|faux|mefiez|мошенни*|обман*|фишинг*|поддельн*|
  احتيال|محتال*|نصب|مزيف|احذر|诈骗|骗子|骗局|假冒|钓鱼|警惕|谨防`;
