import { afterEach, beforeEach } from 'vitest';
import { type Client, createClient, createPortal, type Portal } from '../../portal';

export const API = 'https://acme.spaces.nexudus.com';
export const PATCH = `${API}/api/public/coworker/profile`;
export const PROFILE = `${API}/en/profile?_resource=Coworker`;

/** A fresh portal for each test, with a client, Ada's token and the id of her current profile. */
export function freshPortal() {
  const here = {} as { portal: Portal; call: Client; token: string; ada: number };
  beforeEach(async () => {
    here.portal = await createPortal();
    here.call = createClient(here.portal);
    here.token = here.portal.issueToken('ada').access;
    here.ada = here.portal.currentProfile('ada');
  });
  afterEach(() => here.portal.close());
  return here;
}
