// The words in which forms ask, in the languages we can answer for: English, Urdu, French, Spanish, Arabic, Romanian.
// Written as a person would; plain() gives them and the form's own words one spelling.
import type { FactKey } from '../reporting/fact-keys.ts';
import { plain } from './plain.ts';

const list = (...lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(',').map(plain));

const asking: Readonly<Partial<Record<FactKey, readonly string[]>>> = {
  address: list(
    'url,urls,uri,link,links,hyperlink,permalink,web address,web addresses,website address,site address,page address,internet address',
    'address of the page,address of the website,address of the site,address of the content,address of the web page,location of the content',
    'لنک,یو آر ایل,ویب ایڈریس,ویب پتہ,ویب سائٹ کا پتہ,ویب سائٹ کا ایڈریس,سائٹ کا پتہ,صفحے کا پتہ,صفحہ کا پتہ,پیج کا پتہ',
    'lien,liens,hyperlien,adresse web,adresse internet,adresse url,adresse du site,adresse du site web,adresse de la page,adresse de la page web,adresse du contenu',
    'enlace,enlaces,vínculo,hipervínculo,dirección web,dirección url,dirección de internet,dirección de la página,dirección del sitio,dirección del sitio web',
    'رابط,روابط,الرابط الإلكتروني,عنوان الموقع,عنوان الموقع الإلكتروني,عنوان الويب,عنوان url',
    'linkul,linkuri,linkurile,adresa web,adresa url,adresa site-ului,adresa paginii,adresa paginii web,adresa de internet',
  ),
  profile: list(
    'profile link,profile url,link to profile,link to the profile,url of the profile,profile address,address of the profile,account link,account url,link to the account',
    'پروفائل لنک,پروفائل کا لنک,پروفائل کا پتہ,اکاؤنٹ کا لنک',
    'lien du profil,lien vers le profil,url du profil,adresse du profil,lien du compte',
    'enlace del perfil,enlace al perfil,url del perfil,dirección del perfil,enlace de la cuenta',
    'رابط الحساب,رابط الملف الشخصي',
    'linkul profilului,link profil,link către profil,adresa profilului,linkul contului',
  ),
  account: list(
    'account name,name of the account,name of account,profile name,screen name,reported user,reported account,account reported,account to report,social media handle',
    'suspect username,username of suspect,username of the suspect,suspects username,suspect s username,offender username,username of the offender,offender s username,username of the person,username of the other person,suspect account,nickname of the suspect',
    'اکاؤنٹ کا نام,اکاؤنٹ نام,پروفائل کا نام,ملزم کا اکاؤنٹ,مشتبہ اکاؤنٹ,مشتبہ شخص کا یوزر نیم',
    'nom du compte,nom de compte,nom du profil,compte signalé,compte à signaler,pseudo de l’auteur,pseudonyme de l’auteur,pseudo du suspect,nom d’utilisateur du suspect',
    'nombre de la cuenta,nombre del perfil,cuenta denunciada,usuario denunciado,usuario del agresor,cuenta del agresor,nombre de usuario del sospechoso,nombre de usuario del agresor',
    'اسم الحساب,اسم المستخدم للمشتبه به,حساب المشتبه به,حساب المشتبه,اسم حساب المشتبه به',
    'numele contului,nume cont,numele profilului,contul raportat,utilizatorul raportat,numele de utilizator al suspectului,contul agresorului',
  ),
  title: list(
    'page title,title of the page,title of the web page,title of the website,website title',
    'صفحے کا عنوان,پیج کا عنوان',
    'titre de la page,titre du site',
    'título de la página,título del sitio',
    'titlul paginii,titlul site-ului',
  ),
  platform: list(
    'platform,social network,social media,social media platform,name of website,name of the website,name of site,name of the site,website name,site name,app,app name,name of app,name of the app,application name,name of the application,app or website,website or app,site or app,messenger',
    'پلیٹ فارم,پلیٹ فارم کا نام,ایپ,ایپ کا نام,ایپلیکیشن کا نام,ویب سائٹ کا نام,سوشل میڈیا,سوشل میڈیا پلیٹ فارم',
    'plateforme,plate-forme,nom de la plateforme,réseau social,nom du site,nom du site web,nom de l’application,nom du réseau social',
    'plataforma,nombre de la plataforma,red social,nombre del sitio,nombre del sitio web,nombre de la aplicación,nombre de la red social',
    'منصة,اسم المنصة,اسم الموقع,اسم الموقع الإلكتروني,اسم التطبيق,شبكة اجتماعية,شبكة التواصل الاجتماعي',
    'platforma,platformă,numele platformei,rețea socială,rețeaua socială,numele site-ului,nume site,numele aplicației',
  ),
  time: list(
    'date and time,date time,time and date,date and exact time,exact time,when did you see,when did you see it,when did you find,date seen,time seen,date found,time found,date of incident,date of the incident,incident date,time of incident,time of the incident,date of discovery,time of discovery,when did it happen,when did this happen',
    'تاریخ اور وقت,وقت اور تاریخ,کب دیکھا,کب ہوا,واقعے کی تاریخ,واقعہ کی تاریخ,واقعے کا وقت',
    'date et heure,date et l’heure,date de l’incident,date des faits,date de découverte,heure de découverte,date de la constatation,quand avez-vous vu',
    'fecha y hora,fecha y la hora,fecha del incidente,fecha de los hechos,cuándo lo viste,cuándo lo vio,cuándo ocurrió,hora exacta',
    'التاريخ والوقت,الوقت والتاريخ,تاريخ الحادث,وقت الحادث,تاريخ الواقعة,متى رأيت,متى حدث',
    'data și ora,data si ora,data incidentului,ora exactă,când ați văzut,când s-a întâmplat,data descoperirii',
  ),
  words: list(
    'description,describe,comment,comments,details,message,messages,what happened,tell us what happened,tell us more,additional information,further information,more information,other information,additional comments,remarks,explain,incident details,complaint details',
    'تفصیل,تفصیلات,شکایت کی تفصیل,واقعے کی تفصیل,کیا ہوا,بیان کریں,پیغام,مزید معلومات,وضاحت',
    'décrivez,décrire,commentaire,commentaires,détails,que s’est-il passé,informations complémentaires,précisions,expliquez',
    'descripción,describa,describe lo ocurrido,comentario,comentarios,detalles,mensaje,qué pasó,qué ha pasado,qué ocurrió,información adicional,explica,explique,observaciones',
    'وصف,صف,تفاصيل,رسالة,الرسالة,ماذا حدث,ملاحظات,معلومات إضافية,شرح,اشرح',
    'descriere,descrierea,descrieți,comentariu,comentarii,detalii,mesaj,mesajul,ce s-a întâmplat,informații suplimentare,observații',
  ),
};

/** With the longest first: "profile link" is no "link". */
export const phrases: readonly { readonly phrase: string; readonly key: FactKey }[] = (
  Object.entries(asking) as [FactKey, readonly string[]][]
)
  .flatMap(([key, each]) => each.map((phrase) => ({ phrase, key })))
  .sort((a, b) => b.phrase.length - a.phrase.length);

/** May ask for the reported page, or for the page of whoever types. */
export const weakAddress: readonly string[] = list(
  'website,web site,site,web page,webpage,page,ویب سائٹ,ویب پیج,صفحہ,site web,site internet,page web,sitio web,sitio,página web,página,الموقع,موقع إلكتروني,الصفحة,site-ul,pagina,pagina web',
);

/** Only if nothing else is said: "country of the server" is another question. */
export const countryWords: readonly string[] = list(
  'country,country name,your country,ملک,ملک کا نام,pays,votre pays,país,su país,tu país,الدولة,البلد,دولة,بلد,țara,țară',
);

/** A box with one of these words is about the person who types, about a proof or a trap: whatever else it says. */
export const never: readonly string[] = list(
  'email,e mail,mail,emails,phone,telephone,tel,mobile,cell,fax,whatsapp,contact,contacted,name,names,surname,username,user name,login,cnic,nic,national id,identity,id card,id number,passport,social security,birth,dob,age,password,passwords,passcode,pin,otp,one time,verification,verify,security code,captcha,robot,human,characters,bank,iban,card,account number,postal,postcode,zip,street,search,leave blank,leave this blank,leave empty,leave this empty,leave this field,do not fill,honeypot,file,upload,attach,screenshot',
  'ای میل,ایمیل,برقی پتہ,فون,موبائل,ٹیلی فون,رابطہ,نام,شناختی کارڈ,شناختی,قومی شناخت,پاسپورٹ,پیدائش,عمر,پاس ورڈ,خفیہ کوڈ,تصدیقی,تصدیق,کیپچا,بینک,تلاش,خالی چھوڑیں,خالی چھوڑ دیں,فائل,اسکرین شاٹ',
  'courriel,adresse mail,téléphone,portable,coordonnées,nom,prénom,noms,identité,passeport,naissance,âge,mot de passe,vérification,code de sécurité,caractères,banque,recherche,rechercher,ne pas remplir,laisser vide,laissez vide,fichier,capture',
  'correo,correo electrónico,teléfono,móvil,celular,contacto,contactar,nombre,nombres,apellido,apellidos,dni,nie,cédula,identidad,pasaporte,nacimiento,edad,contraseña,clave,verificación,código de seguridad,caracteres,banco,buscar,búsqueda,dejar en blanco,dejar vacío,deje este campo,no rellenar,archivo,captura',
  'بريد,بريد إلكتروني,ايميل,هاتف,جوال,محمول,موبايل,اتصال,تواصل معك,اسم,لقب,هوية,رقم الهوية,رقم وطني,الرقم القومي,جواز,ميلاد,عمر,كلمة المرور,كلمة السر,رمز التحقق,تحقق,كابتشا,بنك,بحث,اتركه فارغا,اترك هذا الحقل,ملف,لقطة شاشة',
  'poștă electronică,telefon,telefonul,mobil,contactat,date de contact,nume,numele,prenume,prenumele,cnp,identitate,act de identitate,pașaport,nașterii,vârsta,parola,parolă,verificare,cod de verificare,cod de securitate,caracterele,banca,căutare,caută,nu completați,lăsați necompletat,lăsați gol,fișier,captură',
);

/** Words in a box's own name or id, which nobody reads, that say the same. */
export const neverByName: readonly string[] = list(
  'email,e mail,mail,phone,tel,mobile,cell,fax,password,passwd,pwd,passcode,pin,otp,captcha,recaptcha,hcaptcha,turnstile,csrf,nonce,token,cnic,nic,ssn,passport,firstname,first name,fname,lastname,last name,lname,surname,fullname,full name,dob,birth,birthday,iban,card,cvv,cvc,honeypot,hp,hpot,trap,bot,nobot,antispam,anti spam,search,login,file,upload,nom,prenom,apellido,prenume,courriel,correo,telefono,telefon',
);
/** These alone are a box's whole name. */
export const neverWholeName: readonly string[] = list('name,q,s,query,your name,user,nombre,nume');

/** Before an address or an account: the typer's own, not the reported one. */
export const typersOwn: readonly string[] = list(
  'your,my,own,reporter,victim,complainant,parent,company,organisation,organization,school',
  'آپ,اپنا,اپنی,آپ کا,شکایت کنندہ,متاثرہ',
  'votre,vos,mon,ma,victime,entreprise,école',
  'su,sus,tu,tus,mi,víctima,empresa,colegio,denunciante',
  'موقعك,حسابك,الضحية,المبلغ,شركة',
  'dumneavoastră,tău,victimei,firma,școala',
);
