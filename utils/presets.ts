/** Edge: what an organisation presets, apart from the stores because no editor needs it. */

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { languages } from './language';
import { customOrigin, isSpace } from './portal/space';
import { item } from './stores';

/** What an organisation presets (storage.managed); each part that does not fit counts as absent. It offers domains, it binds none. */
export const Managed = v.object({
  language: v.fallback(v.nullable(v.picklist(['auto', ...languages])), null),
  surface: v.fallback(v.nullable(v.picklist(['popup', 'panel', 'page'])), null),
  spaces: v.fallback(v.pipe(v.array(v.pipe(v.string(), v.check(isSpace))), v.maxLength(50)), []),
  domains: v.fallback(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.check(host => customOrigin(host) === `https://${host}`),
        ),
      ),
      v.maxLength(50),
    ),
    [],
  ),
});
export type Managed = v.InferOutput<typeof Managed>;

const askPolicy = (): Promise<unknown> => browser.storage.managed.get(null).catch(() => ({}));

/**
 * Firefox rejects where no policy is installed, Chrome gives an empty object. A question that Chromium gets while it still
 * loads its policies is never answered, so it is asked once more.
 */
export const readManaged = async (): Promise<Managed> => {
  const later = new Promise(resolve => setTimeout(resolve, 1000)).then(askPolicy);
  return v.parse(Managed, await Promise.race([askPolicy(), later]));
};

/** The presets that were taken over, as text, so that each is applied once and the member's own choice stays. */
export const presetsItem = item('local', 'presets', v.string());
