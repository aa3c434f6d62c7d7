import type { Json } from '../json';
import { countries } from '../state/countries';
import { accountFields, fieldsByPage, labelOf, nullableFields } from '../state/fields';
import { genders } from '../state/genders';
import type { Truth } from '../state/world';
import type { Switches } from '../switches';
import { escapeHtml } from './html';
import type { OlderPath } from './older';

const fieldsOf: Record<OlderPath, string[]> = {
  '/account/profile': [...fieldsByPage.personal, ...fieldsByPage.professional],
  '/account/billing': fieldsByPage.billing,
  '/settings/notifications': [...Object.keys(accountFields), 'SignUpToNewsletter'],
  '/settings/security': ['OldPassword', 'NewPassword', 'RepeatNewPassword'],
};

const lines = new Set(['Address', 'BillingAddress', 'ProfileSummary']);

const genderOptions = (held: Json | undefined, { gender, genderNotSet }: Switches) =>
  genders.names
    .map(name => {
      const value = gender === 'name' ? name : genders.numberOf(name, genderNotSet);
      return `<option value="${value}"${name === held ? ' selected' : ''}>${labelOf(name)}</option>`;
    })
    .join('');

function control(name: string, value: Json | undefined, switches: Switches): string {
  const label = escapeHtml(labelOf(name));
  const text = escapeHtml(value ?? '');
  if (typeof value === 'boolean')
    return `<label class="check"><input type="checkbox" name="${name}"${value ? ' checked' : ''}> ${label}</label>`;
  if (name.endsWith('CountryId')) {
    const options = countries.map(
      ({ Id, Name }) =>
        `<option value="${Id}"${Id === value ? ' selected' : ''}>${escapeHtml(Name)}</option>`,
    );
    return `<label>${label} <select name="${name}">${options.join('')}</select></label>`;
  }
  if (name === 'Gender')
    return `<label>${label} <select name="Gender">${genderOptions(value, switches)}</select></label>`;
  if (lines.has(name))
    return `<label>${label} <textarea name="${name}" rows="4">\n${text}</textarea></label>`;
  return `<label>${label} <input name="${name}" type="${name.endsWith('Password') ? 'password' : 'text'}" value="${text}"></label>`;
}

export const olderForm = (
  path: OlderPath,
  record: Truth,
  switches: Switches,
): string => `<form class="panel" id="account">
${fieldsOf[path].map(name => `<p>${control(name, (record as Record<string, Json>)[name], switches)}</p>`).join('\n')}
<p><button type="submit">Save</button> <span role="status"></span></p></form>`;

/** The page's own script: it reads the session, and saves what was changed, with its cookie and, by switch, a bearer. */
export const olderScript = (
  path: OlderPath,
  bearer: string | undefined,
  { passwordRepeat, gender }: Switches,
): string => `<script>
const headers = { Accept: 'application/json'${bearer ? `, Authorization: 'Bearer ${bearer}'` : ''} };
const numbers = ${JSON.stringify(gender === 'number' ? ['CountryId', 'BillingCountryId', 'Gender'] : ['CountryId', 'BillingCountryId'])};
const nullable = ${JSON.stringify(nullableFields)};
const form = document.getElementById('account'), said = form.querySelector('[role=status]');
fetch('/login/me?', { headers });
fetch('/api/public/businesses/current', { headers });
form.addEventListener('submit', async event => {
  event.preventDefault();
  const body = {};
  for (const input of form.elements) {
    if (!input.name) continue;
    const before = input.type === 'checkbox' ? input.defaultChecked : input.tagName === 'SELECT' ? input.querySelector('[selected]')?.value : input.defaultValue;
    const now = input.type === 'checkbox' ? input.checked : input.value;
    const name = input.name === 'RepeatNewPassword' ? '${passwordRepeat}' : input.name;
    if (now === before) continue;
    body[name] = numbers.includes(name) ? Number(now) : now === '' && nullable.includes(name) ? null : now;
  }
  const response = await fetch('/api/public/coworker/profile', {
    method: 'PATCH', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  said.textContent = response.ok ? 'Saved.' : 'Not saved.';
});
</script><!-- ${path} -->`;
