import * as v from 'valibot';
import { KnownSpace, type Settings, Settings as SettingsSchema } from '../../utils/stores';

/** Longer than any export of ours, in characters. */
const longest = 100_000;

/** What an export holds: choices and names of spaces. No profile data, no permission, no domain. */
const Export = v.object({
  nametag: v.literal(1),
  settings: SettingsSchema,
  spaces: v.fallback(v.pipe(v.array(KnownSpace), v.maxLength(50)), []),
});
export type Export = v.InferOutput<typeof Export>;

export const exportText = (settings: Settings, spaces: readonly KnownSpace[]): string =>
  `${JSON.stringify({ nametag: 1, settings, spaces }, null, 2)}\n`;

/** Reads a file that anyone may have written: what is not in the schema is not there, and nothing in it grants anything. */
export function readImport(text: string): Export | undefined {
  if (text.length > longest) return undefined;
  try {
    const parsed = v.safeParse(Export, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The spaces known here, and those of the file that were not. */
export const joined = (here: readonly KnownSpace[], more: readonly KnownSpace[]): KnownSpace[] => [
  ...here,
  ...more.filter(
    (one, at) =>
      !here.some(({ space }) => space === one.space) &&
      more.findIndex(({ space }) => space === one.space) === at,
  ),
];
