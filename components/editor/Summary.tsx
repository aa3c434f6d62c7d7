import '../../assets/css/news.css';
import { useEffect, useRef } from 'preact/hooks';
import type { FieldName } from '../../utils/profile/fields';
import { BadIcon } from '../icons';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import type { RowProblem } from './create-rows';
import { fieldId } from './FieldRow';
import { sayProblem } from './say-problem';

/** Everything that stopped a save, each with a way to its field. Takes the focus when a save was stopped. */
export function Summary({ editor }: { editor: Editor }) {
  const element = useRef<HTMLElement>(null);
  const problems = editor.problems.value;
  const others = editor.outcome.value?.otherRefusals ?? [];
  const quote = editor.outcome.value?.problem?.message;
  const stopped = editor.stopped.value;
  const before = useRef(0);
  useEffect(() => {
    if (stopped !== before.current) element.current?.focus();
    before.current = stopped;
  }, [stopped]);
  return (
    <section
      ref={element}
      class="notice"
      data-tone="bad"
      data-part="summary"
      tabIndex={-1}
      aria-labelledby="summary-title"
    >
      <h2 id="summary-title">
        {problems.length > 0 ? t('summary_title', { count: problems.length }) : t('summary_portal')}
      </h2>
      <ul>
        {problems.map(({ name, problem }) => (
          <li key={name}>
            <a
              href={`#${fieldId(name)}`}
              onClick={event => {
                event.preventDefault();
                editor.goTo(name);
              }}
            >
              <span>{labelOf(name)}</span>: <bdi>{sayProblem(name, problem)}</bdi>
            </a>
          </li>
        ))}
        {others.map(({ field, message }) => (
          <li key={field + message} class="any">
            {field && `${field}: `}
            {message}
          </li>
        ))}
      </ul>
      {quote && <q class="any">{quote}</q>}
    </section>
  );
}

/** What is wrong with one field, below its control. */
export function FieldProblem({ id, name, problem }: { id: string; name: FieldName; problem: RowProblem }) {
  return (
    <p class="row-problem" id={id}>
      <BadIcon />
      <bdi>{sayProblem(name, problem)}</bdi>
    </p>
  );
}
