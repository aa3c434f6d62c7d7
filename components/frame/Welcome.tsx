import '../../assets/css/news.css';
import '../../assets/css/welcome.css';
import { spaceOfSeat } from '../../utils/snapshot';
import { t } from '../words';
import { Mark } from './Mark';
import { OpenPortal } from './OpenPortal';
import { Site } from './Site';
import type { FrameActions, Stage } from './stage';

type Of<K extends Stage['kind']> = Omit<Extract<Stage, { kind: K }>, 'kind'>;

export function Connecting({ space, actions }: Of<'connecting'> & { actions: FrameActions }) {
  return (
    <div class="welcome">
      <Mark />
      <div role="status">
        <h1>{t('state_connecting_title', { space })}</h1>
        <p>{t('state_connecting_text')}</p>
      </div>
      <div class="meter" />
      <div>
        <button type="button" class="button" data-action="cancel" onClick={actions.cancel}>
          {t('state_cancel')}
        </button>
      </div>
    </div>
  );
}

export function NotConnected({
  spaces,
  seats,
  under,
  problem,
  actions,
}: Of<'not-connected'> & { actions: FrameActions }) {
  return (
    <div class="welcome">
      <Mark />
      <h1>{t(spaces.length > 0 ? 'state_connect_title' : 'state_open_title')}</h1>
      {problem && (
        <div class="notice" role="alert" data-part="status">
          <p>{t(`problem_${problem.code}`, { name: problem.name ?? '' })}</p>
        </div>
      )}
      <p>{t(spaces.length > 0 ? 'state_connect_text' : 'state_open_text')}</p>
      {spaces.length > 0 ? (
        <ul>
          {spaces.map((space, at) => (
            <li key={space}>
              <button
                type="button"
                class="button"
                data-look={at === 0 ? 'primary' : undefined}
                data-action="connect"
                data-space={space}
                onClick={() => actions.connect(space)}
              >
                {t('state_connect', { space })}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <OpenPortal onOpen={actions.connect} />
      )}
      {under && <Site under={under} actions={actions} />}
      {seats.length > 0 && (
        <ul>
          {seats.map(seat => (
            <li key={seat}>
              <button
                type="button"
                class="button"
                data-look="link"
                data-action="seat"
                data-seat={seat}
                onClick={() => actions.chooseSeat(seat)}
              >
                {t('state_other_seat', { space: spaceOfSeat(seat) })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
