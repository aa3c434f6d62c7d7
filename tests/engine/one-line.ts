import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { changePassword } from '../../entrypoints/background/password';
import { createBench } from './bench';
import { pass } from './clock';

/**
 * A save, a switch of profile and a change of password, each of its own window, in every order and however long each request is on
 * its way. Nobody but Nametag itself switches here, so a write that lands in another profile was turned there by our own switch.
 */
interface Course {
  /** When each is asked for, in milliseconds. */
  saveAt: number;
  switchAt: number;
  passwordAt: number;
  /** The profile that the switching window shows. */
  from: 'own' | 'company';
  /** How long each request takes to the portal, and its answer back. */
  ways: readonly { there: number; back: number }[];
}

const at = fc.oneof(fc.nat(600), fc.constantFrom(0, 1, 100, 101));
const course: fc.Arbitrary<Course> = fc.record({
  saveAt: at,
  switchAt: at,
  passwordAt: at,
  from: fc.constantFrom('own' as const, 'company' as const),
  ways: fc.array(fc.record({ there: fc.nat(300), back: fc.nat(300) }), { minLength: 12, maxLength: 12 }),
});

const words = {
  OldPassword: 'Analytical-1843',
  NewPassword: 'Difference-1822',
  RepeatNewPassword: 'Difference-1822',
};

/** Plays a course; gives how many switches of ours the portal served while another task of the session was under way. */
async function play({ saveAt, switchAt, passwordAt, from, ways }: Course): Promise<void> {
  const bench = await pass(createBench());
  const { portal, owner, seat, world } = bench;
  const company = owner.profile + 1;
  const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
  const served: string[] = [];
  let requests = 0;
  let back = 0;
  portal.faults.add({
    match: {},
    times: Number.POSITIVE_INFINITY,
    async before({ method, path }) {
      const way = ways[requests % ways.length];
      requests += 1;
      await wait(way?.there ?? 0);
      back = way?.back ?? 0;
      served.push(`${method} ${path}`);
    },
    after: () => wait(back),
  });
  await bench.type({ Position: 'Designer' });
  const shown = from === 'own' ? owner : { ...owner, profile: company };
  const before = portal.writes.length;
  const [outcome] = await pass(
    Promise.all([
      wait(saveAt).then(() => bench.save()),
      wait(switchAt).then(() => bench.switchProfile(company, shown)),
      wait(passwordAt).then(() => changePassword({ seat, owner, ...words }, bench.inLine, world)),
    ]),
  );

  // What was typed is in its own profile or nowhere, and is called saved only if it is there.
  const saves = portal.writes.slice(before).filter(({ body }) => 'Position' in body);
  expect(saves.map(({ profile }) => profile)).toEqual(saves.map(() => owner.profile));
  expect(portal.record(company).Position).not.toBe('Designer');
  expect(outcome.saved).toEqual(saves.length > 0 ? ['Position'] : []);
  // Each write comes right behind the look that allows it.
  for (const [index, request] of served.entries())
    if (request.startsWith('PATCH'))
      expect(served[index - 1]).toMatch(/^GET \/(en\/profile|api\/public\/coworkers\/profiles)$/);
}

/** So many random courses; gives how many there were. */
export async function runOneLine(numRuns: number, seed: number): Promise<number> {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(course, async each => {
      await play(each);
      count += 1;
      vi.clearAllTimers();
    }),
    { numRuns, seed },
  );
  return count;
}
