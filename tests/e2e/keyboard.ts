import type { Surface } from '../browsers/driver';
import { until } from '../browsers/waiting';

/** Where the focus is, and what a member would miss there; runs in the page. */
function focusNow() {
  const here = document.activeElement;
  if (!here || here === document.body) return { on: 'nothing', faults: ['the focus is lost'] };
  const faults: string[] = [];
  const box = here.getBoundingClientRect();
  const bar = document.querySelector('[data-part=bar]');
  const list = document.querySelector('[data-part=palette]');
  // A line is to be seen whole; of what is taller, such as a text or a panel that scrolls, at least a line.
  const line = 48;
  const [top, bottom] = box.height > line ? [box.bottom - line, box.top + line] : [box.top, box.bottom];
  if (top < -1 || bottom > window.innerHeight + 1) faults.push('it is out of sight');
  const under = bar && !bar.contains(here) && !list ? bar.getBoundingClientRect().top : window.innerHeight;
  if (bottom > under + 1) faults.push('the bar covers it');
  if ((here as HTMLButtonElement).disabled) faults.push('it is switched off');
  const heading = here.getAttribute('tabindex') === '-1' && here.matches('h1, h2, section, div');
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
  const ring = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  const within = here.parentElement && getComputedStyle(here.parentElement);
  const ringAround = within && within.outlineStyle !== 'none' && Number.parseFloat(within.outlineWidth) > 0;
  if (!ring && !ringAround && !heading) faults.push('nothing shows it');
  const on = here.id
    ? `#${here.id}`
    : `${here.localName}[${here.getAttribute('data-action') ?? here.className}]`;
  return { on, faults };
}

/** A member who has a keyboard and nothing else. After every key the focus has to be somewhere, and to be seen. */
export function keyboardOf(surface: Surface) {
  /** What loads may move things about; what is left to see then is looked at. */
  async function look(after: string): Promise<string> {
    let seen = await surface.evaluate(focusNow);
    await until(`the focus to be seen after ${after}`, async () => {
      seen = await surface.evaluate(focusNow);
      if (seen.faults.length > 0) throw new Error(`${seen.on}: ${seen.faults.join(', ')}`);
      return true;
    });
    return seen.on;
  }

  async function press(...chords: string[]): Promise<void> {
    for (const chord of chords) {
      await surface.press(chord);
      await look(chord);
    }
  }

  const isOn = (selector: string) =>
    surface.evaluate(wanted => !!document.activeElement?.matches(wanted), selector);

  return {
    press,
    look,
    type: (text: string) => surface.type(text),
    isOn,
    /** Tab, or Shift+Tab, until the focus is on `selector`. Gives how often. */
    async tabTo(selector: string, chord: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
      const passed: string[] = [];
      for (let times = 0; times <= 60; times += 1) {
        if (await isOn(selector)) return times;
        await surface.press(chord);
        passed.push(await look(`${chord} to ${selector}`));
      }
      throw new Error(`60 times ${chord} never came to ${selector}, but to ${passed.join(' ')}`);
    },
    /** Puts other text in the place of what the field in focus holds. */
    async replace(text: string): Promise<void> {
      await surface.press('Control+a');
      await surface.type(text);
      await look(`typing ${text}`);
    },
    /** Waits until the focus is on `selector`. */
    comesTo: (selector: string) =>
      surface.waitFor(
        `the focus to come to ${selector}`,
        wanted => !!document.activeElement?.matches(wanted),
        selector,
      ),
  };
}
