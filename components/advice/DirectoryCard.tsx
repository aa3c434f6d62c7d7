import '../../assets/css/advice.css';
import { useState } from 'preact/hooks';
import { hostBeside, readableHost } from '../../utils/advice/link-host';
import { type FieldName, fieldOf, fields } from '../../utils/profile/fields';
import { linkTo } from '../../utils/profile/links';
import { splitTags } from '../../utils/profile/tags';
import { Markdown } from '../bio/Markdown';
import type { Editor } from '../editor/create-editor';
import { initials } from '../editor/initials';
import { labelOf, t, words } from '../words';
import { useSeen } from './use-seen';

/** What the directory shows as a link, in the order of the form. */
const linked = fields
  .filter(({ section, kind }) => section === 'professional' && (kind === 'link' || kind === 'handle'))
  .map(({ name }) => name);

/** What other members will see, as it is being typed. Everything that is not in the card stays private. */
export function DirectoryCard({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState(editor.surface !== 'popup');
  const [ref, seen] = useSeen<HTMLDetailsElement>();
  if (editor.row('ProfileIsPublic').value.value === undefined) return null;
  return (
    <details
      ref={ref}
      class="directory"
      data-part="directory"
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{t('directory_title')}</summary>
      {open && seen && <Card editor={editor} />}
    </details>
  );
}

function Card({ editor }: { editor: Editor }) {
  const text = (name: FieldName) => String(editor.row(name).value.value ?? '').trim();
  const listed = editor.row('ProfileIsPublic').value.value === true;
  const work = [text('Position'), text('CompanyName')].filter(Boolean);
  const tags = splitTags(text('ProfileTags'));
  return (
    <>
      <p class="row-help" data-listed={listed || undefined}>
        {t(listed ? 'directory_listed' : 'directory_unlisted')}
      </p>
      <article class="card" data-unlisted={!listed || undefined}>
        <span class="avatar" aria-hidden="true">
          {initials(text('FullName'), words.value.language)}
        </span>
        <div class="card-text">
          <p class="card-name">
            <bdi>{text('FullName')}</bdi>
          </p>
          {work.length > 0 && (
            <p>
              <bdi>{work.join(' · ')}</bdi>
            </p>
          )}
          {text('BusinessArea') && (
            <p class="row-help">
              <bdi>{text('BusinessArea')}</bdi>
            </p>
          )}
        </div>
        {text('ProfileSummary') && <Markdown text={text('ProfileSummary')} />}
        {tags.length > 0 && (
          <ul class="card-tags" aria-label={labelOf('ProfileTags')}>
            {tags.map(tag => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        <Links names={linked} text={text} />
      </article>
    </>
  );
}

/** What stands beside the name of a field: nothing where a link to a service leads to that service. */
function hostOf(name: FieldName, href: string): string | undefined {
  const { service } = fieldOf(name);
  const own = service && linkTo('name', service);
  return own && readableHost(own) === readableHost(href) ? undefined : hostBeside(labelOf(name), href);
}

function Links({ names, text }: { names: readonly FieldName[]; text(name: FieldName): string }) {
  const filled = names.filter(text);
  if (filled.length === 0) return null;
  return (
    <ul class="card-links">
      {filled.map(name => {
        const href = linkTo(text(name), fieldOf(name).service);
        const host = href && hostOf(name, href);
        return (
          <li key={name}>
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {labelOf(name)}
                {host && ' '}
                {host && (
                  <bdi class="link-host" dir="ltr">
                    {host}
                  </bdi>
                )}
              </a>
            ) : (
              <span>
                {labelOf(name)}: <bdi>{text(name)}</bdi>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
