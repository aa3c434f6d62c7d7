import { describe, expect, it } from 'vitest';
import { facts, stroke } from '../../browsers/keys';

describe('keys', () => {
  it.each([
    ['Enter', 'Enter', []],
    ['Control+s', 's', ['Control']],
    ['Control+Shift+Tab', 'Tab', ['Control', 'Shift']],
    ['+', '+', []],
    ['Alt++', '+', ['Alt']],
  ])('reads %s', (chord, key, held) => {
    expect(stroke(chord)).toEqual({ key, held });
  });

  it('refuses what is no key', () => {
    expect(() => stroke('Strg+s')).toThrow('“Strg”');
    expect(() => facts('Return')).toThrow('“Return”');
  });

  it.each([
    ['a', 'KeyA', 65, 'a'],
    ['7', 'Digit7', 55, '7'],
    [' ', 'Space', 32, ' '],
    ['ä', '', 0, 'ä'],
    ['Escape', 'Escape', 27, ''],
    ['Shift', 'ShiftLeft', 16, ''],
  ])('knows %s', (key, code, keyCode, text) => {
    expect(facts(key)).toMatchObject({ key, code, keyCode, text });
  });
});
