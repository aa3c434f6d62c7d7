import * as v from 'valibot';
import { customOrigin, isSpace } from './portal/space';
import { Problem } from './problem';
import { sectionIds } from './profile/fields';
import { Owner } from './profile/owner';
import { Proposal } from './proposal';
import { Edits, Outcome, PastSave } from './save-data';
import { Seat } from './snapshot';

const done = <S extends v.GenericSchema>(value: S) =>
  v.union([v.object({ ok: v.literal(true), value }), v.object({ ok: v.literal(false), error: Problem })]);
const nothing = v.null();
const SpaceName = v.pipe(v.string(), v.check(isSpace));
const CustomOrigin = v.pipe(
  v.string(),
  v.check(origin => customOrigin(origin) === origin),
);
const secret = v.pipe(v.string(), v.maxLength(1000));

/**
 * Every message, once: who may send it, what it carries and what comes back. `page` is one of our own pages; `content`
 * is the script on the portal's pages, which may ask for an editor and nothing else. The token is in none of them.
 */
export const messages = {
  /** Read the portal again and store what it shows. */
  refresh: { from: 'page', request: v.strictObject({ seat: Seat }), reply: done(nothing) },
  /** Open the portal in the background so that it shows its token; the member signs in there when asked. */
  connect: { from: 'page', request: v.strictObject({ space: v.string() }), reply: done(nothing) },
  /** The pointer is over Save: a background that sleeps starts now rather than with the press. Nothing is asked of the portal. */
  wake: { from: 'page', request: v.strictObject({}), reply: nothing },
  /** The member is pressing Save: read the portal for it meanwhile. */
  startPreflight: { from: 'page', request: v.strictObject({ seat: Seat, owner: Owner }), reply: nothing },
  save: {
    from: 'page',
    request: v.strictObject({
      seat: Seat,
      owner: Owner,
      saveId: v.pipe(v.string(), v.maxLength(64)),
      edits: Edits,
    }),
    reply: Outcome,
  },
  /** What came of a save whose reply never arrived: the background ended in the middle of it. Nothing is sent by asking. */
  saveResult: {
    from: 'page',
    request: v.strictObject({ seat: Seat, owner: Owner, saveId: v.pipe(v.string(), v.maxLength(64)) }),
    reply: Outcome,
  },
  changePassword: {
    from: 'page',
    request: v.strictObject({
      seat: Seat,
      owner: Owner,
      OldPassword: secret,
      NewPassword: secret,
      RepeatNewPassword: secret,
    }),
    reply: v.object({
      changed: v.boolean(),
      /** What the portal said, by its own field name; '' for the form. */
      refusals: v.array(v.object({ field: v.string(), message: v.string() })),
      problem: v.optional(Problem),
    }),
  },
  /** Ask the portal for a proposed bio, on the member's click only. Nothing is saved by it. */
  suggestBio: { from: 'page', request: v.strictObject({ seat: Seat, owner: Owner }), reply: Proposal },
  /** The tags that the space's members use, the most used first; none when the directory cannot be read. */
  suggestTags: {
    from: 'page',
    request: v.strictObject({ seat: Seat, owner: Owner }),
    reply: v.array(v.string()),
  },
  /** The saves of an owner that can be undone, the last one first; `kept` is false when the member turned that off. */
  history: {
    from: 'page',
    request: v.strictObject({ owner: Owner }),
    reply: v.object({ kept: v.boolean(), saves: v.array(PastSave) }),
  },
  /** Make another profile current, for the portal too. */
  switchProfile: {
    from: 'page',
    request: v.strictObject({ seat: Seat, owner: Owner, profile: v.number() }),
    reply: done(nothing),
  },
  /** Remove everything that is kept of a space. */
  forget: { from: 'page', request: v.strictObject({ space: SpaceName }), reply: nothing },
  /** Ask which space a host name belongs to; sent on the member's click only. Null when it belongs to none. */
  lookUp: {
    from: 'page',
    request: v.strictObject({ origin: CustomOrigin }),
    reply: done(v.nullable(SpaceName)),
  },
  /**
   * Use a custom domain for the space that the look-up named. Sent beside the browser's own question, which closes a popup:
   * the rest happens once that is granted. True when it is done already.
   */
  bindDomain: {
    from: 'page',
    request: v.strictObject({ origin: CustomOrigin, space: SpaceName }),
    reply: done(v.boolean()),
  },
  unbindDomain: { from: 'page', request: v.strictObject({ origin: CustomOrigin }), reply: nothing },
  /** Show the editor, on a section where the page shows one, wherever the browser allows it. */
  openEditor: {
    from: 'content',
    request: v.strictObject({ section: v.optional(v.picklist(sectionIds)) }),
    reply: nothing,
  },
} as const satisfies Record<
  string,
  { from: 'page' | 'content'; request: v.GenericSchema; reply: v.GenericSchema }
>;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Request<N extends MessageName> = v.InferOutput<Messages[N]['request']>;
export type Reply<N extends MessageName> = v.InferOutput<Messages[N]['reply']>;
