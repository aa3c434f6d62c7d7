import * as v from 'valibot';
import { popularTags } from '../../utils/advice/tags';
import type { Request } from '../../utils/messages';
import { longestOf } from '../../utils/profile/kinds';
import { spaceOfSeat } from '../../utils/snapshot';
import { type AskWorld, askWorld } from './bio';
import { parseReply } from './read-portal';

/** More would not be looked through. */
const mostTags = 200;
const longestTag = 60;

/** A page of the directory; of each member only the tags are read. */
const Directory = v.object({ Records: v.pipe(v.array(v.unknown()), v.maxLength(1000)) });
const Tagged = v.object({ ProfileTags: v.pipe(v.string(), v.maxLength(longestOf('tags'))) });

/** The tags that members of the space use, the most used first. Suggestions only: whatever goes wrong, there are none. */
export async function suggestTags(
  { seat, owner }: Request<'suggestTags'>,
  world: AskWorld = askWorld,
): Promise<string[]> {
  if (spaceOfSeat(seat) !== owner.space || !(await world.allowed(owner.space))) return [];
  const session = await world.session(seat);
  if (!session || session.user !== owner.user) return [];
  const page = parseReply(await world.api(owner.space, session.token).directory(''), Directory);
  if (!page.ok) return [];
  const lists = page.value.Records.flatMap(record => {
    const tagged = v.safeParse(Tagged, record);
    return tagged.success ? [tagged.output.ProfileTags] : [];
  });
  return popularTags(lists)
    .filter(tag => tag.length <= longestTag)
    .slice(0, mostTags);
}
