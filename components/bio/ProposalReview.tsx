import '../../assets/css/advice.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { apply, loadWordDiff, type Piece } from '../../utils/advice/word-diff';
import { useLoaded } from '../advice/use-loaded';
import { t, words } from '../words';

interface Props {
  before: string;
  after: string;
  onUse(text: string): void;
  onKeep(): void;
}

const lines = (text: string) => text.replaceAll('\r\n', '\n');

/** A proposed bio over the one there is: each change is ticked or not, and only then put into the field. */
export function ProposalReview({ before, after, onUse, onKeep }: Props) {
  const { language } = words.value;
  const compare = useLoaded(loadWordDiff);
  const pieces = useMemo(
    () => compare?.(lines(before), lines(after), language),
    [compare, before, after, language],
  );
  const [rejected, setRejected] = useState<ReadonlySet<number>>(new Set());
  const title = useRef<HTMLHeadingElement>(null);
  const there = !!pieces;
  useEffect(() => {
    // The button that asked went with the tools; whoever went on elsewhere is left there.
    if (there && document.activeElement === document.body) title.current?.focus();
  }, [there]);
  if (!pieces) return null;
  const ids = pieces.flatMap(piece => (piece.kind === 'change' ? [piece.id] : []));
  const accepted = new Set(ids.filter(id => !rejected.has(id)));
  const toggle = (id: number) => {
    const next = new Set(rejected);
    if (!next.delete(id)) next.add(id);
    setRejected(next);
  };
  // With nothing to compare it with, there is one thing to decide.
  const several = ids.length > 1 || before.trim() !== '';
  return (
    <section class="proposal" data-part="proposal" aria-labelledby="proposal-title">
      <h2 ref={title} id="proposal-title" tabIndex={-1}>
        {t('bio_proposed')}
      </h2>
      <p class="row-help">{t(ids.length === 0 ? 'bio_same' : several ? 'bio_intro' : 'bio_intro_new')}</p>
      <div class="proposal-text" dir="auto">
        {pieces.map((piece, at) =>
          piece.kind === 'change' && several ? (
            <Change
              key={piece.id}
              piece={piece}
              accepted={accepted.has(piece.id)}
              onToggle={() => toggle(piece.id)}
            />
          ) : (
            <span key={`same ${at}`}>{piece.kind === 'same' ? piece.text : piece.new}</span>
          ),
        )}
      </div>
      {several && ids.length > 0 && (
        <div class="proposal-all">
          <span class="row-help" role="status" data-part="accepted">
            {t('bio_accepted', { accepted: accepted.size, count: ids.length })}
          </span>
          <button
            type="button"
            class="button"
            data-look="link"
            data-action="bio-all"
            onClick={() => setRejected(new Set())}
          >
            {t('bio_all')}
          </button>
          <button
            type="button"
            class="button"
            data-look="link"
            data-action="bio-none"
            onClick={() => setRejected(new Set(ids))}
          >
            {t('bio_none')}
          </button>
        </div>
      )}
      <div class="proposal-end">
        <button type="button" class="button" data-action="bio-keep" onClick={onKeep}>
          {t('bio_keep')}
        </button>
        {accepted.size > 0 && (
          <button
            type="button"
            class="button"
            data-look="primary"
            data-action="bio-use"
            onClick={() => onUse(apply(pieces, accepted))}
          >
            {t('bio_use')}
          </button>
        )}
      </div>
    </section>
  );
}

interface ChangeProps {
  piece: Extract<Piece, { kind: 'change' }>;
  accepted: boolean;
  onToggle(): void;
}

/** One change in the running text. A label around a checkbox wraps like the words it stands among. */
function Change({ piece, accepted, onToggle }: ChangeProps) {
  // The box stands at the words, not at the space before them.
  const [space = ''] = /^\s*/.exec(piece.old || piece.new) ?? [];
  const bare = (text: string) => (text.startsWith(space) ? text.slice(space.length) : text);
  return (
    <>
      {space}
      <label class="swap" data-change={piece.id} data-accepted={accepted || undefined}>
        <input type="checkbox" checked={accepted} onChange={onToggle} />
        {piece.old && (
          <>
            <span class="spoken">{t('bio_removes')} </span>
            <del>{bare(piece.old)}</del>
          </>
        )}
        {piece.new && (
          <>
            <span class="spoken"> {t('bio_adds')} </span>
            <ins>{bare(piece.new)}</ins>
          </>
        )}
      </label>
    </>
  );
}
