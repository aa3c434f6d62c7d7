import { config } from './config.js';
import { h } from './dom.js';

const genderNames = {
  NotSet: 'Not set',
  Male: 'Male',
  Female: 'Female',
  Other: 'Other',
  RatherNotSay: 'Rather not say',
};

/** What a profile holds for a field, however this portal spells it. */
export const heldBy = (record, { name, nested }) => record[name] ?? record[nested]?.Id ?? null;

const option = (value, label, current) =>
  h('option', { value, selected: String(value) === String(current) }, label);

/** One control per kind: `make` shows a value, `read` gives it back as the API wants it. */
export const controls = {
  text: {
    make: (field, value) =>
      h('input', {
        type: field.type ?? 'text',
        value: value ?? '',
        required: field.required,
        autocomplete: field.autocomplete ?? 'off',
      }),
    read: (input, field) => (input.value === '' && 'blank' in field ? field.blank : input.value),
  },
  lines: {
    make: (_, value) => h('textarea', { rows: 4, autocomplete: 'off' }, value ?? ''),
    read: (input, field) => input.value || field.blank,
  },
  date: {
    make: (_, value) => h('input', { type: 'date', value: value?.slice(0, 10) ?? '' }),
    read: (input, field) => input.value || field.blank,
  },
  gender: {
    make: (_, value) => {
      const numbers = typeof value === 'number';
      const notSet = numbers && value === 0 ? 0 : 1;
      const choices = Object.entries(genderNames).map(([name, label], index) =>
        option(numbers ? (index === 0 ? notSet : index + 1) : name, label, value),
      );
      return h('select', { 'data-numbers': numbers }, choices);
    },
    read: input => (input.hasAttribute('data-numbers') ? Number(input.value) : input.value),
  },
  country: {
    make: (_, value, { countries }) =>
      h(
        'select',
        {},
        countries.map(({ Id, Name }) => option(Id, Name, value)),
      ),
    read: input => Number(input.value),
  },
  switch: {
    make: (_, value) =>
      h('input', { type: 'checkbox', role: 'switch', class: 'switch', checked: value === true }),
    read: input => input.checked,
  },
};

/** The name under which this portal wants a field. */
export const wireName = ({ name }) => (name === 'RepeatNewPassword' ? config.passwordRepeat : name);
