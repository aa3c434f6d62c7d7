import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Colours that meet on screen, and how far apart WCAG 2.2 asks them to be: 4.5 for text, 3 for what marks a control. */
const pairs: readonly [front: string, backs: readonly string[], least: number][] = [
  ['text', ['ground', 'surface', 'field', 'hover', 'accent-soft', 'changed-soft', 'danger-soft'], 4.5],
  ['muted', ['ground', 'surface', 'field', 'hover', 'accent-soft', 'changed-soft'], 4.5],
  ['accent', ['ground', 'surface', 'field', 'accent-soft', 'changed-soft'], 4.5],
  ['accent-hover', ['ground', 'surface', 'field', 'accent-soft', 'changed-soft'], 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['danger', ['ground', 'surface', 'field', 'danger-soft'], 4.5],
  ['edge', ['ground', 'surface', 'field'], 3],
  ['changed', ['ground', 'surface'], 3],
  ['focus', ['ground', 'surface', 'field', 'hover', 'accent-soft', 'changed-soft', 'danger-soft'], 3],
];

const tokens = new Map(
  [
    ...readFileSync('assets/css/tokens.css', 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }] as const),
);

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test('black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#336699', '#336699')).toBe(1);
});

test.each(
  pairs.flatMap(([front, backs, least]) =>
    backs.flatMap(back => (['light', 'dark'] as const).map(theme => ({ front, back, theme, least }))),
  ),
)('$front on $back, $theme: at least $least', ({ front, back, theme, least }) => {
  const [a, b] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]];
  expect(a, front).toBeDefined();
  expect(b, back).toBeDefined();
  expect(Math.floor(contrast(a ?? '', b ?? '') * 100) / 100).toBeGreaterThanOrEqual(least);
});
