import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapse, until } from '../browsers/waiting';
import { promises } from '../engine/promises';
import { anyWays, randomFault } from '../engine/random-faults';
import { isSoak } from '../threats/report';
import { courses } from './faults/courses';
import { engineOnly } from './faults/engine-only';
import type { Member } from './faults/member';
import { useFaults } from './faults/use-faults';
import { browserName, ready, says, showSection } from './stage';

/** A small seeded sample, and in the long run what is promised. */
const counts = isSoak
  ? { faults: 100, closings: 250, saves: 500, restarts: 200 }
  : { faults: 4, closings: 8, saves: 10, restarts: 4 };
const minutes = 60_000;
const times = (count: number) => Array.from({ length: count }, (_, n) => n);

describe(`many saves in ${browserName}`, () => {
  const { place, held, run } = useFaults();

  // Their own rows wait for the deadline of 15 s.
  const slow = ['F08', 'F09'];
  const ways = anyWays(id => courses[id] ?? promises[id] ?? engineOnly[id] ?? slow.includes(id));

  test(
    `${counts.faults} random faults of random saves lose nothing and send nothing twice`,
    async () => {
      for (const { row, way } of fc.sample(randomFault(ways), { numRuns: counts.faults, seed: 76 }))
        await run(row, way).catch(error => {
          throw new Error(`${row.id} ${way.way}: ${JSON.stringify(way.typed)}`, { cause: error });
        });
      console.log(
        `random faults in ${browserName}: ${counts.faults} of ${ways.length} kinds, 0 lost, 0 doubled`,
      );
    },
    15 * minutes,
  );

  test(
    'a popup that is closed 0 to 300 ms after a key has every character, and the caret where it was',
    async () => {
      const { member } = held;
      await member.begin();
      const field = '#field-ProfileSummary';
      const first = await member.surface();
      await showSection(first, 'professional');
      await first.fill(field, '');
      await first.close();

      const bursts = fc.sample(
        fc.record({
          keys: fc.string({
            unit: fc.constantFrom(...'abcdefghij klmnopqrst uvwxyz,.ÄÖÜßéñ0123456789'),
            minLength: 40,
            maxLength: 40,
          }),
          delay: fc.nat(300),
        }),
        { numRuns: counts.closings, seed: 10_000 },
      );
      let text = '';
      for (const { keys, delay } of bursts) {
        const popup = await place.browser.openPopup();
        await ready(popup);
        const value = await popup.waitFor(
          'the field to have the focus',
          selector => {
            const here = document.activeElement;
            return here === document.querySelector(selector)
              ? { is: (here as HTMLTextAreaElement).value }
              : undefined;
          },
          field,
        );
        expect(value.is).toBe(text);
        await popup.type(keys);
        await elapse(delay);
        await popup.close();
        text += keys;
      }
      expect((await member.drafts()).ProfileSummary?.value).toBe(text);
      console.log(`typing in ${browserName}: ${text.length} characters, ${bursts.length} closings, 0 lost`);
    },
    15 * minutes,
  );

  test(
    `${counts.saves} saves and ${counts.restarts} restarts leave the journal empty and the storage as large as it was`,
    async () => {
      const { member } = held;
      await member.begin();
      // As between a member and a portal: connections are kept, and an answer takes 50 ms.
      place.portal.switches.keepAlive = true;
      place.portal.faults.add({
        match: { where: member.isOurs },
        times: Number.POSITIVE_INFINITY,
        delay: 50,
      });
      const popup = await member.surface();
      await showSection(popup, 'professional');
      const save = async (n: number) => {
        await popup.fill('#field-Position', `Designer ${1_000 + n}`);
        await confirmed(member);
      };
      // The history keeps twenty; the twenty-first drives out the one that began from what was seeded.
      const full = 21;
      for (const n of times(full)) await save(n);
      const before = await sizes(member);
      for (const n of times(counts.saves)) {
        await save(full + n);
        if (n % 5 < 2) await place.browser.background.stop();
      }
      expect(await sizes(member)).toEqual(before);
      expect(before).toMatchObject({ drafts: 0, journal: 0, history: 20 });
      expect(place.portal.record(member.owner.profile).Position).toBe(
        `Designer ${1_000 + full + counts.saves - 1}`,
      );
      console.log(
        `cycles in ${browserName}: ${counts.saves} saves, ${counts.restarts} restarts, ${JSON.stringify(before)} throughout`,
      );
    },
    20 * minutes,
  );
});

/** Presses Save and waits until the popup has said that the portal confirmed it. How long that takes is for tests/bench/saving.ts. */
async function confirmed(member: Member): Promise<void> {
  const popup = await member.surface();
  const before = (await member.progress())?.saveId;
  await popup.click('[data-action=save]');
  const { problem } = await member.outcomeAfter(before);
  expect(problem).toBeUndefined();
  await until('it to be marked as seen', async () => (await member.progress())?.seen);
  await says(popup, 'Saved');
}

/** How much is kept. */
async function sizes(member: Member) {
  const { drafts, journal, history } = await member.tables();
  const [all, disk] = [await member.stored(), [drafts, journal, history]];
  return {
    drafts: drafts.length,
    journal: journal.length,
    history: history.length,
    memory: JSON.stringify(all).length,
    disk: JSON.stringify(disk).length,
  };
}
