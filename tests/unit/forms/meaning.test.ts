import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Box } from '@/rules/forms/box.ts';
import { meaningOf } from '@/rules/forms/meaning.ts';
import type { FactKey } from '@/rules/reporting/fact-keys.ts';

import { aBox } from './boxes.ts';

const meant = (about: Partial<Box>): FactKey | null => meaningOf(aBox(about))?.key ?? null;

/** [what the box says, what it asks for; null: not ours to fill] */
const labelled: readonly (readonly [string, FactKey | null])[] = [
  // English
  ['URL*', 'address'],
  ['Web address (URL) of the content', 'address'],
  ['Link(s) to the page', 'address'],
  ['Where can we find it? Paste the link', 'address'],
  ['Platform', 'platform'],
  ['Name of the website or app', 'platform'],
  ['Which social network?', 'platform'],
  ['Date and time', 'time'],
  ['When did you see it?', 'time'],
  ['Suspect’s username', 'account'],
  ['Account name', 'account'],
  ['Profile URL', 'profile'],
  ['Link to the profile', 'profile'],
  ['Page title', 'title'],
  ['Tell us what happened', 'words'],
  ['Description (optional)', 'words'],
  ['Additional comments', 'words'],
  ['Country', 'country'],
  ['Country of the server', null],
  ['Website', null],
  ['Your website link', null],
  ['Username', null],
  ['Your name', null],
  ['Name', null],
  ['Address', null],
  ['Date of birth', null],
  ['Email address', null],
  ['Contact details', null],
  ['CNIC number', null],
  ['Bank account name', null],
  ['Link or description', null],
  ['Type the characters in the picture', null],
  ['Password needed to open the link', null],
  ['Leave this field blank: link', null],
  ['Verification code from the message', null],
  ['Screenshot link', null],
  ['Search comments', null],
  // Urdu
  ['ویب سائٹ کا پتہ', 'address'],
  ['لنک', 'address'],
  ['یو آر ایل (URL)', 'address'],
  ['پلیٹ فارم کا نام', 'platform'],
  ['تاریخ اور وقت', 'time'],
  ['اکاؤنٹ کا نام', 'account'],
  ['شکایت کی تفصیل', 'words'],
  ['کیا ہوا؟', 'words'],
  ['ملک', 'country'],
  ['آپ کا نام', null],
  ['شناختی کارڈ نمبر', null],
  ['فون نمبر', null],
  ['ای میل', null],
  ['تصدیقی کوڈ', null],
  // French
  ['Adresse URL du contenu', 'address'],
  ['Lien vers la page', 'address'],
  ['Lien du profil', 'profile'],
  ['Nom du site', 'platform'],
  ['Réseau social', 'platform'],
  ['Date et heure de découverte', 'time'],
  ['Nom du compte', 'account'],
  ['Décrivez ce qui s’est passé', 'words'],
  ['Commentaires', 'words'],
  ['Pays', 'country'],
  ['Nom et prénom', null],
  ['Adresse', null],
  ['Courriel', null],
  ['Recopiez les caractères du lien', null],
  // Spanish
  ['Dirección web (URL)', 'address'],
  ['Enlace', 'address'],
  ['Plataforma', 'platform'],
  ['Nombre del sitio web', 'platform'],
  ['Fecha y hora', 'time'],
  ['Nombre de la cuenta', 'account'],
  ['Descripción de los hechos', 'words'],
  ['¿Qué pasó?', 'words'],
  ['Nombre y apellidos', null],
  ['Correo electrónico', null],
  ['Teléfono', null],
  // Arabic
  ['رابط الموقع', 'address'],
  ['عنوان الموقع الإلكتروني', 'address'],
  ['اسم المنصة', 'platform'],
  ['التاريخ والوقت', 'time'],
  ['اسم الحساب', 'account'],
  ['تفاصيل البلاغ', 'words'],
  ['الوصف', 'words'],
  ['الدولة', 'country'],
  ['الاسم الكامل', null],
  ['البريد الإلكتروني', null],
  ['رقم الهاتف', null],
  ['رمز التحقق', null],
  // Romanian
  ['Adresa URL', 'address'],
  ['Linkul către pagină', 'address'],
  ['Numele site-ului', 'platform'],
  ['Data și ora', 'time'],
  ['Descrieți ce ați văzut', 'words'],
  ['Comentarii', 'words'],
  ['Numele contului', 'account'],
  ['Nume și prenume', null],
  ['Telefon', null],
  ['Cod de verificare', null],
];

describe('what a label asks for', () => {
  test.each(labelled)('"%s" is %s', (label, key) => {
    expect(meant({ label })).toBe(key);
  });
  test.each(labelled.filter(([, key]) => key !== null))(
    '"%s" says the same as an example in an unlabelled box',
    (placeholder, key) => {
      expect(meant({ placeholder })).toBe(key);
    },
  );
});

describe('what a box without words for people asks for', () => {
  const named: readonly (readonly [Partial<Box>, FactKey | null])[] = [
    [{ name: 'url' }, 'address'],
    [{ id: 'txtWebAddress' }, 'address'],
    [{ name: 'incident_description', tag: 'textarea', type: 'textarea' }, 'words'],
    [{ name: 'pageTitle' }, 'title'],
    [{ type: 'url', name: 'website' }, 'address'],
    [{ placeholder: 'https://example.com/page', name: 'site' }, 'address'],
    [{ label: 'Website', placeholder: 'https://' }, 'address'],
    [{ type: 'url' }, null],
    [{ name: 'website' }, null],
    [{ name: 'field_17' }, null],
    [{}, null],
    [{ label: 'Frage 3', name: 'url' }, null],
  ];
  test.each(named)('%o is %s', (about, key) => {
    expect(meant(about)).toBe(key);
  });
});

describe('traps', () => {
  test.each([
    { label: 'Link', name: 'email' },
    { label: 'Link', id: 'user-phone' },
    { label: 'Link', name: 'cnic' },
    { label: 'Description', name: 'captcha_text' },
    { label: 'Comments', name: 'hp_comments' },
    { label: 'URL', autocomplete: 'section-a email' },
    { label: 'URL', autocomplete: 'one-time-code' },
    { label: 'Description', autocomplete: 'street-address' },
    { label: 'Account name', autocomplete: 'username' },
    { label: 'Account name', besidePassword: true },
    { label: 'Link', placeholder: 'name@example.com or e-mail' },
    { placeholder: 'Comments', name: 'q' },
  ])('%o asks for nothing of ours', (about) => {
    expect(meant(about)).toBeNull();
  });

  test('a word inside another word is not that word', () => {
    expect(meant({ label: 'Linkedin' })).toBeNull();
    expect(meant({ label: 'Curling club' })).toBeNull();
  });

  test('whatever a page says, it is told without an error and in a moment', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ maxLength: 200 }),
        (label, name) => {
          const meaning = meaningOf(aBox({ label, name }));
          expect(meaning === null || typeof meaning.key === 'string').toBe(true);
        },
      ),
    );
  });

  test('no box with a word for e-mail in it is ever ours', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labelled.map(([label]) => label)),
        fc.constantFrom('e-mail', 'courriel', 'correo', 'ای میل', 'بريد', 'password', 'parola'),
        (label, word) => {
          expect(meant({ label: `${label} ${word}` })).toBeNull();
        },
      ),
    );
  });
});
