import { describe, expect, it, test } from 'vitest';
import { createWords, type Message } from '@/utils/i18n';
import { type Language, languages } from '@/utils/language';

type Part = Readonly<Record<string, Message>>;
const parts = import.meta.glob<Part>('../../locales/{,*/}*.ts', { eager: true, import: 'default' });

/** All words of a language: the editor's with the labels, and those of the pages around it. */
const wordsOf = (language: Language): Part => ({
  ...parts[`../../locales/${language}.ts`],
  ...parts[`../../locales/pages/${language}.ts`],
});
const english = wordsOf('en');
const others = languages.filter(language => language !== 'en');

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const sayings = (language: Language) =>
  Object.entries(wordsOf(language)).flatMap(([key, message]) =>
    formsOf(message).map(text => [key, text] as const),
  );

/** The forms that a count of fields, spaces, days or characters can take; "many" in French begins at a million. */
const reached = (language: string) => {
  const rules = new Intl.PluralRules(createWords(language, {}).language);
  return [...new Set(Array.from({ length: 1_001 }, (_, count) => rules.select(count)))].sort();
};

/** Where another language says the same: names of products, and words that it took over. */
const same: Record<string, readonly Language[] | 'all'> = {
  field_Linkedin: 'all',
  field_Twitter: 'all',
  field_Github: 'all',
  field_Instagram: 'all',
  field_Facebook: 'all',
  field_Skype: 'all',
  field_Telegram: 'all',
  phone_reads: ['es', 'fr', 'de', 'it', 'pt'],
  spaces_title: ['de'],
  section_personal: ['es'],
  section_notifications: ['fr'],
  section_password: ['it'],
  field_ProfileWebsite: ['de'],
  field_SignUpToNewsletter: ['de', 'it'],
  date_shape: ['ar'],
  menu_options: ['fr'],
  welcome_options: ['fr'],
};

describe.each(others)('%s', language => {
  const words = wordsOf(language);

  it('has every word, and none that English lacks', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    expect(sayings(language).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('takes in each sentence what the English one takes', () => {
    const taken = (all: Part) =>
      Object.entries(all).map(([key, message]) => [key, blanks(formsOf(message).join(' '))] as const);
    expect(Object.fromEntries(taken(words))).toEqual(Object.fromEntries(taken(english)));
  });

  it('counts in its own plural forms', () => {
    const counting = Object.entries(words).filter(([, message]) => typeof message !== 'string');
    expect(counting.map(([key, message]) => [key, Object.keys(message).sort()])).toEqual(
      counting.map(([key]) => [key, reached(language)]),
    );
    expect(counting.map(([key]) => key).sort()).toEqual(
      Object.keys(english)
        .filter(key => typeof english[key] !== 'string')
        .sort(),
    );
  });

  it('gives the number in every form that more than one number takes', () => {
    const rules = new Intl.PluralRules(createWords(language, {}).language);
    // Nothing at all has words of its own, and the titles of nothing are never shown.
    const counts = Array.from({ length: 200 }, (_, at) => rules.select(at + 1));
    const several = new Set<string>(counts.filter((form, at) => counts.indexOf(form) !== at));
    const silent = Object.entries(words).flatMap(([key, message]) =>
      Object.entries(typeof message === 'string' ? {} : message).flatMap(([form, text]) =>
        several.has(form) && !text.includes('{count}') ? [`${key} ${form}`] : [],
      ),
    );
    expect(silent).toEqual([]);
  });

  it('says nothing in English', () => {
    const untold = sayings(language).filter(
      ([key, text]) => formsOf(english[key] ?? '').includes(text) && same[key] !== 'all',
    );
    expect(untold.filter(([key]) => !same[key]?.includes(language as never))).toEqual([]);
  });
});

test('nothing is excused from translation that is translated', () => {
  const idle = Object.entries(same).flatMap(([key, excused]) =>
    (excused === 'all' ? others : excused)
      .filter(
        language =>
          !formsOf(wordsOf(language)[key] ?? '').some(text => formsOf(english[key] ?? '').includes(text)),
      )
      .map(language => `${key} ${language}`),
  );
  expect(idle).toEqual([]);
});

/** What a sentence promises is the same promise in every language, in the same words wherever it is given. */
const promises: Record<string, Record<Exclude<Language, 'en'>, RegExp>> = {
  'Nothing was sent': {
    es: /No se envió nada|Aún no se envió nada/i,
    fr: /Rien n’(y )?a (été|encore été) envoyé|Rien n’y a été envoyé/i,
    de: /Es wurde (noch )?nichts (dorthin )?gesendet/i,
    it: /Non è (ancora )?stato inviato nulla/i,
    pt: /Nada foi enviado/i,
    ar: /لم يُرسل شيء/,
  },
  'Nothing was saved': {
    es: /No se guardó nada/i,
    fr: /Rien n’(y )?a été enregistré/i,
    de: /(Es|Dort) wurde nichts gespeichert/i,
    it: /non è stato salvato nulla/i,
    pt: /Nada foi guardado/i,
    ar: /لم يُحفظ شيء/,
  },
  'our edits are kept': {
    es: /tus cambios se conservan/i,
    fr: /vos modifications sont conservées/i,
    de: /Ihre Eingaben bleiben erhalten/i,
    it: /le tue modifiche sono conservate/i,
    pt: /as suas alterações mantêm-se aqui/i,
    ar: /تعديلاتك باقية/,
  },
  'not known yet': {
    es: /aún no se sabe/,
    fr: /on ne sait pas encore/,
    de: /noch nicht bekannt/,
    it: /non si sa ancora/,
    pt: /ainda não se sabe/,
    ar: /لا يُعرف بعد/,
  },
  'our bio is as it was': {
    es: /Tu biografía está como estaba/,
    fr: /Votre biographie est restée telle quelle/,
    de: /Ihr Text ist, wie er war/,
    it: /La tua biografia è com’era/,
    pt: /A sua biografia está como estava/,
    ar: /نبذتك كما كانت/,
  },
};

describe.each(Object.entries(promises))('“%s”', (promise, kept) => {
  const given = Object.keys(english).filter(key =>
    formsOf(english[key] ?? '').some(text => text.toLowerCase().includes(promise.toLowerCase())),
  );
  it('is given somewhere', () => expect(given.length).toBeGreaterThan(1));
  it.each(others)('is the same promise in %s, and is given nowhere else', language => {
    const said = Object.entries(wordsOf(language))
      .filter(([, message]) =>
        formsOf(message).some(text => kept[language as Exclude<Language, 'en'>].test(text)),
      )
      .map(([key]) => key);
    expect(said.sort()).toEqual([...given].sort());
  });
});

describe('type', () => {
  it('keeps French marks with the word before them', () => {
    expect(sayings('fr').filter(([, text]) => /[ ][:;?!»]|«[ ]/.test(text))).toEqual([]);
  });
  it.each(languages)('has no straight quotes in %s', language => {
    expect(sayings(language).filter(([, text]) => /["']/.test(text))).toEqual([]);
  });
  it('keeps from right to left what Arabic would turn around: signs and dashes between digits', () => {
    const bare = (text: string) => text.replace(/[\u2066\u2068][^\u2069]*\u2069/g, '');
    expect(sayings('ar').filter(([, text]) => /[+.-]\d|\d[-+]|\s\.\w/.test(bare(text)))).toEqual([]);
  });
  it.each(languages)('closes in %s each direction that it opens', language => {
    const open = (text: string) =>
      (text.match(/[\u2066-\u2068]/g) ?? []).length - (text.match(/\u2069/g) ?? []).length;
    expect(sayings(language).filter(([, text]) => open(text) !== 0)).toEqual([]);
  });
});
