import { useState } from 'preact/hooks';
import { customOrigin } from '../../utils/portal/space';
import type { Found, Sites } from '../frame/stage';
import { p } from '../page-words';

const hostOf = (origin: string) => origin.slice('https://'.length);

interface Props {
  /** Origin → space. */
  bound: Readonly<Record<string, string>>;
  /** Hosts that the organisation suggests. */
  offered: readonly string[];
  onLookUp: Sites['lookUp'];
  onBind: Sites['bind'];
  onUnbind(origin: string): void;
}

type Step = (({ kind: 'asking' | 'denied' | 'bound' } | Found) & { origin: string }) | { kind: 'wrong' };

/** What each step says about its host. */
const said = {
  asking: 'domains_checking',
  unknown: 'domains_unknown',
  failed: 'domains_failed',
  unasked: 'domains_unasked',
  denied: 'domains_denied',
  bound: 'domains_bound',
  found: 'domains_found',
} as const;

/** Custom domains: looked up on one click, bound on a second, listed and removable. */
export function Domains({ bound, offered, onLookUp, onBind, onUnbind }: Props) {
  const [step, setStep] = useState<Step>();

  async function look(typed: string) {
    const origin = customOrigin(typed);
    if (!origin) return setStep({ kind: 'wrong' });
    setStep({ kind: 'asking', origin });
    setStep({ ...(await onLookUp(origin)), origin });
  }

  async function bind(origin: string, space: string) {
    const allowed = await onBind(origin, space);
    setStep({ kind: allowed ? 'bound' : 'denied', origin });
  }

  const wrong = step?.kind === 'wrong';
  return (
    <>
      <p class="row-help">{p('domains_text')}</p>
      {Object.keys(bound).length > 0 && (
        <ul class="list">
          {Object.entries(bound).map(([origin, space]) => (
            <li key={origin} data-origin={origin}>
              <span class="cut">{p('domains_is', { host: hostOf(origin), space })}</span>
              <button
                type="button"
                class="button"
                data-look="quiet"
                data-action="unbind"
                onClick={() => onUnbind(origin)}
              >
                {p('domains_remove', { host: hostOf(origin) })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <div>
          <h3>{p('domains_offered')}</h3>
          <ul class="list">
            {offered.map(host => (
              <li key={host}>
                <span class="cut">{host}</span>
                <button
                  type="button"
                  class="button"
                  data-action="check-offer"
                  onClick={() => void look(host)}
                >
                  {p('domains_check')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form
        noValidate
        class="inline-form"
        onSubmit={event => {
          event.preventDefault();
          void look(String(new FormData(event.currentTarget).get('host') ?? ''));
        }}
      >
        <label class="row-label" for="domain">
          {p('domains_label')}
        </label>
        <span class="choices">
          <input
            class="input"
            id="domain"
            name="host"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            dir="ltr"
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby="domain-help"
          />
          <button type="submit" class="button" data-action="look-up">
            {p('domains_check')}
          </button>
        </span>
        <p class={wrong ? 'row-problem' : 'row-help'} id="domain-help">
          {p(wrong ? 'domains_wrong' : 'domains_hint')}
        </p>
      </form>
      <div role="status" data-part="domain-status">
        {step && step.kind !== 'wrong' && <p class="any">{p(said[step.kind], sayingOf(step))}</p>}
      </div>
      {step?.kind === 'found' && (
        <button
          type="button"
          class="button"
          data-look="primary"
          data-action="bind"
          onClick={() => void bind(step.origin, step.space)}
        >
          {p('domains_use', { host: hostOf(step.origin) })}
        </button>
      )}
    </>
  );
}

const sayingOf = (step: Exclude<Step, { kind: 'wrong' }>) => ({
  host: hostOf(step.origin),
  space: step.kind === 'found' ? step.space : '',
});
