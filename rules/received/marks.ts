// The commonest words of the languages that are written in Latin letters, as folding leaves them. Words of two languages are
// in the lists of both.

const commonest = (list: string): RegExp =>
  new RegExp(` (?:${list.trim().split(/\s+/).join('|')})(?= )`, 'g');

export const marks = {
  en: commonest(`
    you u ur your youre the im dont what and are this with how just my of it is was not at if they have want send know so can
    will would me`),
  urLatn: commonest(`
    hai ha hy hain hen ho mujhe mujhy muje mjhe mujh tum tm tu tera tere teri tumhara tumhari tumhe tumhein mat mt nahi nhi nai
    nahin na kya kia ki ko kb kab mein mai main mera meri mere karo kro krna karna krdo bhejo bhej bhejna kar kr aap ap apka
    bhi koi kisi kuch yaar yar jaldi apni apna sath ghar ye yeh wo woh raha rahi rha rhi hun hoon hn tha thi jab jb tak phir
    phr sab sb bas haan han bolo batao btao batana bata acha achha theek aur pr par pe usko isko dena do dedo gaya hua`),
  fr: commonest(`
    votre vos par le la les du de des un une on il elle ne se sur au ce je tes ton mes est pas vous avec pour mais moi toi ca
    cest jai dans qui nous sais juste quoi dis et ta te tu que`),
  es: commonest(`
    de la le se un en su al del ha mas todo que eres estas los las por con pero como mi muy porque tienes quiero yo tus el una
    nadie dime soy lo esta aqui tu te`),
};

/** Words for "I" and "you". The other languages say it by an ending, or leave it out. */
export const persons = {
  en: / (?:i|im|ive|ill|id|imma|me|my|we|us|our|lets|you|u|ur|r|ya|yr|your|youre|youve|youll|youd|yourself|urself)(?= )/,
  fr: / (?:j|je|jai|jpeux|jveux|jsuis|jte|me|m|moi|mon|ma|mes|on|nous|notre|tu|te|t|tes|tas|tai|taime|toi|ton|ta|vous|votre|vos)(?= )/,
  zh: /[我你您俺咱妳]/,
};
