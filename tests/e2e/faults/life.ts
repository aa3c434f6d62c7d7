import { expect } from 'vitest';
import type { Outcome } from '../../../utils/save-data';
import { elapse, until } from '../../browsers/waiting';
import { usual } from '../../engine/faults/row';
import { patch, profileRead } from '../../portal/faults/recipes';
import type { Entry } from '../../portal/log';
import { isSoak } from '../../threats/report';
import { badge, type Course, saveHeld, usualCourse } from './courses';
import type { Member } from './member';
import { expectSaid } from './words';

/** The background is stopped while the popup waits; what the popup says in the end. */
async function afterStop(at: Member, way: Parameters<Course>[1]): Promise<Outcome | undefined> {
  const popup = await at.surface();
  await at.place.browser.background.stop();
  at.place.portal.faults.clear();
  // The popup hears that nobody answers, and asks anew by itself.
  await until('the popup to have been told', async () => {
    const now = await at.progress();
    return now?.phase === 'done' && now.seen;
  });
  const outcome = (await at.progress())?.outcome;
  await expectSaid(popup, way.says, outcome ?? {});
  return outcome;
}

/** A save whose write is open when the browser goes. The member is not back yet. */
const gone =
  (how: 'kill' | 'update'): Course =>
  async at => {
    await at.type(usual);
    await at.restart();
    const gate = await saveHeld(at, 'after');
    await at.place.restart(how);
    gate.release();
    expect(await at.session()).toBeUndefined();
    await until('the drafts to be back', async () => Object.keys(await at.drafts()).length);
    return (await at.progress())?.outcome;
  };

/** F43–F60: what happens to the browser, the background and the computer. */
export const lifeCourses: Partial<Record<string, Course>> = {
  async F44(at, way) {
    await at.type(usual);
    await at.restart();
    const gate = at.place.portal.faults.hold({ ...profileRead, where: at.isOurs });
    await (await at.surface()).click('[data-action=save]');
    await gate.arrived;
    return afterStop(at, way);
  },
  async F45(at, way) {
    await at.type(usual);
    await at.restart();
    const gate = await saveHeld(at, way.says ? 'before' : 'after');
    if (way.says) gate.reset();
    return afterStop(at, way);
  },
  async F46(at, way) {
    await at.type(usual);
    await at.restart();
    const written = await saveHeld(at, 'after');
    const reading = at.place.portal.faults.hold({ ...profileRead, where: at.isOurs });
    written.release();
    await reading.arrived;
    return afterStop(at, way);
  },

  async F47(at, way, stage) {
    // Here Firefox stops an event page that does nothing for three seconds.
    if (at.place.browser.name === 'firefox') {
      await at.place.restart('close', { 'extensions.background.idle.timeout': 3_000 });
      await at.mend();
    }
    return usualCourse(at, way, stage);
  },

  async F48(at, way) {
    await at.type(usual);
    await at.restart();
    const gate = await saveHeld(at, 'after');
    await at.close();
    gate.release();
    const seen = await at.outcomeAfter(undefined);
    await badge(at, '✓');
    await expectSaid(await at.open(), way.says, seen);
    const popup = await at.open();
    const status = await popup.evaluate(() => document.querySelector('[data-part=status]')?.textContent);
    expect(status, 'the result is shown once').toBe('');
    return seen;
  },

  async F49(at) {
    const text = 'Designer';
    await at.type({ NickName: 'Countess', Position: '' });
    for (const [index, character] of [...text].entries()) {
      const popup = await at.open();
      // The caret is where it was, so typing goes on.
      await popup.waitFor(
        'the field to have the focus',
        () => document.activeElement?.id === 'field-Position',
      );
      await popup.type(character);
      await elapse([0, 10, 30, 100, 300][index % 5] ?? 0);
      await at.close();
    }
    const popup = await at.open();
    const value = await popup.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
    expect(value).toBe(text);
    return undefined;
  },

  async F50(at, way) {
    await at.type(way.typed ?? {});
    const popup = await at.surface();
    const type = await popup.evaluate(
      () => (document.querySelector('#field-DateOfBirth') as HTMLInputElement).type,
    );
    expect(type).toBe('text');
    // The focus goes to the page, as to a picker of the system.
    await (await at.portalTab()).clickAt(20, 500);
    await until('the popup to be gone', () => popup.closed);
    return undefined;
  },

  async F51(at) {
    await at.type(usual);
    await at.close();
    await at.place.restart('close');
    expect(await at.session()).toBeUndefined();
    await until('the drafts to be back', async () => Object.keys(await at.drafts()).length === 2);
    const popup = await at.place.browser.openPopup();
    await popup.waitFor('“Connect to acme”', () => document.querySelector('[data-action=connect]'));
    const seen = await at.ask<Outcome>(
      'save',
      { seat: at.owner.space, owner: at.owner, saveId: 'one', edits: await at.drafts() },
      popup,
    );
    await popup.close();
    return seen;
  },

  F52: gone('kill'),
  async F53(at) {
    await at.type(usual);
    await at.close();
    await at.place.restart('update');
    await until('the drafts to be back', async () => Object.keys(await at.drafts()).length === 2);
    await at.signIn();
    return undefined;
  },
  F54: gone('update'),

  async F55(at, way) {
    await at.type(usual);
    await at.close();
    await at.place.browser.allowSites(false);
    try {
      const popup = await at.place.browser.openPopup();
      await popup.click('[data-action=save]');
      const seen = await at.outcomeAfter(undefined);
      await expectSaid(popup, way.says, seen);
      await popup.waitFor('a way to allow it', () => document.querySelector('[data-action=allow]'));
      await popup.close();
      return seen;
    } finally {
      await at.place.browser.allowSites(true);
    }
  },

  async F56(at) {
    await at.type(usual);
    await at.restart();
    at.place.portal.expireTokens();
    await at.ask('refresh', { seat: at.owner.space });
    expect(await at.session()).toBeUndefined();
    const { background } = at.place.browser;
    await background.evaluate(async api => {
      for (let size = 4_000_000; size >= 16; size = Math.floor(size / 2))
        for (;;) {
          const more = { [`filler/${size}/${Math.random()}`]: 'x'.repeat(size) };
          const kept = await api.storage.session.set(more).then(
            () => true,
            () => false,
          );
          if (!kept) break;
        }
    });
    // The token is in the background's memory alone, so this is about one life of it; should the browser end that one, the next is asked.
    for (let lives = 1; ; lives += 1) {
      await background.evaluate(() => Object.assign(globalThis, { isSameLife: true }) && null);
      const token = await at.show(at.member);
      const isProfileRead = (entry: Entry) =>
        at.isOurs(entry) && entry.authorization === `Bearer ${token}` && entry.path.endsWith('/profile');
      await at.place.portal.log.until('the new token to be looked at', isProfileRead, 60_000);
      expect(await at.session()).toBeUndefined();
      // The background goes on with what it could not store.
      const mark = at.place.portal.log.mark();
      const reply = await at.ask('refresh', { seat: at.owner.space });
      const isSameLife = await background.evaluate(() => 'isSameLife' in globalThis);
      if (!isSameLife && lives < 3) continue;
      const statuses = at.place.portal.log
        .since(mark)
        .filter(isProfileRead)
        .map(({ status }) => status);
      expect({ reply, isSameLife, statuses }).toMatchObject({
        reply: { ok: true },
        isSameLife: true,
        statuses: [200],
      });
      break;
    }
    await background.evaluate(async api => {
      const all = Object.keys(await api.storage.session.get(null));
      await api.storage.session.remove(all.filter(key => key.startsWith('filler/')));
    });
    return undefined;
  },

  async F57(at, way) {
    await at.type(usual);
    await at.restart();
    await at.place.browser.background.evaluate(() => {
      const { prototype } = (globalThis.window ?? globalThis).IDBDatabase;
      prototype.transaction = () => {
        throw new DOMException('The disk is full.', 'UnknownError');
      };
    });
    const seen = await at.save();
    await expectSaid(await at.surface(), way.says, seen);
    await at.restart();
    return seen;
  },

  async F58(at) {
    await at.type(usual);
    await at.close();
    const { space, user, profile } = at.owner;
    await at.place.browser.background.evaluate(async (api, prefix) => {
      const odd: Record<string, unknown> = {
        State: 'text',
        CityName: { base: 1 },
        PostCode: 5,
        Address: { base: 1, value: true, at: 0, by: '' },
      };
      const opening = indexedDB.open('nametag');
      const database = await new Promise<IDBDatabase>(resolve => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const keyed = Object.entries(odd).map(([name, value]) => [prefix + name, value] as const);
      await api.storage.session.set({ ...Object.fromEntries(keyed), seats: 'none' });
      const writing = database.transaction(['drafts', 'journal', 'history'], 'readwrite');
      for (const [key, value] of keyed) writing.objectStore('drafts').put(value, key);
      writing.objectStore('journal').put({ saveId: 5 }, 'odd');
      writing.objectStore('history').put('text', 'odd');
      await new Promise(resolve => {
        writing.oncomplete = resolve;
      });
      database.close();
    }, `draft/${space}/${user}/${profile}/`);
    await at.restart();
    // Never a blank popup; what can be read is there.
    const popup = await at.place.browser.openPopup();
    await popup.waitFor('the popup to show something', () => document.body.textContent.length > 20);
    await popup.close();
    // Who is signed in could not be read either, so the member connects again.
    await at.signIn();
    return undefined;
  },

  // The whole browser stands still. In the quick run the connection is gone when it wakes, as after a long sleep; in the soak it
  // is silent, and the deadline has passed.
  async F59(at, way) {
    const saved = way.says === undefined;
    await at.type(usual);
    await at.restart();
    if (isSoak) at.place.portal.faults.add({ match: patch, apply: saved, deliver: { kind: 'silence' } });
    const gate = isSoak ? undefined : at.place.portal.faults.hold(patch, saved ? 'after' : 'before');
    const popup = await at.surface();
    const mark = at.place.portal.log.mark();
    await popup.click('[data-action=save]');
    await at.place.portal.log.until('the write', ({ id, method }) => id > mark && method === 'PATCH');
    const sleeping = at.place.browser.nap(isSoak ? 16_000 : 1_500);
    gate?.reset();
    await sleeping;
    const seen = await at.outcomeAfter(undefined);
    await expectSaid(popup, way.says, seen);
    return seen;
  },
};
