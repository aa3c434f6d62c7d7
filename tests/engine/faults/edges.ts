import { fields } from '../../../utils/profile/fields';
import { status } from '../../portal/faults/recipes';
import type { Fault } from '../../portal/faults/types';
import { company, onPatch, onRead, type Row, type Stage, type Way } from './row';

/** Some ten bytes a second: a profile takes minutes. */
const dripping = { deliver: { kind: 'drip', bytesPerSecond: 11 } } as const;

const typed = { Position: 'Designer', BillingEmail: 'new@acme.test' };
const envelope = (Errors: unknown) => ({ WasSuccessful: false, Status: 400, Message: 'Look again.', Errors });
const errorAt = (PropertyName: string, Message = 'Too odd.') =>
  envelope([{ PropertyName, Message, AttemptedValue: typed.BillingEmail }]);
const refusal = (way: string, json: unknown): Way => ({
  way,
  says: 'refused',
  typed,
  provoke: onPatch({ answer: { status: 400, json } }),
});

/** The switches of a member who never chose. */
export const unset = Object.fromEntries(
  fields.filter(({ apply }) => apply === 'at once').map(({ name }) => [name, null]),
);

/** More than a mebibyte of it. */
const tenThousand = envelope(
  Array.from({ length: 10_000 }, () => ({ PropertyName: 'Position', Message: 'Too grand. '.repeat(9) })),
);
const refusedAtLength = (way: string, fault: Fault): Way => ({
  way,
  says: 'refused',
  provoke: onPatch({ apply: false, ...fault }),
});

/** The write meets this on a connection that was used before, as a browser's connections are. */
export const onKept = (fault: Fault) => (stage: Stage) => {
  Object.assign(stage.portal.switches, { keepAlive: true });
  onPatch(fault)(stage);
};

/** F77 and following: where two rules meet, and what only a slow, strict or forgetful portal shows. */
export const edges: Row[] = [
  {
    id: 'F77',
    fault: 'the same field is changed elsewhere after the member began, and Save comes soon',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: [
      {
        way: '350 ms after the first edit',
        says: 'conflict',
        hopeless: true,
        wait: 350,
        provoke: ({ portal, owner }) => portal.set(owner.profile, { Position: 'Baroness' }),
      },
      {
        way: 'by the portal’s own page, while Save is being pressed',
        says: 'conflict',
        hopeless: true,
        wait: 100,
        provoke: stage => stage.writeOnPage({ Position: 'Baroness' }),
      },
    ],
  },
  {
    id: 'F78',
    fault: 'the profile is switched elsewhere after the member began, and Save comes soon',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: [
      {
        way: '350 ms after the first edit',
        says: 'otherProfile',
        hopeless: true,
        wait: 350,
        provoke: stage => stage.portal.switchProfile(stage.member, company(stage)),
      },
    ],
  },
  {
    id: 'F79',
    fault: 'the profile is switched in Nametag’s own menu, and an edit there is saved at once',
    draft: 'K',
    patches: 1,
    again: ['–', '–'],
    ways: [{ way: 'saved in the profile that shows' }],
  },
  {
    id: 'F80',
    fault: 'every read comes in drops: one deadline for the whole save',
    draft: 'K',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: [
      {
        way: 'the look before the write',
        says: 'unreachable',
        patches: 0,
        provoke: onRead(dripping),
      },
      { way: 'the look after the write', says: 'unconfirmed', provoke: onRead({ ...dripping, skip: 1 }) },
      {
        way: 'the look after the write, and the next one does not',
        says: 'unconfirmed',
        draft: 'P',
        provoke: onRead({ ...dripping, skip: 1, times: 1 }),
      },
      ...[true, false].map(apply => ({
        way: `the look after a write without an answer, ${apply ? 'saved' : 'not saved'}`,
        says: 'unknown' as const,
        provoke(stage: Stage) {
          onPatch({ apply, deliver: { kind: 'silence' } })(stage);
          onRead({ ...dripping, skip: 1 })(stage);
        },
      })),
    ],
  },
  {
    id: 'F81',
    fault: 'a refusal names the field in its own way',
    draft: 'K',
    patches: 1,
    again: ['after edit', '–'],
    ways: [
      refusal('coworker.billingEmail', errorAt('coworker.billingEmail')),
      refusal('billingEmail', errorAt('billingEmail')),
      refusal('Coworker.BillingEmail', errorAt('Coworker.BillingEmail', 'Coworker.BillingEmail: Too odd.')),
      refusal('an object by such names', envelope({ 'Coworker.BillingEmail': ['Too odd.'] })),
      refusal('problem details', { title: 'Look again.', errors: { billingEmail: ['Too odd.'] } }),
      refusal('a model state', {
        Message: 'Look again.',
        ModelState: { 'coworker.BillingEmail': ['Too odd.'] },
      }),
    ],
  },
  {
    id: 'F82',
    fault: 'a refusal without an end',
    draft: 'K',
    patches: 1,
    again: ['after edit', 'retype'],
    ways: [
      refusedAtLength('ten thousand errors', { answer: { status: 400, json: tenThousand } }),
      refusedAtLength('broken off', {
        answer: { status: 400, json: tenThousand },
        deliver: { kind: 'cut', after: 90 },
      }),
      refusedAtLength('in drops', { answer: { status: 422, json: tenThousand }, ...dripping }),
      refusedAtLength('endless', { answer: { status: 400, text: 'No. ' }, deliver: { kind: 'endless' } }),
      refusedAtLength('no JSON', {
        answer: { status: 400, headers: { 'content-type': 'application/json' }, text: '{"Errors": [' },
      }),
    ],
  },
  {
    id: 'F83',
    fault: 'all six switches are null on the portal: not set yet',
    draft: 'K',
    patches: 1,
    again: ['yes', '–'],
    ways: [
      { way: 'turned on, and kept' },
      {
        way: 'turned on, and not kept: locked from then on',
        says: 'notKept',
        provoke: ({ portal }) => void Object.assign(portal.switches, { ignored: Object.keys(unset) }),
      },
      {
        way: 'turned on, and refused: not locked',
        says: 'forbidden',
        provoke: onPatch({ answer: status(403) }),
      },
    ],
  },
  {
    id: 'F84',
    fault: 'a kept connection is lost before the answer: the browser itself sends again',
    draft: 'P',
    patches: 1,
    again: ['after read-back', 'no'],
    ways: [
      {
        way: 'reset, saved',
        repeats: 1,
        provoke: onKept({ apply: true, deliver: { kind: 'reset' } }),
      },
      {
        way: '408',
        says: 'refused',
        draft: 'K',
        repeats: 4,
        provoke: onKept({ times: Number.POSITIVE_INFINITY, answer: status(408) }),
      },
    ],
  },
  {
    id: 'F85',
    fault: 'the browser itself sends a password again, after the first one counted',
    draft: 'C',
    patches: 1,
    again: ['–', 'retype'],
    ways: [{ way: 'the current one is wrong by then', says: 'refused', repeats: 1 }],
  },
];
