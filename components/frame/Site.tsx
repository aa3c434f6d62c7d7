import { useState } from 'preact/hooks';
import { customOrigin } from '../../utils/portal/space';
import { useLoaded } from '../advice/use-loaded';
import { t } from '../words';
import type { Found, FrameActions } from './stage';

type Step = { kind: 'asking' | 'denied' | 'bound' } | Found;

/** The page under the popup may be a portal on an address of its own: asked on one click, bound on a second. */
export function Site({ under, actions }: { under: string; actions: FrameActions }) {
  const [step, setStep] = useState<Step>();
  const sites = useLoaded(actions.sites);
  const origin = customOrigin(new URL(under).origin);
  if (!sites || !origin) return null;
  const host = origin.slice('https://'.length);

  async function look() {
    setStep({ kind: 'asking' });
    setStep(await sites?.lookUp(origin ?? ''));
  }
  async function bind(space: string) {
    const allowed = await sites?.bind(origin ?? '', space);
    setStep({ kind: allowed ? 'bound' : 'denied' });
  }

  const found = step?.kind === 'found' ? step.space : undefined;
  return (
    <section class="site" data-part="site" aria-labelledby="site-title">
      <h2 id="site-title">{t('site_title')}</h2>
      <p role="status" data-part="site-status">
        {step && t(`site_${step.kind}`, { host, space: found ?? '' })}
      </p>
      {found ? (
        <button
          type="button"
          class="button"
          data-look="primary"
          data-action="bind"
          onClick={() => void bind(found)}
        >
          {t('site_use', { host })}
        </button>
      ) : (
        step?.kind !== 'bound' && (
          <button
            type="button"
            class="button"
            data-action="look-up"
            disabled={step?.kind === 'asking'}
            onClick={() => void look()}
          >
            {t('site_check', { host })}
          </button>
        )
      )}
    </section>
  );
}
