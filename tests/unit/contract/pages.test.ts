import { expect, test } from 'vitest';
import { type Generation, pageOf, sectionOf } from '@/utils/portal/pages';
import { sectionIds } from '@/utils/profile/fields';

const v5 = 'https://acme.nexudus.site/acme';
const v4 = 'https://acme.spaces.nexudus.com';

test.each([
  [`${v5}/user/profile/personal`, 'personal'],
  [`${v5}/user/profile/directory`, 'professional'],
  [`${v5}/user/profile/billing`, 'billing'],
  [`${v5}/user/profile/billing/`, 'billing'],
  [`${v5}/user/profile/billing?a=b#c`, 'billing'],
  [`${v5}/User/Profile/Billing`, 'billing'],
  [`${v5}/user/profile/settings/notifications`, 'notifications'],
  [`${v5}/user/profile/settings`, 'notifications'],
  [`${v5}/user/profile/settings/bookings`, 'notifications'],
  [`${v5}/user/profile/settings/credentials`, 'password'],
  [`${v5}/user/profile`, 'personal'],
  [`${v5}/profile`, 'personal'],
  ['https://members.example.com/user/profile/billing', 'billing'],
  [`${v4}/account/profile`, 'personal'],
  [`${v4}/en/account/billing`, 'billing'],
  [`${v4}/settings/notifications`, 'notifications'],
  [`${v4}/settings/security`, 'password'],
  [`${v5}/home`, undefined],
  [`${v5}/user/profile/billing/invoices`, undefined],
  [v5, undefined],
  ['not a url', undefined],
  ['', undefined],
])('%s shows %s', (url, section) => {
  expect(sectionOf(url)).toBe(section);
});

test.each(
  sectionIds.flatMap(section =>
    (['v5', 'v4'] as Generation[]).map(generation => [section, generation] as const),
  ),
)('the page of %s in a %s portal is on that portal, and shows it', (section, generation) => {
  const url = pageOf('acme', section, generation);
  expect(url.startsWith(generation === 'v5' ? `${v5}/` : `${v4}/`)).toBe(true);
  // The older portal has one page for both.
  const shown = generation === 'v4' && section === 'professional' ? 'personal' : section;
  expect(sectionOf(url)).toBe(shown);
});

test('the page is that of the current portal unless said otherwise', () => {
  expect(pageOf('acme', 'billing')).toBe(`${v5}/user/profile/billing`);
});
