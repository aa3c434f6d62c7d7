import type { FunctionComponent } from 'preact';
import { type FieldName, fieldOf, type Row } from '../../utils/profile/fields';
import type { Kind, Value } from '../../utils/profile/kinds';
import type { ControlProps } from '../controls/control';
import { moreId } from '../controls/control';
import { controls } from '../controls/controls';
import { RevertIcon } from '../icons';
import { lazy } from '../lazy';
import { painted } from '../painted';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import type { RowProblem } from './create-rows';

const FieldProblem = lazy(() => import('./Summary').then(({ FieldProblem }) => FieldProblem));
const Advice = lazy(() => import('../advice/Advice').then(({ Advice }) => Advice));
/** Kinds with advice below the control; it comes with what else the first paint does without. */
const advised: readonly Kind[] = ['phone', 'tax', 'tags', 'bio'];

export const fieldId = (name: string) => `field-${name}`;
const helpId = (name: string) => `help-${name}`;
const problemId = (name: string) => `problem-${name}`;

const halfKinds: readonly Kind[] = ['choice', 'country', 'date', 'phone'];

/** Short by nature: takes half a line where there is room. */
const isHalf = ({ kind, autocomplete = '' }: Row) =>
  halfKinds.includes(kind) || /postal-code|address-level/.test(autocomplete);

/** Rows are typed by their own kind, values by the row's schema; past the table both are whatever it gave out. */
const controlOf = (kind: Kind) => controls[kind] as unknown as FunctionComponent<AnyControlProps>;
type AnyControlProps = Omit<ControlProps<Kind>, 'value' | 'onEdit'> & {
  value: Value;
  onEdit(value: Value): void;
};

/** One field: label, control, help and what is wrong. Reads the signals of its own row only. */
export function FieldRow({ name, editor }: { name: FieldName; editor: Editor }) {
  const row = editor.row(name);
  const access = row.access.value;
  const value = row.value.value;
  if (access === 'locked') return <LockedRow name={name} cut={editor.snapshot.value.cut?.[name]} />;
  if (access === 'missing' || value === undefined) return null;

  const field = fieldOf(name);
  const problem = row.problem.value;
  const atOnce = field.apply === 'at once';
  const changed = row.changed.value && !atOnce;
  const Control = controlOf(field.kind);
  return (
    <div
      class="row"
      data-row={name}
      data-kind={field.kind}
      data-half={isHalf(field) || undefined}
      data-changed={changed || undefined}
      data-problem={problem ? '' : undefined}
    >
      <div class="row-head">
        <label class="row-label" for={fieldId(name)}>
          {labelOf(name)}
        </label>
        {changed && <Changed name={name} onRevert={() => editor.revert(name)} />}
      </div>
      <Control
        field={field}
        value={value}
        common={{
          id: fieldId(name),
          name,
          // What was written may go the other way than the page; a switch goes with the page.
          dir: value && value !== true ? 'auto' : undefined,
          'aria-describedby': described(field, problem),
          'aria-invalid': problem && !atOnce ? 'true' : undefined,
          'aria-required': field.required ? 'true' : undefined,
        }}
        autocomplete={editor.surface === 'popup' ? field.autocomplete : 'off'}
        countries={editor.countries}
        pending={row.pending.value}
        onEdit={next => (atOnce ? void editor.toggle(name, next === true) : editor.edit(name, next))}
      />
      {advised.includes(field.kind) && painted.value && <Advice name={name} editor={editor} />}
      {problem && <FieldProblem id={problemId(name)} name={name} problem={problem} />}
      <p class="row-help" id={helpId(name)}>
        {t(`help_${name}`)}
      </p>
    </div>
  );
}

/** Kinds that count below the control; a link there is met by itself. */
const counted: readonly Kind[] = ['bio', 'tags'];

const described = ({ name, kind }: Row, problem: RowProblem | undefined) =>
  [problem && problemId(name), helpId(name), counted.includes(kind) && moreId(name)]
    .filter(Boolean)
    .join(' ');

function Changed({ name, onRevert }: { name: FieldName; onRevert: () => void }) {
  return (
    <>
      <span class="dot" />
      <span class="spoken">{t('row_changed')}</span>
      <button
        type="button"
        class="icon-button"
        data-action="revert"
        aria-label={t('row_revert', { field: labelOf(name) })}
        title={t('row_revert', { field: labelOf(name) })}
        onClick={() => {
          onRevert();
          // The button goes with the change: the focus stays at the field.
          document.getElementById(fieldId(name))?.focus();
        }}
      >
        <RevertIcon />
      </button>
    </>
  );
}

/** The portal holds something unreadable, or too long: named, with its beginning where there is one, and never written. */
function LockedRow({ name, cut }: { name: FieldName; cut: string | undefined }) {
  return (
    <div class="row" data-row={name} data-locked>
      <div class="row-head">
        <span class="row-label">{labelOf(name)}</span>
      </div>
      <p class="row-locked">
        {cut && <bdi class="row-cut">{cut}</bdi>}
        {t(cut ? 'row_tooLong' : 'row_locked')}
      </p>
    </div>
  );
}
