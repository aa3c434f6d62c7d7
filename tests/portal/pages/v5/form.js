import { api } from './api.js';
import { controls, heldBy, wireName } from './controls.js';
import { h } from './dom.js';

/** The form of one profile page. Saving sends the whole page, changed or not, as portals do. */
export function profileForm(section, record, lists, onSaved) {
  const rows = section.fields
    .filter(field => section.id === 'credentials' || field.name in record || field.nested in record)
    .map(field => row(field, record, lists));
  const status = h('p', { class: 'form-status', role: 'status' });
  const button = h(
    'button',
    { type: 'submit', class: 'button primary' },
    section.id === 'credentials' ? 'Change password' : 'Save changes',
  );
  const form = h(
    'form',
    { class: `profile-form ${section.id}`, 'data-section': section.id, novalidate: true, onsubmit: submit },
    h(
      'div',
      { class: 'fields' },
      rows.map(({ element }) => element),
    ),
    h('div', { class: 'form-actions' }, button, status),
  );

  async function submit(event) {
    event.preventDefault();
    for (const { tell } of rows) tell('');
    button.disabled = true;
    say('Saving…', 'busy');
    try {
      const body = Object.fromEntries(rows.map(({ field, read }) => [wireName(field), read()]));
      const { status: code, json } = await api.save(body);
      if (code < 300 && json?.WasSuccessful !== false) {
        if (section.id === 'credentials') form.reset();
        say('Your changes have been saved.', 'good');
        onSaved();
      } else refuse(json);
    } catch (error) {
      say(error.message, 'bad');
    } finally {
      button.disabled = false;
    }
  }

  function refuse(envelope) {
    const errors = Array.isArray(envelope?.Errors) ? envelope.Errors : [];
    for (const { PropertyName, Message } of errors)
      rows.find(({ field }) => wireName(field) === PropertyName)?.tell(Message);
    say(envelope?.Message ?? 'That did not work. Try again in a moment.', 'bad');
  }

  function say(words, mood) {
    status.textContent = words;
    status.dataset.mood = mood;
  }

  return form;
}

function row(field, record, lists) {
  const { make, read } = controls[field.kind];
  const id = `field-${field.name}`;
  const input = make(field, heldBy(record, field), lists);
  input.id = id;
  input.name = field.name;
  input.setAttribute('aria-describedby', `${id}-note`);
  const note = h('p', { class: 'field-note', id: `${id}-note` });
  const label = h('label', { for: id }, field.label);
  const wide = field.wide ? ' wide' : '';
  const element =
    field.kind === 'switch'
      ? h('div', { class: 'field toggle wide' }, label, input, note)
      : h('div', { class: `field${wide}` }, label, input, note);
  return {
    field,
    element,
    read: () => read(input, field),
    tell(message) {
      note.textContent = message;
      input.setAttribute('aria-invalid', message ? 'true' : 'false');
    },
  };
}
