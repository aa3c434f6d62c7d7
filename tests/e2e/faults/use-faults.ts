import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { launch } from '../../browsers/launch';
import { scratch, sweep } from '../../browsers/scratch';
import { useShared } from '../../browsers/shared';
import { expectInvariants, expectPromised, expectSecondTry, isPassword } from '../../engine/checks';
import type { Row, Stage, Way } from '../../engine/faults';
import { promises } from '../../engine/promises';
import { createPortal } from '../../portal/portal';
import { changedBuild } from '../../threats/builds';
import { browserName, noSpares } from '../stage';
import { courses, usualCourse } from './courses';
import { createMember, type Member, type Place } from './member';

/** One browser, installed so that it survives restarts, and Ada at it, for all faults of a file. */
export function useFaults() {
  const place = {} as Place;
  let profile = '';
  const extension = changedBuild(manifest => manifest);
  const held = {} as { member: Member };
  let version = 0;

  const start = (prefs: Record<string, number> = {}) =>
    launch(browserName, {
      port: place.portal.port,
      authority: place.portal.authority,
      profile,
      extension,
      permanent: true,
      prefs: { ...noSpares, ...prefs },
    });

  async function open(): Promise<void> {
    profile = scratch('faults');
    // Without keep-alive: a browser that loses a connection which it used before sends again by itself, a PATCH too.
    place.portal = await createPortal({ switches: { keepAlive: false } });
    place.browser = await start();
    place.restart = async (how, preferences) => {
      held.member.left();
      if (how === 'kill') await place.browser.kill();
      else await place.browser.close();
      if (how === 'update') {
        version += 1;
        const path = join(extension, 'manifest.json');
        const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
        writeFileSync(path, JSON.stringify({ ...manifest, version: `1.0.${version}` }));
      }
      place.browser = await start(preferences);
    };
    held.member = createMember(place);
  }
  afterAll(() => sweep(extension));
  useShared({
    open,
    // Every fault begins with a clean profile by itself: `member.begin`.
    reset: async () => true,
    async close(isSpoilt) {
      await (isSpoilt ? place.browser?.kill() : place.browser?.close());
      await place.portal?.close();
      sweep(profile);
    },
  });

  const stageOf = (member: Member): Stage => ({
    portal: place.portal,
    owner: member.owner,
    member: member.member,
    network: member.network,
    signIn: member.signIn,
    writeOnPage: member.writeOnPage,
    clock: () => {
      throw new Error('No browser has a clock of its own.');
    },
  });

  /** One way of a fault from a clean profile, with what its row promises and what must hold after every fault. */
  async function run(row: Row, way: Way): Promise<void> {
    const { member } = held;
    await member.begin();
    let base = place.portal.records();
    const ready: Way = {
      ...way,
      says: way.saysIn?.[browserName] ?? way.says,
      async provoke(on) {
        await way.provoke?.(on);
        // What somebody else changed before the save is where the save begins.
        base = place.portal.records();
      },
    };
    const seen = await (courses[row.id] ?? usualCourse)(member, ready, stageOf(member));
    await expectPromised(member, row, ready, seen);
    if (isPassword(row)) return;
    await promises[row.id]?.(member, seen ?? {}, way);
    await member.mend();
    await expectInvariants(member, row, way, base);
    if (!way.hopeless) await expectSecondTry(member, way);
  }

  return { place, held, run };
}
