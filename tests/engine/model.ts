import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { alike } from '../../entrypoints/background/outcome';
import { same } from '../../utils/profile/diff';
import { type FieldName, fieldOf } from '../../utils/profile/fields';
import type { Value } from '../../utils/profile/kinds';
import { type Owner, ownerKey } from '../../utils/profile/owner';
import { tidy } from '../../utils/profile/validate';
import type { Outcome } from '../../utils/save-data';
import { htmlPage, status } from '../portal/faults/recipes';
import type { Fault } from '../portal/faults/types';
import { type Bench, createBench } from './bench';
import { pass, quiet } from './clock';

/**
 * Random days of a member, against a model that knows only what was typed and what the portal was told: whatever
 * happens, no text is lost, nothing goes to a profile it was not typed for, and nothing is sent that is there already.
 */
const formNames = ['Position', 'NickName', 'CompanyName', 'ProfileTags'] as const;
const switchNames = ['OnNewWallPost', 'SignUpToNewsletter'] as const;
type FormName = (typeof formNames)[number];
type SwitchName = (typeof switchNames)[number];

/** What befalls a save while it runs. */
type Mishap =
  | {
      kind:
        | 'none'
        | 'offline'
        | 'unread'
        | 'newer token'
        | 'other member'
        | 'typing'
        | 'twice'
        | 'profile switch';
    }
  | { kind: 'answer'; which: keyof typeof answers; apply: boolean }
  | { kind: 'kill'; gate: number; wipe: boolean };

export type Command =
  | { do: 'type'; name: FormName; value: string }
  | { do: 'save'; mishap: Mishap }
  | { do: 'toggle'; name: SwitchName; value: boolean }
  | { do: 'elsewhere'; name: FormName; value: string }
  | {
      do:
        | 'switch profile'
        | 'other member'
        | 'own token'
        | 'end tokens'
        | 'open'
        | 'about to save'
        | 'second window';
    }
  | { do: 'kill'; wipe: boolean };

const answers = {
  reset: { deliver: { kind: 'reset' } },
  silence: { deliver: { kind: 'silence' } },
  broken: { answer: status(500) },
  shell: { answer: htmlPage() },
  empty: { answer: status(200) },
  throttled: { answer: status(429, { 'retry-after': '1' }), apply: false },
  refused: { answer: { status: 400, json: { WasSuccessful: false, Message: 'No.' } }, apply: false },
  'signed out': { answer: status(401), apply: false },
} satisfies Record<string, Fault>;

const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Mishap>({ kind: 'none' }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      which: fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[])),
      apply: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('kill' as const), gate: fc.nat(50), wipe: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('offline', 'unread', 'newer token', 'other member', 'typing', 'twice', 'profile switch')
      .map(kind => ({ kind }) as Mishap),
  },
);

const text = fc.constantFrom(
  'Designer',
  'designer',
  'Weaver of looms',
  ' spaced ',
  'مصممة',
  '木霊',
  'a, b',
  '',
);

export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      name: fc.constantFrom(...formNames),
      value: text,
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('save' as const), mishap }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('toggle' as const),
      name: fc.constantFrom(...switchNames),
      value: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('elsewhere' as const),
      name: fc.constantFrom(...formNames),
      value: text,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const), wipe: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        'switch profile',
        'other member',
        'own token',
        'end tokens',
        'open',
        'about to save',
        'second window',
      )
      .map(what => ({ do: what }) as Command),
  },
);

/** Runs a day, and gives how many commands it had. Throws where the engine leaves the model. */
export async function runDay(commands: readonly Command[]): Promise<number> {
  const bench = await pass(createBench());
  const { portal } = bench;
  const company = bench.owner.profile + 1;
  /** What was last typed for a field of an owner, and not known to be saved or taken back. */
  const typed = new Map<string, { owner: Owner; name: FormName; value: string; arrived?: boolean }>();
  /** All that was ever typed or switched for a profile. */
  const wanted = new Map<string, Set<Value>>();
  /** What a save was begun for whose end nobody knew: other capitals or spaces there are then taken for the portal's own. */
  const unsettled = new Set<string>();
  let seenWrites = 0;
  /** A profile was switched inside of a save: its one write may have gone astray, and says so. */
  let astray = false;

  const key = (profile: number, name: string) => `${profile}/${name}`;
  const want = (profile: number, name: FieldName, value: Value) => {
    const all = wanted.get(key(profile, name)) ?? new Set();
    wanted.set(key(profile, name), all.add(tidy(name, value)));
  };
  /** Who the editor shows. */
  const shown = async (): Promise<Owner | undefined> => (await bench.snapshot())?.owner;
  const memberOf = (owner: Owner) => (owner.user === bench.owner.user ? 'ada' : 'grace');
  const holds = (profile: number, name: FieldName, value: Value) =>
    [value, tidy(name, value)].some(each =>
      same(fieldOf(name), (portal.record(profile)[name] ?? '') as Value, each),
    );

  /** Every new write is of what its own profile's member wanted, and changes something. */
  function checkWrites(): void {
    for (const { profile, before, body } of portal.writes.slice(seenWrites)) {
      expect(Object.keys(body).length).toBeGreaterThan(0);
      for (const [name, sent] of Object.entries(body) as [FieldName, Value][]) {
        const value = sent ?? '';
        if (astray) continue;
        expect([profile, name, [...(wanted.get(key(profile, name)) ?? [])]]).toEqual([
          profile,
          name,
          expect.arrayContaining([value]),
        ]);
        expect([name, same(fieldOf(name), (before[name] ?? '') as Value, value)]).toEqual([name, false]);
      }
    }
    seenWrites = portal.writes.length;
  }

  /** All that was typed is in a draft, or is or was on the portal since. */
  async function checkNothingLost(): Promise<void> {
    for (const [, { owner, names }] of await bench.journal())
      for (const name of names) unsettled.add(key(owner.profile, name));
    for (const [id, each] of typed) {
      const { owner, name, value } = each;
      const draft = (await bench.drafts(owner))[name];
      const saved = portal.writes.some(
        ({ profile, body }) =>
          profile === owner.profile &&
          same(
            fieldOf(name),
            (body[name] ?? null) === null ? '' : (body[name] as Value),
            tidy(name, value),
          ) &&
          name in body,
      );
      const kept = draft !== undefined && draft.value === value;
      // Also where a save found it there already, and somebody changes it afterwards.
      const now = (portal.record(owner.profile)[name] ?? '') as Value;
      const tidied = unsettled.has(id) && alike(fieldOf(name), now, tidy(name, value));
      each.arrived ||= saved || tidied || holds(owner.profile, name, value);
      expect([id, value, kept || each.arrived]).toEqual([id, value, true]);
    }
  }

  async function type(owner: Owner, name: FormName, value: string): Promise<void> {
    await bench.type({ [name]: value }, owner);
    const draft = (await bench.drafts(owner))[name];
    want(owner.profile, name, value);
    if (draft) typed.set(key(owner.profile, name), { owner, name, value });
    else typed.delete(key(owner.profile, name));
  }

  /** What the model expects of a save that nothing befalls. */
  async function predict(
    owner: Owner,
    edits: Awaited<ReturnType<Bench['edits']>>,
  ): Promise<Partial<Outcome> | undefined> {
    const session = await bench.world.session(bench.seat);
    if (!session || portal.currentProfile(memberOf(owner), 'acme') !== owner.profile) return undefined;
    if (session.user !== owner.user || (await bench.journal()).length > 0) return undefined;
    const conflicts: string[] = [];
    const saved: string[] = [];
    for (const [name, edit] of Object.entries(edits) as [FieldName, { base: Value; value: Value }][]) {
      const field = fieldOf(name);
      const now = (portal.record(owner.profile)[name] ?? '') as Value;
      const value = tidy(name, edit.value);
      if (same(field, value, edit.base)) continue;
      if (same(field, now, value) || same(field, now, edit.base)) saved.push(name);
      else conflicts.push(name);
    }
    return conflicts.length > 0
      ? { saved: [], conflicts: Object.fromEntries(conflicts.map(name => [name, expect.anything()])) }
      : {
          saved: expect.toSatisfy((names: string[]) => names.toSorted().join() === saved.toSorted().join()),
          conflicts: {},
        };
  }

  const cut = () => {
    portal.state.network = 'offline';
  };
  const onPatch = (fault: Fault) => void portal.faults.add({ match: { method: 'PATCH' }, ...fault });

  const befall: {
    [K in Mishap['kind']]: (
      save: () => Promise<Outcome>,
      how: Extract<Mishap, { kind: K }>,
      owner: Owner,
    ) => Promise<void>;
  } = {
    async none(save, _, owner) {
      const expected = await predict(owner, await bench.edits(owner));
      const tokens = (await bench.world.session(bench.seat)) !== undefined;
      const outcome = await pass(save());
      if (expected && tokens && outcome.problem?.code !== 'signedOut')
        expect(outcome).toMatchObject(expected);
    },
    async answer(save, { which, apply }) {
      onPatch({ apply, ...answers[which] });
      await pass(save());
    },
    async kill(save, { gate, wipe }) {
      bench.endAt(gate);
      await pass(Promise.race([save(), bench.over()]));
      await quiet();
      await bench.kill({ wipe });
    },
    async offline(save) {
      onPatch({ deliver: { kind: 'reset' }, after: cut });
      await pass(save());
    },
    async unread(save) {
      portal.faults.add({
        match: { method: 'GET', path: /^\/(login|[a-z]{2}\/profile)/ },
        skip: 1,
        times: 9,
        answer: status(500),
      });
      await pass(save());
    },
    async 'newer token'(save) {
      onPatch({ before: async () => void (await bench.signIn()) });
      await pass(save());
    },
    async 'other member'(save) {
      onPatch({ before: async () => void (await bench.signIn('grace')) });
      await pass(save());
    },
    async typing(save, _, owner) {
      onPatch({ before: () => type(owner, 'Position', 'typed meanwhile') });
      await pass(save());
    },
    async twice(save) {
      await pass(Promise.all([save(), save()]));
    },
    async 'profile switch'(save) {
      onPatch({
        before() {
          const to = portal.currentProfile('ada') === company ? bench.owner.profile : company;
          portal.switchProfile('ada', to);
          astray = true;
        },
      });
      await pass(save());
    },
  };

  async function run(what: Command): Promise<void> {
    const owner = await shown();
    switch (what.do) {
      case 'type':
        if (owner) await type(owner, what.name, what.value);
        return;
      case 'save': {
        if (!owner) return;
        const edits = await bench.edits(owner);
        if (Object.keys(edits).length === 0) return;
        const before = portal.log.patches().length;
        const save = () => bench.send(edits, undefined, owner);
        await befall[what.mishap.kind](save, what.mishap as never, owner);
        if (what.mishap.kind !== 'twice') expect(portal.log.patches().length - before).toBeLessThanOrEqual(1);
        return;
      }
      case 'toggle':
        if (!owner) return;
        want(owner.profile, what.name, what.value);
        await pass(bench.send({ [what.name]: { base: !what.value, value: what.value } }, undefined, owner));
        return;
      case 'elsewhere':
        portal.set(owner?.profile ?? bench.owner.profile, { [what.name]: what.value });
        return;
      case 'switch profile':
        portal.switchProfile('ada', portal.currentProfile('ada') === company ? bench.owner.profile : company);
        return;
      case 'other member':
        await pass(bench.signIn('grace'));
        return;
      case 'own token':
        await pass(bench.signIn());
        return;
      case 'end tokens':
        portal.expireTokens();
        return;
      case 'open':
        await pass(bench.open());
        return;
      case 'about to save':
        await pass(bench.startPreflight(owner));
        return;
      case 'second window': {
        if (!owner) return;
        // It began from what the first one shows now, and saves after it.
        const edits = await bench.edits(owner);
        await type(owner, 'CompanyName', 'typed in the first');
        await pass(bench.send(await bench.edits(owner), undefined, owner));
        if (Object.keys(edits).length > 0) await pass(bench.send(edits, undefined, owner));
        return;
      }
      case 'kill':
        await bench.kill({ wipe: what.wipe });
        return;
    }
  }

  for (const what of commands) {
    await run(what);
    await quiet();
    portal.faults.clear();
    portal.state.network = 'fine';
    checkWrites();
    astray = false;
    await checkNothingLost();
    // A pause in which what is shown fades, the portal's limits are forgotten and a read is no longer young.
    await vi.advanceTimersByTimeAsync(3_000);
  }
  await endOfDay();
  return commands.length;

  /** All is well again: what is left is saved, and the portal holds what was typed last. */
  async function endOfDay(): Promise<void> {
    for (const { owner } of [
      ...new Map([...typed.values()].map(each => [ownerKey(each.owner), each])).values(),
    ]) {
      portal.switchProfile(memberOf(owner), owner.profile);
      await pass(bench.signIn(memberOf(owner)));
      await pass(bench.open());
      const first = await pass(bench.send(await bench.edits(owner), undefined, owner));
      const conflicts = Object.entries(first.conflicts) as [
        FieldName,
        { base: Value; value: Value; theirs: Value },
      ][];
      if (conflicts.length > 0) {
        // "Keep mine", for every field.
        const mine = Object.fromEntries(
          conflicts.map(([name, { theirs, value }]) => [name, { base: theirs, value }]),
        );
        const again = await pass(bench.send({ ...(await bench.edits(owner)), ...mine }, undefined, owner));
        expect(again.problem).toBeUndefined();
      } else expect(first.problem).toBeUndefined();
      await quiet();
      checkWrites();
      expect(
        (await bench.journal()).filter(([, entry]) => ownerKey(entry.owner) === ownerKey(owner)),
      ).toEqual([]);
    }
    await checkNothingLost();
    for (const { owner, name } of typed.values()) {
      const draft = (await bench.drafts(owner))[name];
      // Only stray spaces are no edit: the editor puts such a field back.
      if (draft && !same(fieldOf(name), tidy(name, draft.value), draft.base))
        expect([name, holds(owner.profile, name, draft.value)]).toEqual([name, true]);
    }
  }
}
