import { vi } from 'vitest';
import { getSession } from '../../entrypoints/background/sessions';
import { type Bench, createBench } from './bench';
import { fakeBrowser } from './browser';
import { expectInvariants, expectPromised, expectSecondTry, isPassword, type Subject } from './checks';
import { pass, quiet } from './clock';
import { courses, usualCourse } from './courses';
import type { Row, Stage, Way } from './faults';
import { promises } from './promises';

const stageOf = (bench: Bench): Stage => ({
  portal: bench.portal,
  owner: bench.owner,
  member: bench.member,
  network: state => {
    bench.portal.state.network = state;
    vi.stubGlobal('navigator', { onLine: state !== 'offline' });
  },
  signIn: member => bench.signIn(member),
  clock: shift => vi.setSystemTime(Date.now() + shift),
  writeOnPage(values) {
    const request = {
      method: 'PATCH',
      url: `https://${bench.owner.space}.spaces.nexudus.com/api/public/coworker/profile`,
      initiator: `https://${bench.owner.space}.nexudus.site`,
    };
    fakeBrowser.webRequest.onBeforeSendHeaders.emit(request);
    bench.portal.set(bench.owner.profile, values);
    fakeBrowser.webRequest.onCompleted.emit(request);
  },
});

const subjectOf = (bench: Bench): Subject => ({
  ...bench,
  session: () => getSession(bench.seat),
  async save() {
    const outcome = await pass(bench.save());
    await quiet();
    return outcome;
  },
});

/** Everything is well again, and an editor opens. */
async function mend(bench: Bench, stage: Stage): Promise<void> {
  bench.portal.faults.clear();
  await stage.network('fine');
  fakeBrowser.permissions.granted = true;
  bench.portal.switchProfile(bench.member, bench.owner.profile);
  const session = await getSession(bench.seat);
  if (
    !session ||
    session.user !== bench.owner.user ||
    (await bench.snapshot())?.owner.user !== bench.owner.user
  )
    await pass(bench.signIn());
  await pass(bench.open());
}

/** Runs one way of a fault on the engine, and checks what its row promises and what must hold after every fault. */
export async function runWay(row: Row, way: Way): Promise<void> {
  const bench = await pass(createBench());
  const stage = stageOf(bench);
  const subject = subjectOf(bench);
  const provoke = way.provoke;
  let base = bench.base;
  const ready: Way = {
    ...way,
    async provoke(on) {
      await provoke?.(on);
      // What somebody else changed before the save is where the save begins.
      base = bench.portal.records();
    },
  };
  const seen = await (courses[row.id] ?? usualCourse)(bench, ready, stage);
  await quiet();
  await expectPromised(subject, row, way, seen);
  await promises[row.id]?.(subject, seen ?? {}, way);
  if (isPassword(row)) return;
  await mend(bench, stage);
  await expectInvariants(subject, row, way, base);
  if (!way.hopeless) await expectSecondTry(subject, way);
}
