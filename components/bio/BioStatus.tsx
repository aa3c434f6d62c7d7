import { t } from '../words';
import type { Suggestion } from './use-suggestion';

interface Props {
  suggestion: Suggestion;
  /** The bio is the suggestion that was put into it. */
  used: boolean;
  onCancel(): void;
  onUndo(): void;
}

/** What the AI writer is doing, or what came of it; announced, because the line was there before its words. */
export function BioStatus({ suggestion, used, onCancel, onUndo }: Props) {
  const fault = suggestion.stage === 'answered' && !suggestion.proposal.ok ? suggestion.proposal : undefined;
  const asking = suggestion.stage === 'asking';
  return (
    <div class="bio-status" role="status" data-part="bio-status" data-fault={fault?.fault}>
      {asking && <p>{t('bio_asking')}</p>}
      {fault && (
        <p>
          {t(`bio_fault_${fault.fault}`)}
          {fault.message && <q class="any">{fault.message}</q>}
        </p>
      )}
      {suggestion.stage === 'answered' && suggestion.proposal.ok && <p class="spoken">{t('bio_proposed')}</p>}
      {used && suggestion.stage === 'idle' && <p>{t('bio_used')}</p>}
      {asking && (
        <button type="button" class="button" data-look="link" data-action="bio-cancel" onClick={onCancel}>
          {t('state_cancel')}
        </button>
      )}
      {used && suggestion.stage === 'idle' && (
        <button type="button" class="button" data-look="link" data-action="bio-undo" onClick={onUndo}>
          {t('status_undo')}
        </button>
      )}
    </div>
  );
}
