import { company, type Row } from './row';

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
];
