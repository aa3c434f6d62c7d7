import { signal } from '@preact/signals';
import { render } from 'preact';
import { Frame } from '../../../components/frame/Frame';
import { pageWords } from '../../../components/page-words';
import { words } from '../../../components/words';
import { speak, speakOfPages } from './speech';
import { sites, states } from './states';

/** `?state=review&theme=dark&language=de&surface=popup`: one state of the editor or of the pages around it, without a background. */
const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? '';
const language = asked.get('language') ?? 'en';
// Fetched after index.css, which says the order of the layers: their sheets would else come before it.
const { pages } = await import('./pages');
const state = states[name];
const around = pages[name];
const page = document.documentElement;
page.dataset.surface = asked.get('surface') ?? 'popup';
page.dataset.theme = asked.get('theme') ?? 'light';
Object.assign(window, { states: [...Object.keys(states), ...Object.keys(pages)] });

const root = document.getElementById('root');
if (root && (state ?? around)) {
  words.value = await speak(language);
  pageWords.value = await speakOfPages(language);
  page.lang = words.value.language;
  page.dir = words.value.direction;
  if (around) render(around.view(), root);
  if (state)
    render(
      <Frame
        stage={signal(state.stage())}
        actions={{ connect() {}, cancel() {}, chooseSeat() {}, sites: async () => sites }}
      />,
      root,
    );
  try {
    await (state ?? around)?.act?.();
  } catch (error) {
    page.dataset.missed = String(error);
  }
}
page.dataset.ready = 'yes';
