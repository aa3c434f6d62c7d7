/** One stroke of the keyboard: a key as KeyboardEvent.key spells it, and what is held down with it. */
export interface Stroke {
  key: string;
  held: Modifier[];
}

export const modifiers = {
  Alt: { bit: 1, keyCode: 18 },
  Control: { bit: 2, keyCode: 17 },
  Meta: { bit: 4, keyCode: 91 },
  Shift: { bit: 8, keyCode: 16 },
} as const;
export type Modifier = keyof typeof modifiers;

const isModifier = (name: string): name is Modifier => name in modifiers;

/** Reads 'Control+Shift+s', 'Enter', '+' and 'Control++'. */
export function stroke(chord: string): Stroke {
  const held: Modifier[] = [];
  let rest = chord;
  for (let plus = rest.indexOf('+'); plus > 0 && plus < rest.length - 1; plus = rest.indexOf('+')) {
    const name = rest.slice(0, plus);
    if (!isModifier(name)) throw new Error(`“${name}” in “${chord}” is no modifier key.`);
    held.push(name);
    rest = rest.slice(plus + 1);
  }
  return { key: rest, held };
}

/** Legacy key codes of the keys that type nothing (Enter and Space do, and are here for their code). */
const named: Record<string, { keyCode: number; code?: string; text?: string; scan?: number }> = {
  Backspace: { keyCode: 8 },
  Tab: { keyCode: 9 },
  Enter: { keyCode: 13, text: '\r' },
  // Chromium closes its popup only for a key that has a scan code of the keyboard.
  Escape: { keyCode: 27, scan: 9 },
  ' ': { keyCode: 32, code: 'Space', text: ' ' },
  PageUp: { keyCode: 33 },
  PageDown: { keyCode: 34 },
  End: { keyCode: 35 },
  Home: { keyCode: 36 },
  ArrowLeft: { keyCode: 37 },
  ArrowUp: { keyCode: 38 },
  ArrowRight: { keyCode: 39 },
  ArrowDown: { keyCode: 40 },
  Delete: { keyCode: 46 },
  ContextMenu: { keyCode: 93 },
  ...Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`F${n + 1}`, { keyCode: 112 + n }])),
};

export interface KeyFacts {
  key: string;
  code: string;
  keyCode: number;
  /** What the key types, if anything. */
  text: string;
  scan?: number;
}

/** What the browser is told about a key; letters and digits as on a US keyboard, any other character by itself. */
export function facts(key: string): KeyFacts {
  const known = named[key];
  if (known) return { key, code: key, text: '', ...known };
  if (isModifier(key)) return { key, code: `${key}Left`, keyCode: modifiers[key].keyCode, text: '' };
  if ([...key].length > 1) throw new Error(`“${key}” is no key.`);
  if (/^[a-z]$/i.test(key))
    return { key, code: `Key${key.toUpperCase()}`, keyCode: key.toUpperCase().charCodeAt(0), text: key };
  if (/^\d$/.test(key)) return { key, code: `Digit${key}`, keyCode: key.charCodeAt(0), text: key };
  return { key, code: '', keyCode: 0, text: key };
}
