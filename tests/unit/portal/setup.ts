import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Client, createClient, createPortal, type Portal } from '../../portal';

export const API = 'https://acme.spaces.nexudus.com';
export const PATCH = `${API}/api/public/coworker/profile`;
export const PROFILE = `${API}/en/profile?_resource=Coworker`;

/** A fresh portal for each test, and Ada's token for it. */
export function freshPortal() {
  const here = {} as { portal: Portal; call: Client; token: string; ada: number };
  let open: Portal[] = [];
  beforeAll(() => {
    open = [];
  });
  beforeEach(async () => {
    here.portal = await createPortal();
    open.push(here.portal);
    here.call = createClient(here.portal);
    here.token = here.portal.issueToken('ada').access;
    here.ada = here.portal.currentProfile('ada');
  });
  afterAll(() => Promise.all(open.map(portal => portal.close())));
  return here;
}
