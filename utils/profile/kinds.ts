import * as v from 'valibot';
import { shortened } from '../plain-text';
import { dateText } from './date';
import { withScheme } from './links';
import { joinTags, splitTags } from './tags';

/** What a control holds while a field of that kind is edited. Text is '' where the portal holds null. */
export interface ValueOf {
  text: string;
  multiline: string;
  bio: string;
  email: string;
  phone: string;
  date: string;
  tax: string;
  link: string;
  handle: string;
  tags: string;
  choice: string;
  country: number | null;
  toggle: boolean;
}

export type Kind = keyof ValueOf;
export type Value = ValueOf[Kind];

/** What a rule may need beyond the value: ids of the portal's countries (empty while unknown), and today as `YYYY-MM-DD`. */
export interface Context {
  countries: ReadonlySet<number>;
  today: string;
}

/** Why a value cannot be saved; each has its sentence, `fault_…`, in the locales. */
export const faults = [
  'required',
  'tooLong',
  'email',
  'date',
  'dateFuture',
  'dateTooOld',
  'tagsTooLong',
  'country',
  'unreadable',
  'oldPasswordRequired',
  'newPasswordRequired',
  'passwordsDiffer',
] as const;
export type Fault = (typeof faults)[number];

/** The services a handle can belong to, with the address a bare handle stands for. */
export type Service = 'linkedin' | 'twitter' | 'github' | 'instagram' | 'facebook' | 'skype' | 'telegram';

export interface Options {
  /** What clears the field on the wire; '' unless the portal documents null. */
  clear?: null;
  required?: true;
  /** WCAG 1.3.5 token. */
  autocomplete?: string;
  /** Shown as a checkbox in the context menu. */
  menu?: true;
  /** A switch for which the portal may hold null: not set yet, which reads as off. */
  nullable?: true;
  /** The read that holds the field: the profile unless it is the session (`/login/me`). */
  from?: 'session';
  /** Object whose `Id` holds the value where the flat key is absent. */
  nested?: string;
  max?: number;
  service?: Service;
  choices?: readonly string[];
  /** The field of the personal address that "Same as personal" copies from. */
  copies?: string;
}

/** One row of the field table: how the portal's value is read, what a member may save, and when two values are the same. */
export interface Field<K extends Kind = Kind> extends Options {
  kind: K;
  /** What the portal may hold → what the control shows. A value that does not fit locks the field. */
  read: v.GenericSchema<unknown, ValueOf[K]>;
  /** What a member typed → what is saved, tidied. Issues carry a `Fault` as their message. Idempotent. */
  edit(context: Context): v.GenericSchema<unknown, ValueOf[K]>;
  /** One spelling for all that is equal to a person: two values with the same normal form are no change. */
  normal(value: ValueOf[K]): string | number | boolean | null;
  /** What goes on the wire; `held` is what the portal held at the last read. */
  write(value: ValueOf[K], held: unknown): string | number | boolean | null;
}

/**
 * How many characters of each kind are read and sent; beyond that the portal's own page is the place. Text of any length, which a
 * portal may hold, would have to be kept, compared and drawn at every turn.
 */
const longest: { readonly [K in Kind]?: number } = { bio: 20_000, tags: 2_000 };
export const longestOf = (kind: Kind): number => longest[kind] ?? 1_000;

/** How much is shown of a value that is too long. */
const shown = 120;

/** The beginning of a value of the portal's that is too long to be read; undefined for any other. */
export const tooLong = ({ kind }: Pick<Field, 'kind'>, held: unknown): string | undefined =>
  typeof held === 'string' && held.length > longestOf(kind) ? shortened(held, shown) : undefined;

/** A lone half of a character survives neither storage nor the wire as it is: it becomes the replacement sign at once (F36). */
const whole = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');

const readText = (kind: Kind) =>
  v.pipe(
    v.nullable(v.pipe(v.string(), v.maxLength(longestOf(kind)))),
    v.transform(value => whole(value ?? '')),
  );

type TextKind = {
  [K in Kind]: ValueOf[K] extends string ? (string extends ValueOf[K] ? K : never) : never;
}[Kind];

/** Everything that is one string on the wire. */
const textual = <K extends TextKind, O extends Options>(
  kind: K,
  options: O,
  tidy: (value: string) => string = value => value.trim(),
  ...rules: v.PipeAction<string, string, v.BaseIssue<unknown>>[]
): Field<K> & O =>
  ({
    ...options,
    kind,
    read: readText(kind),
    edit: () =>
      v.pipe(
        v.string(),
        v.transform(value => tidy(whole(value))),
        v.check(value => !options.required || value !== '', 'required' satisfies Fault),
        ...(rules as []),
        v.maxLength(longestOf(kind), 'tooLong' satisfies Fault),
      ),
    normal: (value: string) => value.replaceAll('\r\n', '\n'),
    write: (value: string) => (value === '' && options.clear === null ? null : value),
  }) as unknown as Field<K> & O;

const none: Options = {};

export const text = <O extends Options>(options: O = none as O) => textual('text', options);
export const multiline = <O extends Options>(options: O = none as O) => textual('multiline', options);
export const phone = <O extends Options>(options: O = none as O) => textual('phone', options);
export const tax = <O extends Options>(options: O = none as O) => textual('tax', options);
/** Markdown: an indented first line means something, so only the end is trimmed. */
export const bio = <O extends Options>(options: O = none as O) =>
  textual('bio', options, value => value.trimEnd());

/** Lenient on purpose: the portal decides, this catches a slip of the hand. */
export const email = <O extends Options>(options: O = none as O) =>
  textual(
    'email',
    options,
    undefined,
    v.check(value => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), 'email' satisfies Fault),
  );

export const link = <O extends Options>(options: O = none as O) => textual('link', options, withScheme);
export const handle = <O extends Options>(service: Service, options: O = none as O) =>
  textual('handle', { ...options, service }, value => withScheme(value, 'only with a path'));

export const tags = <O extends Options>(options: O) => ({
  ...textual(
    'tags',
    options,
    value => joinTags(splitTags(value)),
    v.maxLength(options.max ?? Number.POSITIVE_INFINITY, 'tagsTooLong' satisfies Fault),
  ),
  normal: (value: string) => joinTags(splitTags(value)),
});

/** A calendar date without a time zone: the first ten characters of whatever the portal adds. */
export const date = <O extends Options>(options: O = none as O): Field<'date'> & O => ({
  ...textual('date', options),
  read: v.pipe(
    readText('date'),
    v.transform(value => value.slice(0, 10)),
  ),
  edit: context => dateText(context.today),
  normal: value => value,
});

/**
 * One of a few names. A read may give the position (1 is the first) instead of the name, and 0 for the first;
 * an unknown value is shown as it is. The kind that was read is the kind that is written.
 */
export const choice = <const C extends readonly string[], O extends Options>(
  choices: C,
  options: O = none as O,
): Field<'choice'> & O => ({
  ...options,
  kind: 'choice',
  choices,
  read: v.pipe(
    v.nullable(v.union([v.pipe(v.string(), v.maxLength(longestOf('choice'))), v.number()])),
    v.transform(held => {
      if (typeof held !== 'number') return held ?? choices[0] ?? '';
      return choices[Math.max(held, 1) - 1] ?? String(held);
    }),
  ),
  edit: () => v.picklist(choices, 'required' satisfies Fault),
  normal: value => value,
  write: (value, held) => (typeof held === 'number' ? choices.indexOf(value) + 1 : value),
});

/** An id from the portal's list; an unknown id is shown as it is and never sent back. */
export const country = <O extends Options>(options: O = none as O): Field<'country'> & O => ({
  ...options,
  kind: 'country',
  read: v.nullable(v.pipe(v.number(), v.safeInteger())),
  edit: context =>
    v.pipe(
      v.number('country' satisfies Fault),
      v.check(id => context.countries.size === 0 || context.countries.has(id), 'country' satisfies Fault),
    ),
  normal: value => value || null,
  write: value => value,
});

export const toggle = <O extends Options>(options: O = none as O): Field<'toggle'> & O => ({
  ...options,
  kind: 'toggle',
  read: options.nullable ? v.nullable(v.boolean(), false) : v.boolean(),
  edit: () => v.boolean(),
  normal: value => value,
  write: value => value,
});
