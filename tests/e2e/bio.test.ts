import { describe, expect, test } from 'vitest';
import type { BioFault } from '../../utils/proposal';
import type { Surface } from '../browsers/driver';
import { until } from '../browsers/waiting';
import { htmlPage, status } from '../portal/faults/recipes';
import type { Fault } from '../portal/faults/types';
import { browserName, noSpares, says, useStage } from './stage';

const writer = { method: 'POST', path: /\/profile\/GenerateOpenAiProfile$/ } as const;

/** What the stand-in portal proposes for Ada. */
const proposed =
  'Ada Lovelace works as Engineer in Software at Acme Works.\n\n**Ask me about** new projects, good tools and the best lunch nearby.';

const bioOf = (popup: Surface) =>
  popup.evaluate(() => (document.querySelector('#field-ProfileSummary') as HTMLTextAreaElement).value);
const proposal = (popup: Surface) =>
  popup.waitFor('the proposal', () => document.querySelector('[data-part=proposal] .swap') !== null);

describe(`beyond the form in ${browserName}`, () => {
  // Without used connections or spare ones, for a browser repeats by itself what it loses on one.
  const stage = useStage({
    switches: { keepAlive: false },
    launch: { prefs: noSpares },
    begin: () => stage.signIn('ada'),
  });

  describe('the bio', () => {
    const profile = () => stage.portal.record(stage.portal.currentProfile('ada', 'acme'));
    const sent = (mark: number) =>
      stage.portal.log.since(mark).filter(({ method }) => method === 'POST' || method === 'PATCH');

    test('is previewed as elements, and written again', async () => {
      const popup = await stage.openEditor('professional');
      await popup.click('[data-action=bio-preview]');
      expect(await popup.text('[data-part=bio-preview] strong')).toBe('Ask me about');
      expect(
        await popup.evaluate(() => document.querySelector('#field-ProfileSummary')?.getClientRects().length),
      ).toBe(0);
      await popup.click('[data-action=bio-write]');
      await popup.fill('#field-ProfileSummary', '<img src=x onerror=alert(1)> [x](javascript:alert(1)) *hi*');
      await popup.click('[data-action=bio-preview]');
      expect(await popup.text('[data-part=bio-preview] em')).toBe('hi');
      const drawn = await popup.evaluate(() => ({
        words: document.querySelector('[data-part=bio-preview]')?.textContent ?? '',
        risky: document.querySelectorAll('[data-part=bio-preview] :is(img, a, script)').length,
      }));
      expect(drawn).toEqual({ words: '<img src=x onerror=alert(1)> x hi', risky: 0 });
      await popup.click('[data-action=discard]');
      await popup.close();
    });

    test('a suggestion is a diff; what is accepted goes into the field, and only Save sends it', async () => {
      const before = profile().ProfileSummary;
      const mark = stage.portal.log.mark();
      const popup = await stage.openEditor('professional');
      await popup.click('[data-action=suggest-bio]');
      await proposal(popup);
      expect(sent(mark).map(({ method, path }) => [method, path])).toEqual([
        ['POST', '/en/profile/GenerateOpenAiProfile'],
      ]);

      // None accepted is the bio that there is, all accepted is the proposal.
      await popup.click('[data-action=bio-none]');
      await popup.waitFor('nothing to put in', () => !document.querySelector('[data-action=bio-use]'));
      await popup.click('[data-action=bio-all]');
      await popup.click('[data-action=bio-use]');
      expect(await bioOf(popup)).toBe(proposed);
      expect(profile().ProfileSummary).toBe(before);

      await popup.click('[data-action=bio-undo]');
      await popup.waitFor(
        'no change',
        () => !document.querySelector('[data-row=ProfileSummary][data-changed]'),
      );
      expect(await bioOf(popup)).toBe(before);

      // One change rejected: its old words stay.
      await popup.click('[data-action=suggest-bio]');
      await proposal(popup);
      const kept = await popup.evaluate(() => {
        const change = [...document.querySelectorAll('.swap')].find(each => each.querySelector('del'));
        change?.querySelector('input')?.click();
        return change?.querySelector('del')?.textContent ?? '';
      });
      await popup.waitFor('the change to be rejected', () =>
        [...document.querySelectorAll('.swap')].some(each => !each.hasAttribute('data-accepted')),
      );
      await popup.click('[data-action=bio-use]');
      const mixed = await bioOf(popup);
      expect(mixed).toContain(kept);
      expect(mixed).not.toBe(proposed);
      expect(sent(mark).filter(({ method }) => method === 'PATCH')).toEqual([]);

      await popup.click('[data-action=save]');
      await says(popup, 'Saved');
      const patches = sent(mark).filter(({ method }) => method === 'PATCH');
      expect(patches.map(({ json }) => json)).toEqual([{ ProfileSummary: mixed }]);
      expect(profile().ProfileSummary).toBe(mixed);
      await popup.close();
    });

    test('a question is taken back', async () => {
      const gate = stage.portal.faults.hold(writer);
      const popup = await stage.openEditor('professional');
      await popup.click('[data-action=suggest-bio]');
      await gate.arrived;
      await popup.click('[data-action=bio-cancel]');
      gate.release();
      await popup.waitFor(
        'nothing to be said',
        () => document.querySelector('[data-part=bio-status]')?.textContent === '',
      );
      expect(await popup.evaluate(() => document.querySelectorAll('[data-part=proposal]').length)).toBe(0);
      await popup.close();
    });

    const faults: readonly [what: string, fault: Fault, said: BioFault][] = [
      [
        '400',
        {
          answer: { status: 400, json: { WasSuccessful: false, Message: 'The AI writer is not available.' } },
        },
        'unavailable',
      ],
      ['HTML', { answer: htmlPage() }, 'unreadable'],
      ['500', { answer: status(500) }, 'unreachable'],
      ['429', { answer: status(429, { 'retry-after': '30' }) }, 'throttled'],
      ['a reset', { deliver: { kind: 'reset' } }, 'unreachable'],
      ['another profile', { change: json => ({ ...(json as object), Id: 1 }) }, 'otherProfile'],
      ['24 seconds of silence', { delay: 30_000 }, 'slow'],
      ['401', { answer: status(401) }, 'signedOut'],
    ];
    test.each(faults)('%s: a sentence, and the bio as it was', async (_, fault, said) => {
      const before = profile().ProfileSummary;
      const mark = stage.portal.log.mark();
      stage.portal.faults.add({ match: writer, ...fault });
      const popup = await stage.openEditor('professional');
      await popup.click('[data-action=suggest-bio]');
      await popup.waitFor(
        `the sentence for ${said}`,
        code => document.querySelector(`[data-part=bio-status][data-fault=${code}]`)?.textContent,
        said,
      );
      if (said === 'unavailable')
        expect(await popup.text('[data-part=bio-status] q')).toBe('The AI writer is not available.');
      expect(await bioOf(popup)).toBe(before);
      expect(sent(mark)).toHaveLength(1);
      await popup.close();
    });
  });

  describe('advice, hints and the list of fields', () => {
    test('a phone number says how it reads, a VAT number whether its digits fit', async () => {
      const popup = await stage.openEditor('personal');
      await popup.fill('#field-LandLine', '020 7946 0958');
      await popup.waitFor('how it reads', () =>
        document
          .querySelector('[data-row=LandLine] [data-part=advice]')
          ?.textContent?.replace(/[\u2066\u2069]/g, '')
          .includes('+44 20 7946 0958, United Kingdom'),
      );
      await popup.press('Alt+3');
      await popup.fill('#field-TaxIDNumber', 'DE 136 695 977');
      await popup.waitFor('doubt', () =>
        document.querySelector('[data-row=TaxIDNumber] [data-doubt]')?.textContent?.includes('Germany'),
      );
      await popup.fill('#field-TaxIDNumber', 'DE 136 695 976');
      await popup.waitFor('none', () =>
        document
          .querySelector('[data-row=TaxIDNumber] [data-part=advice]:not([data-doubt])')
          ?.textContent?.includes('Germany'),
      );
      await popup.click('[data-action=discard]');
      await popup.close();
    });

    test('tags of the directory are suggested, and the card shows them as they are added', async () => {
      const popup = await stage.openEditor('professional');
      await popup.click('#field-ProfileTags');
      await popup.click('[data-suggest=design]');
      await popup.waitFor('the tag', () => document.querySelector('[data-tag=design]'));
      await popup.waitFor(
        'its suggestion to be gone',
        () => !document.querySelector('[data-suggest=design]'),
      );
      await popup.click('[data-part=directory] summary');
      const card = await popup.text('[data-part=directory] article');
      expect(card).toContain('Ada Lovelace');
      expect(card).toContain('design');
      expect(card).not.toContain('7700');
      await popup.click('[data-action=discard]');
      await popup.close();
    });

    test('a hint is waved away for good', async () => {
      const shown = (popup: Surface) =>
        popup.evaluate(() =>
          [...document.querySelectorAll('[data-section=billing] [data-hint]')].map(hint =>
            hint.getAttribute('data-hint'),
          ),
        );
      const clear = await stage.openEditor('professional');
      await clear.fill('#field-ProfileWebsite', '');
      await clear.click('[data-action=save]');
      await says(clear, 'Saved');
      await clear.close();
      const cross = '[data-section=billing] [data-hint=ProfileWebsite] [data-action=dismiss-hint]';
      const isGone = async () => {
        const next = await stage.openEditor('billing');
        await next.waitFor('the panel’s end', () =>
          document.querySelector('[data-section=billing] [data-action=open-portal]'),
        );
        expect(await shown(next)).not.toContain('ProfileWebsite');
        await until('it to be on disk', async () => {
          const { hints } = await stage.browser.background.evaluate(api => api.storage.local.get('hints'));
          return JSON.stringify(hints) === '["ProfileWebsite"]';
        });
        await next.close();
      };
      let popup = await stage.openEditor('billing');
      await popup.click(cross);
      await popup.waitFor(
        'it to go',
        () => !document.querySelector('[data-section=billing] [data-hint=ProfileWebsite]'),
      );
      await popup.close();
      await isGone();

      await stage.browser.background.evaluate(async api => {
        await api.storage.session.remove('hints');
        await api.storage.local.remove('hints');
      });
      popup = await stage.openEditor('billing');
      await popup.waitFor('the hint', selector => document.querySelector(selector), cross);
      // The popup goes with the click, while the background is asleep.
      await stage.browser.background.stop();
      await popup
        .evaluate(selector => {
          document.querySelector<HTMLElement>(selector)?.click();
          window.close();
        }, cross)
        .catch(() => {});
      await popup.close();
      await isGone();
    });

    test('a field is found by a few letters, and a switch is turned', async () => {
      const popup = await stage.openEditor('personal');
      await popup.press('Control+k');
      await popup.waitFor('the list', () => document.activeElement?.getAttribute('name') === 'palette');
      await popup.type('job');
      await popup.press('Enter');
      await popup.waitFor('the field', () => document.activeElement?.id === 'field-Position');
      await popup.press('Control+k');
      await popup.waitFor('the list', () => document.activeElement?.getAttribute('name') === 'palette');
      await popup.type('newsletter off');
      await popup.press('Enter');
      await popup.waitFor('the switch', () => {
        const control = document.querySelector('#field-SignUpToNewsletter') as HTMLInputElement | null;
        return control?.checked === false && !control.hasAttribute('aria-busy');
      });
      expect(stage.portal.record(stage.portal.currentProfile('ada', 'acme')).SignUpToNewsletter).toBe(false);
      await popup.close();
    });
  });
});
