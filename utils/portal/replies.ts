import * as v from 'valibot';
import { cleanName } from '../plain-text';

/** The parts of the portal's answers that are not fields, parsed where they arrive. Unlisted keys fall away. */

const id = v.pipe(v.number(), v.safeInteger());
/** Names go into sentences, titles and menus: they are cleaned here, where they arrive. What is edited is never read from here. */
const name = v.fallback(
  v.pipe(
    v.nullish(v.string(), ''),
    v.transform(text => cleanName(text ?? '')),
  ),
  '',
);
/** Longer than a name, and as long as an address can be. */
const email = v.fallback(
  v.pipe(
    v.nullish(v.string(), ''),
    v.transform(text => cleanName(text ?? '', 254)),
  ),
  '',
);

/** Who the token belongs to, and their profiles. */
export const Identity = v.object({
  User: v.object({ Id: id, FullName: name, Email: email }),
  DefaultBusiness: v.fallback(v.nullish(v.object({ Name: name })), null),
  Profiles: v.pipe(
    v.array(
      v.object({
        Id: id,
        FullName: name,
        CompanyName: name,
        Active: v.fallback(v.nullish(v.boolean()), null),
        IsDefaultProfile: v.fallback(v.nullish(v.boolean()), null),
        CoworkerType: v.fallback(v.nullish(v.number(), null), null),
      }),
    ),
    v.maxLength(500),
  ),
});
export type Identity = v.InferOutput<typeof Identity>;

/** `GET /en/profile`: which profile it is, beside its fields. */
export const ProfileHead = v.object({
  Id: id,
  FullName: name,
  OpenAiProfileAvailable: v.fallback(v.nullish(v.boolean()), false),
});

const sessionHead = v.object({ Id: id, CoworkerId: v.fallback(v.nullish(id), null) });

/** `GET /login/me`: the session's keys at the top level or under `User`. */
export const SessionBody = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform(body => {
    const inner = v.safeParse(v.object({ User: v.record(v.string(), v.unknown()) }), body);
    return inner.success ? { ...body, ...inner.output.User } : body;
  }),
);
export const SessionHead = sessionHead;

export const Countries = v.pipe(
  v.object({ Countries: v.pipe(v.array(v.unknown()), v.maxLength(1000)) }),
  v.transform(({ Countries }) =>
    Countries.flatMap(entry => {
      const parsed = v.safeParse(v.object({ Id: id, Name: name, TwoDigitsCode: name }), entry);
      return parsed.success
        ? [{ id: parsed.output.Id, name: parsed.output.Name, code: parsed.output.TwoDigitsCode }]
        : [];
    }),
  ),
);
