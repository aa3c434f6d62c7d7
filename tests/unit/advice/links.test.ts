import { expect, it, test } from 'vitest';
import type { Service } from '@/utils/profile/kinds';
import { linkTo } from '@/utils/profile/links';
import { tidy } from '@/utils/profile/validate';

type Field =
  | 'ProfileWebsite'
  | 'Linkedin'
  | 'Twitter'
  | 'Github'
  | 'Instagram'
  | 'Facebook'
  | 'Skype'
  | 'Telegram';
const services: Partial<Record<Field, Service>> = {
  Linkedin: 'linkedin',
  Twitter: 'twitter',
  Github: 'github',
  Instagram: 'instagram',
  Facebook: 'facebook',
  Skype: 'skype',
  Telegram: 'telegram',
};

/** What members paste into the links of a profile, what is saved of it, and where it leads; null for nowhere. By hand. */
const pasted: readonly [field: Field, typed: string, saved: string, leads: string | null][] = [
  // --- websites ---
  ['ProfileWebsite', 'https://ada.example.com', 'https://ada.example.com', 'https://ada.example.com/'],
  ['ProfileWebsite', 'http://ada.example.com', 'http://ada.example.com', 'http://ada.example.com/'],
  ['ProfileWebsite', 'ada.example.com', 'https://ada.example.com', 'https://ada.example.com/'],
  ['ProfileWebsite', '  ada.example.com\n', 'https://ada.example.com', 'https://ada.example.com/'],
  ['ProfileWebsite', 'www.ada.example.com', 'https://www.ada.example.com', 'https://www.ada.example.com/'],
  ['ProfileWebsite', 'WWW.Ada.Example.COM', 'https://WWW.Ada.Example.COM', 'https://www.ada.example.com/'],
  ['ProfileWebsite', 'HTTPS://ada.example.com', 'HTTPS://ada.example.com', 'https://ada.example.com/'],
  ['ProfileWebsite', 'ada.example.com/', 'https://ada.example.com/', 'https://ada.example.com/'],
  ['ProfileWebsite', 'ada.example.com/work', 'https://ada.example.com/work', 'https://ada.example.com/work'],
  ['ProfileWebsite', 'ada.example.com?p=1', 'https://ada.example.com?p=1', 'https://ada.example.com/?p=1'],
  ['ProfileWebsite', 'ada.example.com#me', 'https://ada.example.com#me', 'https://ada.example.com/#me'],
  ['ProfileWebsite', 'ada.example.com:8443', 'https://ada.example.com:8443', 'https://ada.example.com:8443/'],
  ['ProfileWebsite', 'my-studio.co.uk', 'https://my-studio.co.uk', 'https://my-studio.co.uk/'],
  ['ProfileWebsite', 'bücher.example', 'https://bücher.example', 'https://xn--bcher-kva.example/'],
  ['ProfileWebsite', 'https://例え.テスト', 'https://例え.テスト', 'https://xn--r8jz45g.xn--zckzah/'],
  ['ProfileWebsite', 'ada.example.com/a b', 'https://ada.example.com/a b', 'https://ada.example.com/a%20b'],
  [
    'ProfileWebsite',
    'https://ada.example.com/~ada/',
    'https://ada.example.com/~ada/',
    'https://ada.example.com/~ada/',
  ],
  ['ProfileWebsite', 'my studio', 'my studio', null],
  ['ProfileWebsite', 'coming soon', 'coming soon', null],
  ['ProfileWebsite', 'none', 'none', null],
  ['ProfileWebsite', '', '', null],
  ['ProfileWebsite', 'ada@example.com', 'ada@example.com', null],
  ['ProfileWebsite', 'mailto:ada@example.com', 'mailto:ada@example.com', null],
  ['ProfileWebsite', 'javascript:alert(1)', 'javascript:alert(1)', null],
  ['ProfileWebsite', 'ftp://ada.example.com', 'ftp://ada.example.com', null],
  ['ProfileWebsite', '//ada.example.com', '//ada.example.com', null],
  ['ProfileWebsite', 'https://', 'https://', null],

  // --- handles ---
  ['Linkedin', 'ada-lovelace', 'ada-lovelace', 'https://www.linkedin.com/in/ada-lovelace'],
  ['Linkedin', 'linkedin.com/in/ada', 'https://linkedin.com/in/ada', 'https://linkedin.com/in/ada'],
  [
    'Linkedin',
    'www.linkedin.com/in/ada/',
    'https://www.linkedin.com/in/ada/',
    'https://www.linkedin.com/in/ada/',
  ],
  [
    'Linkedin',
    'https://www.linkedin.com/company/engines',
    'https://www.linkedin.com/company/engines',
    'https://www.linkedin.com/company/engines',
  ],
  [
    'Linkedin',
    'https://uk.linkedin.com/in/ada?trk=x',
    'https://uk.linkedin.com/in/ada?trk=x',
    'https://uk.linkedin.com/in/ada?trk=x',
  ],
  ['Linkedin', 'Ada Lovelace', 'Ada Lovelace', null],
  ['Linkedin', 'josé-garcía', 'josé-garcía', 'https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa'],
  ['Twitter', '@ada', '@ada', 'https://x.com/ada'],
  ['Twitter', 'ada', 'ada', 'https://x.com/ada'],
  ['Twitter', ' @ada_l ', '@ada_l', 'https://x.com/ada_l'],
  ['Twitter', 'twitter.com/ada', 'https://twitter.com/ada', 'https://twitter.com/ada'],
  ['Twitter', 'https://x.com/ada', 'https://x.com/ada', 'https://x.com/ada'],
  ['Github', 'ada', 'ada', 'https://github.com/ada'],
  ['Github', 'github.com/ada', 'https://github.com/ada', 'https://github.com/ada'],
  [
    'Github',
    'https://github.com/ada/engine',
    'https://github.com/ada/engine',
    'https://github.com/ada/engine',
  ],
  ['Github', 'ada/engine', 'ada/engine', null],
  ['Github', 'ada?tab=repositories', 'ada?tab=repositories', 'https://github.com/ada%3Ftab%3Drepositories'],
  ['Instagram', '@ada.l', '@ada.l', 'https://www.instagram.com/ada.l'],
  ['Instagram', 'ada.l', 'ada.l', 'https://www.instagram.com/ada.l'],
  ['Instagram', 'instagram.com/ada.l', 'https://instagram.com/ada.l', 'https://instagram.com/ada.l'],
  [
    'Instagram',
    'https://www.instagram.com/ada.l/?hl=en',
    'https://www.instagram.com/ada.l/?hl=en',
    'https://www.instagram.com/ada.l/?hl=en',
  ],
  ['Facebook', 'ada.lovelace.1815', 'ada.lovelace.1815', 'https://www.facebook.com/ada.lovelace.1815'],
  ['Facebook', 'facebook.com/ada', 'https://facebook.com/ada', 'https://facebook.com/ada'],
  ['Facebook', 'fb.com/ada', 'https://fb.com/ada', 'https://fb.com/ada'],
  [
    'Facebook',
    'm.facebook.com/profile.php?id=100',
    'https://m.facebook.com/profile.php?id=100',
    'https://m.facebook.com/profile.php?id=100',
  ],
  ['Telegram', '@ada_l', '@ada_l', 'https://t.me/ada_l'],
  ['Telegram', 't.me/ada_l', 'https://t.me/ada_l', 'https://t.me/ada_l'],
  ['Telegram', 'https://t.me/+AbCdEf123', 'https://t.me/+AbCdEf123', 'https://t.me/+AbCdEf123'],
  ['Telegram', 'tg://resolve?domain=ada', 'tg://resolve?domain=ada', null],
  ['Skype', 'live:ada.l', 'live:ada.l', null],
  ['Skype', 'ada.lovelace', 'ada.lovelace', null],
  ['Skype', 'skype:ada?chat', 'skype:ada?chat', null],
  ['Twitter', 'javascript:alert(1)', 'javascript:alert(1)', null],
  ['Github', 'data:text/html,x', 'data:text/html,x', null],
  ['Instagram', '..\\evil', '..\\evil', null],
];

it.each(pasted)('%s: %j is saved as %j and leads to %s', (field, typed, saved, leads) => {
  expect(tidy(field, typed)).toBe(saved);
  expect(linkTo(saved, services[field]) ?? null).toBe(leads);
  // What is shown while typing is what will be there once it is saved.
  expect(linkTo(typed, services[field])).toBe(linkTo(saved, services[field]));
});

test('there are 60', () => expect(pasted.length).toBeGreaterThanOrEqual(60));
