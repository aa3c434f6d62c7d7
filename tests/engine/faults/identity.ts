import { company, onPatch, type Row } from './row';

const one = (way: string, more: Partial<Row['ways'][number]> = {}): Row['ways'] => [{ way, ...more }];

/** F61–F76: others at work at the same time, and the password. */
export const identity: Row[] = [
  {
    id: 'F61',
    fault: 'two windows, different fields',
    draft: 'P',
    patches: 2,
    again: ['–', '–'],
    ways: one('both saved'),
  },
  {
    id: 'F62',
    fault: 'two windows, same field',
    draft: 'K',
    patches: 1,
    again: ['–', '–'],
    ways: one('the second is asked', { says: 'conflict', typed: { Position: 'Designer' }, hopeless: true }),
  },
  {
    id: 'F63',
    fault: 'changed in the portal meanwhile, other field',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: one('picked up', {
      provoke: ({ portal, owner }) => portal.set(owner.profile, { CityName: 'Bath', CompanyName: 'Other' }),
    }),
  },
  {
    id: 'F64',
    fault: 'changed in the portal meanwhile, same field',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: one('asked', {
      says: 'conflict',
      hopeless: true,
      provoke: ({ portal, owner }) => portal.set(owner.profile, { Position: 'Baroness' }),
    }),
  },
  {
    id: 'F65',
    fault: 'profile switched elsewhere before the preflight',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: one('refused', {
      says: 'otherProfile',
      hopeless: true,
      provoke: stage => stage.portal.switchProfile(stage.member, company(stage)),
    }),
  },
  {
    id: 'F66',
    fault: 'profile switched between preflight and PATCH',
    draft: 'K',
    patches: 1,
    again: ['no', '–'],
    ways: one('an alarm', {
      says: 'switched',
      hopeless: true,
      provoke: stage =>
        onPatch({ before: () => stage.portal.switchProfile(stage.member, company(stage)) })(stage),
    }),
  },
  {
    id: 'F67',
    fault: 'another user signs in while a draft is open',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: one('nothing of A goes with B’s token', { says: 'otherProfile' }),
  },
  {
    id: 'F68',
    fault: 'token of another space captured meanwhile',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: one('no effect'),
  },
  {
    id: 'F69',
    fault: 'a team admin impersonates a member',
    draft: 'K',
    patches: 0,
    again: ['–', '–'],
    ways: one('own identity, own drafts'),
  },
  {
    id: 'F70',
    fault: 'token replaced, same user, during a save',
    draft: 'P',
    patches: 1,
    again: ['–', '–'],
    ways: one('the save keeps its token', {
      provoke: stage => onPatch({ before: async () => void (await stage.signIn(stage.member)) })(stage),
    }),
  },
  {
    id: 'F71',
    fault: 'popup save and menu switch at once',
    draft: 'P',
    patches: 2,
    again: ['–', '–'],
    ways: one('both applied'),
  },
  {
    id: 'F72',
    fault: '20 clicks on one switch in 2 s',
    draft: 'P',
    patches: 2,
    again: ['–', '–'],
    ways: one('one running and the last', {
      provoke: onPatch({ times: Number.POSITIVE_INFINITY, delay: 3_000 }),
    }),
  },
  {
    id: 'F73',
    fault: 'wrong current password',
    draft: 'C',
    patches: 1,
    again: ['–', 'retype'],
    ways: one('refused', { says: 'refused' }),
  },
  {
    id: 'F74',
    fault: 'password rule or confirmation',
    draft: 'C',
    patches: 1,
    again: ['–', 'retype'],
    ways: one('refused', { says: 'refused' }),
  },
  {
    id: 'F75',
    fault: 'password outcome unknown',
    draft: 'C',
    patches: 1,
    again: ['–', 'no'],
    ways: one('said so, never sent again', { says: 'passwordUnknown' }),
  },
  {
    id: 'F76',
    fault: 'password changed, token then refused',
    draft: 'C',
    patches: 1,
    again: ['–', '–'],
    ways: one('said so', { says: 'passwordSignIn' }),
  },
];
