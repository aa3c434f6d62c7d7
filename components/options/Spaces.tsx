import '../../assets/css/news.css';
import { useState } from 'preact/hooks';
import { p } from '../page-words';

interface Props {
  spaces: readonly string[];
  onOpen(space: string): void;
  onForget(space: string): void;
}

/** The known spaces. Forgetting asks once, in place. */
export function Spaces({ spaces, onOpen, onForget }: Props) {
  const [sure, setSure] = useState<string>();
  if (spaces.length === 0) return <p class="row-help">{p('spaces_none')}</p>;
  return (
    <ul class="list">
      {spaces.map(space => (
        <li key={space} data-space={space}>
          {sure === space ? (
            <div class="notice" role="alert">
              <p>{p('spaces_forget_sure', { space })}</p>
              <p class="choices">
                <button
                  type="button"
                  class="button"
                  data-action="forget-yes"
                  onClick={() => {
                    setSure(undefined);
                    onForget(space);
                  }}
                >
                  {p('spaces_forget_yes', { space })}
                </button>
                <button type="button" class="button" data-look="link" onClick={() => setSure(undefined)}>
                  {p('spaces_forget_no')}
                </button>
              </p>
            </div>
          ) : (
            <>
              <span class="cut">{space}</span>
              <span class="choices">
                <button
                  type="button"
                  class="button"
                  data-action="open"
                  aria-label={`${p('spaces_open')}: ${space}`}
                  onClick={() => onOpen(space)}
                >
                  {p('spaces_open')}
                </button>
                <button
                  type="button"
                  class="button"
                  data-look="quiet"
                  data-action="forget"
                  aria-label={`${p('spaces_forget')}: ${space}`}
                  onClick={() => setSure(space)}
                >
                  {p('spaces_forget')}
                </button>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
