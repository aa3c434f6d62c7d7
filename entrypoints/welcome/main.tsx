import '../../assets/css/index.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { p } from '../../components/page-words';
import { WelcomePage } from '../../components/welcome/WelcomePage';
import { readKeys } from '../options/keys';
import { followPageLook } from '../options/page-look';

async function start(root: HTMLElement): Promise<void> {
  const [commands] = await Promise.all([browser.commands.getAll(), followPageLook()]);
  document.title = p('welcome_title');
  const popup = readKeys(commands).find(({ action }) => action === 'popup');
  render(
    <WelcomePage keys={popup?.keys ?? ''} onOptions={() => void browser.runtime.openOptionsPage()} />,
    root,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
