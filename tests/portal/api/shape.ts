import { isObject, type Json, type JsonObject } from '../json';

/** What `_shape=User.Id,Profiles.FullName` leaves of an answer: the named paths, through arrays. Without one, everything. */
export function shaped(value: Json, shape: string | undefined): Json {
  if (!shape) return value;
  return pick(
    value,
    shape
      .split(',')
      .map(path => path.trim().split('.'))
      .filter(path => path[0]),
  );
}

function pick(value: Json, paths: string[][]): Json {
  if (paths.some(path => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map(item => pick(item, paths));
  if (!isObject(value)) return value;
  const picked: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const deeper = paths
      .filter(([first]) => first?.toLowerCase() === key.toLowerCase())
      .map(path => path.slice(1));
    if (deeper.length > 0) picked[key] = pick(inner, deeper);
  }
  return picked;
}
