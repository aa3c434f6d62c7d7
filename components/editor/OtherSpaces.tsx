import { useEffect } from 'preact/hooks';
import type { Values } from '../../utils/profile/record';
import { spaceOfSeat } from '../../utils/snapshot';
import { useLoaded } from '../advice/use-loaded';
import { labelOf, t } from '../words';
import type { Editor } from './create-editor';
import { createOthers, type Offer, type OtherSpace, type Others, type Stand } from './create-others';
import { FromTo } from './FromTo';
import { nameOf } from './name-of';
import { otherStatusOf } from './other-status';
import { focusHeading, PaneFrame } from './PaneFrame';

/** One change for several spaces: a line per space and field, a save per space, a result per space. */
export function OtherSpaces({ values, editor }: { values: Values; editor: Editor }) {
  const others = useLoaded(async () => {
    const beyond = await editor.actions.beyond?.();
    return beyond && createOthers(values, editor.snapshot.peek().owner.space, beyond);
  });
  useEffect(() => void others?.list(), [others]);
  return (
    <PaneFrame part="others" title={t('others_title')} editor={editor}>
      <p>{t('others_intro')}</p>
      {others?.spaces.value?.map(space => (
        <Space key={space.seat} space={space} others={others} editor={editor} />
      ))}
      {others?.spaces.value && <Choice others={others} />}
    </PaneFrame>
  );
}

/** The button that saves, as long as there is something to choose. */
function Choice({ others }: { others: Others }) {
  const count = others.chosen.value.length;
  const stands = others.spaces.value?.map(({ stand }) => stand.value) ?? [];
  const open = stands.some(stand => stand.kind === 'listed' && stand.offers.some(isOpen));
  if (!open) return stands.every(isIdle) ? <p>{t('others_nothing')}</p> : null;
  return (
    <div class="pane-actions">
      <button
        type="button"
        class="button"
        data-look="primary"
        data-action="save-others"
        disabled={count === 0}
        onClick={() => {
          focusHeading('others');
          void others.save();
        }}
      >
        {t('others_save', { count })}
      </button>
    </div>
  );
}

const isOpen = ({ state }: Offer) => state === 'open';
/** Read, and nothing to do there. */
const isIdle = (stand: Stand) => stand.kind === 'listed' && !stand.offers.some(isOpen);

interface SpaceProps {
  space: OtherSpace;
  others: Others;
  editor: Editor;
}

function Space({ space, others, editor }: SpaceProps) {
  const { seat } = space;
  const stand = space.stand.value;
  const { says, more } = nameOf('at' in stand ? stand.at : space.snapshot, seat);
  const id = `other-${seat}`;
  return (
    <section class="other" data-seat={seat} data-stand={stand.kind} aria-labelledby={id}>
      <div class="save-head">
        <h3 id={id}>
          <bdi>{says}</bdi>
        </h3>
        {more && <bdi class="save-when cut">{more}</bdi>}
      </div>
      {(stand.kind === 'listed' || stand.kind === 'saving') && (
        <ul class="changes">
          {stand.offers.map(offer => (
            <OfferRow
              key={offer.name}
              offer={offer}
              fixed={stand.kind === 'saving'}
              seat={seat}
              editor={editor}
            />
          ))}
        </ul>
      )}
      {/* Always there, so that what appears in it is announced. */}
      <div class="other-line" role="status">
        <Line stand={stand} seat={seat} editor={editor} />
      </div>
      <Step space={space} others={others} />
    </section>
  );
}

interface OfferProps {
  offer: Offer;
  fixed: boolean;
  seat: string;
  editor: Editor;
}

function OfferRow({ offer, fixed, seat, editor }: OfferProps) {
  const { name, held, value, state, ticked } = offer;
  const id = `other-${seat}-${name}`;
  return (
    <li data-change={name} data-offer={state}>
      {state === 'open' ? (
        <label class="tick">
          <input
            type="checkbox"
            id={id}
            checked={ticked.value}
            disabled={fixed}
            onChange={event => {
              ticked.value = event.currentTarget.checked;
            }}
          />
          <span>{labelOf(name)}</span>
        </label>
      ) : (
        <h4>{labelOf(name)}</h4>
      )}
      {state === 'open' && <FromTo name={name} from={held} to={value} editor={editor} />}
      {state === 'same' && <p>{t('others_same')}</p>}
      {state === 'closed' && <p>{t('others_closed')}</p>}
    </li>
  );
}

/** What there is to say of a space: how far it has come, and what it came to. */
function Line({ stand, seat, editor }: { stand: Stand; seat: string; editor: Editor }) {
  const space = spaceOfSeat(seat);
  if (stand.kind === 'reading') return <p>{t('others_reading', { space })}</p>;
  if (stand.kind === 'connecting') return <p>{t('state_connecting_title', { space })}</p>;
  if (stand.kind === 'unconnected') return <p>{t('others_connect_first')}</p>;
  if (stand.kind === 'unread') return <p>{t('others_unread')}</p>;
  if (stand.kind === 'saving') return <p>{t('bar_saving')}</p>;
  if (stand.kind !== 'done') return null;
  const { tone, text, quotes } = otherStatusOf(stand.outcome, editor.countries.value);
  return (
    <>
      <p data-tone={tone}>{text}</p>
      {quotes.map(quote => (
        <q key={quote} class="any">
          {quote}
        </q>
      ))}
    </>
  );
}

/** The next step of a space that stands still. */
function Step({ space, others }: Omit<SpaceProps, 'editor'>) {
  const stand = space.stand.value;
  const steps: Partial<Record<Stand['kind'], [action: string, says: string, go: () => void]>> = {
    unconnected: [
      'connect',
      t('state_connect', { space: spaceOfSeat(space.seat) }),
      () => void others.connect(space),
    ],
    unread: ['read-again', t('others_again'), () => void others.read(space)],
  };
  const done = stand.kind === 'done' ? stand.outcome : undefined;
  const step = done?.problem && !done.undo ? steps.unread : steps[stand.kind];
  const undo: typeof step = done?.undo && ['undo', t('status_undo'), () => void others.undo(space)];
  return (
    <div class="pane-actions">
      {[step, undo].map(
        each =>
          each && (
            <button key={each[0]} type="button" class="button" data-action={each[0]} onClick={each[2]}>
              {each[1]}
            </button>
          ),
      )}
    </div>
  );
}
