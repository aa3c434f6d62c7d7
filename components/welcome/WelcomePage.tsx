import '../../assets/css/pages.css';
import '../../assets/css/welcome.css';
import { Mark } from '../frame/Mark';
import { type PageKey, p } from '../page-words';

const facts: readonly PageKey[] = [
  'welcome_keeps_session',
  'welcome_keeps_drafts',
  'welcome_keeps_history',
  'welcome_keeps_nobody',
];

interface Props {
  /** The key that opens the popup, as the browser spells it. */
  keys: string;
  onOptions(): void;
}

/** What Nametag does and what it keeps, once, after it was installed. */
export function WelcomePage({ keys, onOptions }: Props) {
  return (
    <main class="page" data-state="ready">
      <header class="page-head">
        <Mark />
        <h1>{p('welcome_title')}</h1>
      </header>
      <p class="lead">{p('welcome_lead')}</p>
      <section class="card" aria-labelledby="start">
        <h2 id="start">{p('welcome_start')}</h2>
        <ol class="steps">
          <li>{p('welcome_step_portal')}</li>
          <li>{p('welcome_step_click', { keys: keys || p('keys_none') })}</li>
          <li>{p('welcome_step_menu')}</li>
        </ol>
      </section>
      <section class="card" aria-labelledby="keeps">
        <h2 id="keeps">{p('welcome_keeps')}</h2>
        <ul class="facts">
          {facts.map(fact => (
            <li key={fact}>{p(fact)}</li>
          ))}
        </ul>
      </section>
      <button type="button" class="button" data-action="options" onClick={onOptions}>
        {p('welcome_options')}
      </button>
    </main>
  );
}
