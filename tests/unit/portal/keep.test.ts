import { afterAll, expect, it } from 'vitest';
import { createPortal } from '../../portal/portal';

const portal = await createPortal({ switches: { restyle: 'bare' } });
afterAll(() => portal.close());

const known = () => ({
  records: portal.records(),
  password: portal.member('ada').password,
  current: portal.currentProfile('mira', 'atelier-nord'),
  tokens: portal.tokens({}).map(({ access, refresh, expires }) => [access, refresh, expires]),
  switches: structuredClone(portal.switches),
  spaces: structuredClone(portal.spaces),
  mail: structuredClone(portal.outbox),
});

it('puts back everything that the portal knew, as often as it is asked to', async () => {
  const { access } = portal.issueToken('ada', 'acme');
  const restore = portal.keep();
  const before = known();
  for (let times = 0; times < 2; times += 1) {
    portal.set(portal.currentProfile('ada', 'acme'), { Position: 'Poet', OnNewWallPost: false });
    portal.member('ada').password = 'Difference-1822';
    const { profiles } = portal.membership('mira', 'atelier-nord');
    const other = profiles.find(({ id }) => id !== before.current);
    portal.switchProfile('mira', other?.id ?? 0, 'atelier-nord');
    portal.expireTokens();
    const later = portal.issueToken('grace', 'acme');
    Object.assign(portal.switches, { restyle: 'none', leakToken: true });
    portal.switches.throttle.on = true;
    for (const space of portal.spaces) space.ai = !space.ai;
    portal.outbox.push({ space: 'acme', profile: 1, fields: [] });
    portal.breakCertificate('acme.nexudus.site');
    await portal.stop();
    const changed = known();
    for (const part of Object.keys(before) as (keyof typeof before)[])
      expect(changed[part], part).not.toEqual(before[part]);

    await restore();
    expect(known()).toEqual(before);
    expect(portal.tokens({}).map(token => token.access)).toEqual([access]);
    expect(portal.tokens({}).some(token => token.access === later.access)).toBe(false);
    expect(portal.listening).toBe(true);
  }
});
