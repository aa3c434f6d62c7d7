import { Lexer } from 'marked';
import { type ComponentChildren, isValidElement } from 'preact';
import { describe, expect } from 'vitest';
import { hostBeside } from '../../utils/advice/link-host';
import { loadMarkdown } from '../../utils/advice/markdown';
import { linkTo } from '../../utils/profile/links';
import { browserName } from '../e2e/stage';
import { costlyUnits, hiddenHosts, withUserPart } from './hostile-values';
import { plural, threat } from './report';

/** CPU time of this process in milliseconds, which other programs on the machine do not add to. */
function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The links in what was drawn, each with all the text in it. */
function linksIn(node: ComponentChildren): { href: string; text: string }[] {
  if (Array.isArray(node)) return node.flatMap(linksIn);
  if (!isValidElement(node)) return [];
  const { children, href } = node.props as { children?: ComponentChildren; href?: string };
  return node.type === 'a' ? [{ href: String(href), text: textIn(children) }] : linksIn(children);
}
function textIn(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (!isValidElement(node)) return node == null || typeof node === 'boolean' ? '' : String(node);
  return textIn((node.props as { children?: ComponentChildren }).children);
}

/** What a portal may hold or send, and what becomes of it where no browser is needed to see that. */
describe(`hostile values, beside ${browserName}`, () => {
  threat('T61', 'a bio costs no more than its length to draw', async () => {
    const render = await loadMarkdown();
    const of = (length: number) => costlyUnits.map(unit => unit.repeat(length / unit.length));
    const drawAll = (texts: readonly string[]) => costOf(() => texts.map(render));
    drawAll(of(2_000));
    // Sums over all kinds: one that were still quadratic would be most of the sum.
    const [half, whole] = [drawAll(of(6_000)), drawAll(of(12_000))];
    expect(whole / half).toBeLessThan(3);
    // What a ratio can see: four times as much costs the parser alone more than eight times as much.
    const parse = (length: number) => costOf(() => Lexer.lex('*a_'.repeat(length / 3)));
    parse(900);
    expect(parse(9_000) / parse(2_250)).toBeGreaterThan(8);
    return [
      `${plural(costlyUnits.length, 'kinds')} of text, 6,000 and 12,000 characters`,
      `twice the length costs ${(whole / half).toFixed(1)} times as much`,
    ];
  });

  threat('T64', 'a link of a bio does not hide where it leads', async () => {
    const render = await loadMarkdown();
    for (const [words, address, host] of hiddenHosts) {
      const [link] = linksIn(render(`[${words}](${address})`));
      expect([words, link?.href]).toEqual([words, new URL(address).href]);
      expect([words, link?.text.endsWith(` ${host}`)]).toEqual([words, true]);
      expect([words, hostBeside(words, address)]).toEqual([words, host]);
    }
    for (const address of withUserPart) {
      for (const text of [`[words](${address})`, `<${address}>`, address, `[a]\n\n[a]: ${address}`])
        expect([text, linksIn(render(text))]).toEqual([text, []]);
      expect([address, linkTo(address), linkTo(address, 'github')]).toEqual([address, undefined, undefined]);
    }
    // A link whose words say it stays as it is.
    expect(linksIn(render('[good.example](https://good.example/a)'))).toEqual([
      { href: 'https://good.example/a', text: 'good.example' },
    ]);
    return [
      `${hiddenHosts.length} links with other words, ${withUserPart.length} addresses with a user part`,
      'every host shown, 0 of the addresses a link',
    ];
  });
});
