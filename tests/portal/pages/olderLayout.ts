import type { Space } from '../state/model';
import type { Switches } from '../switches';
import { escapeHtml } from './html';

const style = `
body { margin: 0; font: 14px/1.5 Helvetica, Arial, sans-serif; background: light-dark(#eef0f2, #1b1d20); color: light-dark(#333, #ddd) }
header { display: flex; gap: 24px; align-items: center; padding: 10px 24px; background: var(--brand); color: #fff }
header a { color: #fff } header .who { margin-inline-start: auto }
.page { display: grid; grid-template-columns: 200px 1fr; gap: 24px; max-width: 960px; margin: 24px auto; padding: 0 16px }
.section-menu ul { list-style: none; margin: 0; padding: 0 } .section-menu a { display: block; padding: 6px 0 }
.panel { padding: 20px; background: light-dark(#fff, #25282c); border: 1px solid light-dark(#d5d9dd, #3a3e44); border-radius: 4px }
label { display: grid; gap: 3px } label.check { display: flex; gap: 8px }
input:not([type=checkbox]), textarea, select { padding: 6px; font: inherit; max-width: 460px }
`;

const entries = [
  ['/account/profile', 'Profile'],
  ['/account/billing', 'Billing details'],
  ['/settings/notifications', 'Notifications'],
  ['/settings/security', 'Security'],
] as const;

const menu = (title: string) =>
  `<nav class="section-menu" aria-label="Account"><ul>${entries
    .map(
      ([path, label]) =>
        `<li><a href="${path}"${label === title ? ' aria-current="page"' : ''}>${label}</a></li>`,
    )
    .join('')}</ul></nav>`;

const account = (who: string) => `<span class="who">
<button type="button" id="profileDropdown" aria-label="avatar" onclick="this.nextElementSibling.hidden = !this.nextElementSibling.hidden">${escapeHtml(who)}</button>
<span aria-labelledby="profileDropdown" hidden><a href="/account/profile">My account</a> · <a href="/en/logout">Sign out</a></span></span>`;

const noMenu = new Set<Switches['restyle']>(['no menu', 'bare']);
const noAccount = new Set<Switches['restyle']>(['no account menu', 'bare']);

/** The frame of the older portal's pages. */
export function olderLayout(
  { name, color }: Space,
  title: string,
  body: string,
  { restyle, theme }: Switches,
  who?: string,
): string {
  const html = `<!doctype html>
<html lang="en" style="--brand: ${color}; color-scheme: ${theme === 'system' ? 'light dark' : theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · ${escapeHtml(name)}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><strong>${escapeHtml(name)}</strong>${who && !noAccount.has(restyle) ? account(who) : ''}</header>
<div class="page">${who && !noMenu.has(restyle) ? menu(title) : '<span></span>'}<main><h1>${escapeHtml(title)}</h1>${body}</main></div>
</body></html>`;
  return restyle === 'renamed'
    ? html.replaceAll('section-menu', 'x-1').replaceAll('profileDropdown', 'x-2')
    : html;
}
