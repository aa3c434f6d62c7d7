import { signal } from '@preact/signals';
import { render } from 'preact';
import { Frame } from '../../../components/frame/Frame';
import { words } from '../../../components/words';
import { speak } from './speech';
import { states } from './states';

/** `?state=review&theme=dark&language=de&surface=popup`: one state of the editor, without a background. */
const asked = new URLSearchParams(location.search);
const state = states[asked.get('state') ?? ''];
const page = document.documentElement;
page.dataset.surface = asked.get('surface') ?? 'popup';
page.dataset.theme = asked.get('theme') ?? 'light';
Object.assign(window, { states: Object.keys(states) });

if (state) {
  words.value = await speak(asked.get('language') ?? 'en');
  page.lang = words.value.language;
  page.dir = words.value.direction;
  const root = document.getElementById('root');
  if (root)
    render(
      <Frame stage={signal(state.stage())} actions={{ connect() {}, cancel() {}, chooseSeat() {} }} />,
      root,
    );
  await state.act?.();
}
page.dataset.ready = 'yes';
