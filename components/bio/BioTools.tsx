import '../../assets/css/advice.css';
import { useEffect, useState } from 'preact/hooks';
import type { AdviceProps } from '../advice/Advice';
import { fieldId } from '../editor/FieldRow';
import { lazy } from '../lazy';
import { t } from '../words';
import { BioStatus } from './BioStatus';
import { useSuggestion } from './use-suggestion';

const Markdown = lazy(() => import('./Markdown').then(({ Markdown }) => Markdown));
const Review = lazy(() => import('./ProposalReview').then(({ ProposalReview }) => ProposalReview));

type View = 'write' | 'preview';
const views: readonly View[] = ['write', 'preview'];

/** Below the bio: Write or Preview, and the portal's AI writer where the space has one. */
export function BioTools({ name, editor }: AdviceProps) {
  const row = editor.row(name);
  const value = String(row.value.value ?? '');
  const [view, setView] = useState<View>('write');
  const { suggestion, ask, drop } = useSuggestion(editor);
  /** What the bio was before a suggestion, and with it, for as long as that is what it holds. */
  const [used, setUsed] = useState<{ before: string; after: string }>();
  const proposal =
    suggestion.stage === 'answered' && suggestion.proposal.ok ? suggestion.proposal : undefined;

  // Whoever is led to the field, by a summary or by a search, is to find the input there.
  const led = editor.focus.value === name;
  const wanted = led || !!row.problem.value;
  useEffect(() => {
    if (!wanted) return;
    setView('write');
    if (proposal) drop();
    // The editor tried it already, while the input was behind a preview.
    if (led) toInput();
  }, [wanted, led]);

  const focus = (element: () => HTMLElement | null) => void setTimeout(() => element()?.focus());
  const toInput = () => focus(() => document.getElementById(fieldId(name)));
  function use(after: string) {
    setUsed({ before: value, after });
    editor.edit(name, after);
    drop();
    setView('write');
    toInput();
  }

  // The style sheet hides the input behind a preview or a proposal.
  return (
    <div class="bio-tools" data-part="bio" data-view={proposal ? 'proposal' : view}>
      {proposal ? (
        <Review
          key={value}
          before={value}
          after={proposal.bio}
          onUse={use}
          onKeep={() => {
            drop();
            toInput();
          }}
        />
      ) : (
        <>
          {view === 'preview' && (
            <div class="bio-preview" data-part="bio-preview">
              {value.trim() ? <Markdown text={value} /> : <p class="row-help">{t('bio_nothing')}</p>}
            </div>
          )}
          <div class="bio-actions">
            <fieldset class="segments" aria-label={t('bio_view')}>
              {views.map(each => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={view === each}
                  data-action={`bio-${each}`}
                  onClick={() => setView(each)}
                >
                  {t(`bio_${each}`)}
                </button>
              ))}
            </fieldset>
            {editor.snapshot.value.suggestsBio && (
              <button
                type="button"
                class="button"
                data-look="link"
                data-action="suggest-bio"
                aria-disabled={suggestion.stage === 'asking' || undefined}
                onClick={() => suggestion.stage !== 'asking' && void ask()}
              >
                {t('bio_suggest')}
              </button>
            )}
          </div>
        </>
      )}
      <BioStatus
        suggestion={suggestion}
        used={used?.after === value}
        onCancel={() => {
          drop();
          focus(() => document.querySelector('[data-action=suggest-bio]'));
        }}
        onUndo={() => {
          editor.edit(name, used?.before ?? '');
          setUsed(undefined);
          toInput();
        }}
      />
    </div>
  );
}
