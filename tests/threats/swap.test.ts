import { describe, expect } from 'vitest';
import type { Surface } from '../browsers/driver';
import { staysTrue, until } from '../browsers/waiting';
import { says, showSection } from '../e2e/stage';
import type { Gate } from '../portal/faults/types';
import { isSoak, threat } from './report';
import { browserName, callingPage, restart, useThreatStage } from './stage';

const api = 'https://acme.spaces.nexudus.com/api/public/configuration';
const typed = (point: string) => `Ada ${point}`;

describe(`a page that shows another member’s token, in ${browserName}`, () => {
  const stage = useThreatStage();
  const tokens = { ada: '', grace: '' };
  const isOurs = ({ origin }: { origin?: string }) => !origin?.startsWith('https:');

  /** The portal's page shows the token of a member, and the background takes it for that seat. */
  async function show(member: 'ada' | 'grace'): Promise<void> {
    tokens[member] ||= stage.portal.issueToken(member, 'acme').access;
    stage.portal.pages.set('acme.nexudus.site', '/shows', callingPage([{ url: api, token: tokens[member] }]));
    const mark = stage.portal.log.mark();
    const tab = await stage.browser.newTab('https://acme.nexudus.site/shows');
    await stage.portal.log.until(
      `our look-up of ${member}`,
      entry =>
        entry.id > mark &&
        isOurs(entry) &&
        entry.path === '/api/public/coworkers/profiles' &&
        entry.member === member &&
        entry.state === 'completed',
    );
    await until(`the token of ${member} to be taken`, () =>
      stage.browser.background.evaluate(async (api, token) => {
        const { 'token/acme': kept } = await api.storage.session.get('token/acme');
        return (kept as { token: string } | undefined)?.token === token;
      }, tokens[member]),
    );
    await tab.close();
  }
  /** Whether what is stored is that member's, as the portal showed it last. */
  const isPictured = (user: number) =>
    stage.browser.background.evaluate(async (api, user) => {
      const { 'snapshot/acme': picture } = await api.storage.session.get('snapshot/acme');
      const { owner, problem } = (picture ?? {}) as { owner?: { user: number }; problem?: object };
      return owner?.user === user && !problem;
    }, user);
  /** A background that has not looked anybody up yet does so at once. */
  async function begin(): Promise<Surface> {
    await restart(stage);
    await show('ada');
    const { id } = stage.portal.member('ada');
    await until('the picture of ada', () => isPictured(id));
    await restart(stage);
    return stage.openEditor('professional');
  }

  const change = (popup: Surface, point: string) => popup.fill('#field-Position', typed(point));
  const save = (popup: Surface) => popup.press('Control+s');
  const during = async (popup: Surface, point: string, gate: Gate) => {
    await change(popup, point);
    await save(popup);
    await gate.arrived;
    await show('grace');
    gate.release();
  };
  const read = { method: 'GET', path: '/en/profile', where: isOurs } as const;
  const write = { method: 'PATCH', path: '/api/public/coworker/profile' } as const;
  const password = async (popup: Surface) => {
    await showSection(popup, 'password');
    await popup.fill('#field-OldPassword', stage.portal.member('ada').password);
    for (const name of ['NewPassword', 'RepeatNewPassword'])
      await popup.fill(`#field-${name}`, 'Ada-new-Password-1');
  };

  /** When the other token comes; each goes on as a member would who does not notice. */
  const points: Record<string, (popup: Surface, point: string) => Promise<void>> = {
    async 'before typing'(popup) {
      await popup.click('#field-Position');
      await show('grace');
      await popup.type(typed('before typing')).catch(() => {});
    },
    async 'after typing'(popup, point) {
      await change(popup, point);
      await show('grace');
      await save(popup).catch(() => {});
    },
    'in the preflight': (popup, point) => during(popup, point, stage.portal.faults.hold(read)),
    'after the preflight': (popup, point) => during(popup, point, stage.portal.faults.hold(read, 'after')),
    'before the write is handled': (popup, point) => during(popup, point, stage.portal.faults.hold(write)),
    'after the write is handled': (popup, point) =>
      during(popup, point, stage.portal.faults.hold(write, 'after')),
    async 'after the save'(popup, point) {
      await change(popup, point);
      await save(popup);
      await says(popup, 'Saved');
      await show('grace');
    },
    async 'before the password is sent'(popup) {
      await password(popup);
      await show('grace');
      // Where they were typing: the form may be gone, and is not waited for.
      await popup.press('Enter').catch(() => {});
    },
    async 'while the password is sent'(popup) {
      await password(popup);
      const gate = stage.portal.faults.hold({
        method: 'GET',
        path: '/api/public/coworkers/profiles',
        where: isOurs,
      });
      await popup.click('[data-action=change-password]');
      await gate.arrived;
      gate.release();
      await show('grace');
    },
  };
  const quick = ['in the preflight', 'before the password is sent'];

  threat(
    'T07',
    'what one member typed is never sent with another’s token',
    async () => {
      const grace = stage.portal.currentProfile('grace', 'acme');
      const before = stage.portal.record(grace);
      const graces = stage.portal.member('grace').password;
      const tried = Object.entries(points).filter(([name]) => isSoak || quick.includes(name));
      let shown = 0;
      for (const [point, act] of tried) {
        const popup = await begin();
        const mark = stage.portal.log.mark();
        await act(popup, point);
        await until('the picture of grace', () => isPictured(stage.portal.member('grace').id));
        // Whatever of ada's was still under way is over.
        await stage.portal.log.atRest();
        const crossed = () =>
          stage.portal.log
            .since(mark)
            .filter(({ method, member }) => method === 'PATCH' && member !== 'ada')
            .map(({ body }) => body);
        await staysTrue('nothing is sent with another’s token', () => {
          expect([point, crossed()]).toEqual([point, []]);
          return true;
        });
        expect([point, stage.portal.record(grace)]).toEqual([point, before]);
        expect(stage.portal.member('grace').password).toBe(graces);
        await popup.close();
        // Whatever it has to say of the last save, it says whose it is.
        const again = await stage.browser.openPopup();
        const owner = await again.text('[data-part=owner]');
        expect([point, owner]).toEqual([
          point,
          expect.stringContaining(stage.portal.member('grace').fullName),
        ]);
        const text = await again.evaluate(() =>
          [...document.querySelectorAll('input')].map(({ value }) => value).join(' '),
        );
        expect(text).not.toContain(typed(point));
        shown += 1;
        await again.close();
        stage.portal.faults.clear();
      }
      return [
        `the token swapped at ${tried.length} points`,
        `0 requests that combine them, ${shown} times the editor shows the change`,
      ];
    },
    300_000,
  );
});
