import { Lexer } from 'marked';
import { type ComponentChildren, isValidElement } from 'preact';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { hostBeside } from '../../utils/advice/link-host';
import { loadMarkdown } from '../../utils/advice/markdown';
import { popularTags } from '../../utils/advice/tags';
import { createWords } from '../../utils/i18n';
import { labels } from '../../utils/labels';
import { languages } from '../../utils/language';
import { cleanName } from '../../utils/plain-text';
import { Identity, ProfileHead } from '../../utils/portal/replies';
import { fieldNames, fields } from '../../utils/profile/fields';
import { longestOf } from '../../utils/profile/kinds';
import { linkTo } from '../../utils/profile/links';
import { readRecord } from '../../utils/profile/record';
import { browserName } from '../e2e/stage';
import { costlyUnits, hiddenHosts, hostileNames, withUserPart } from './hostile-values';
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
  threat('T60', 'a value of any length costs one field', async () => {
    const whole = Object.fromEntries(
      fields.map(({ name, kind }) => [name, kind === 'toggle' ? true : kind === 'country' ? 1220 : 'x']),
    );
    const textual = fields.filter(({ kind }) => kind !== 'toggle' && kind !== 'country');
    for (const { name, kind } of textual) {
      for (const length of [longestOf(kind) + 1, 60_000, 1_000_000]) {
        const { values, locked, cut, held } = readRecord({
          ...whole,
          [name]: 'a,'.repeat(length).slice(0, length),
        });
        expect([name, locked, Object.keys(values).length]).toEqual([name, [name], fieldNames.length - 1]);
        expect([name, cut[name]?.length, name in held]).toEqual([name, 120, false]);
      }
      const { locked } = readRecord({ ...whole, [name]: 'x'.repeat(longestOf(kind)) });
      expect([name, locked]).toEqual([name, []]);
    }
    return [
      `${textual.length} fields × 3 lengths, to 1,000,000 characters`,
      'each locks its own field, 120 characters shown',
    ];
  });

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

  threat('T62', 'a member of a directory has one vote for a tag', async () => {
    const spellings = ['spam', 'Spam', 'SPAM', 'spám', 'spam\u200b', '\u202espam', ' spam '];
    const lists = [spellings.join(','), Array(200).fill('spam').join(','), 'design', 'design', 'Design'];
    expect(popularTags(lists)).toEqual(['design', 'spam']);
    expect(popularTags([spellings.join(','), 'b,spam', 'b', 'b'])).toEqual(['b', 'spam']);
    return [`${spellings.length} spellings in one record, 200 times the same in another`, 'one vote each'];
  });

  threat('T63', 'a name from the portal turns, hides and breaks nothing', async () => {
    for (const sent of hostileNames) {
      const identity = v.parse(Identity, {
        User: { Id: 1, FullName: sent, Email: sent },
        DefaultBusiness: { Name: sent },
        Profiles: [{ Id: 2, FullName: sent, CompanyName: sent }],
      });
      const head = v.parse(ProfileHead, { Id: 2, FullName: sent });
      const shown = [
        identity.User.FullName,
        identity.DefaultBusiness?.Name,
        ...identity.Profiles.flatMap(({ FullName, CompanyName }) => [FullName, CompanyName]),
        head.FullName,
      ];
      expect(new Set(shown)).toEqual(new Set([cleanName(sent)]));
      for (const name of [...shown, identity.User.Email]) {
        expect([sent, name]).toEqual([
          sent,
          expect.not.stringMatching(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]| {2}|\p{Bidi_C}/u),
        ]);
        expect(name?.length).toBeLessThanOrEqual(name === identity.User.Email ? 254 : 80);
      }
      // What is edited is what the portal holds, but for halves of characters (F36).
      const whole = sent.replace(/\p{Cs}/gu, '\ufffd');
      expect(readRecord({ FullName: sent }).values.FullName ?? whole).toBe(whole);
    }
    // A value that does not come this way, such as one that the portal changed, is isolated in its sentence in every language.
    let filled = 0;
    for (const language of languages) {
      const { t } = createWords(language, { sentence: labels[language].omnibox_set });
      for (const value of hostileNames.filter(name => name.length < 100)) {
        const text = t('sentence', { field: 'VAT', value });
        let depth = 0;
        for (const sign of text.match(/[\u2066-\u2069]/g) ?? []) {
          depth += sign === '\u2069' ? -1 : 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const outside = text.replace(/\u2068[^\u2069]*\u2069/g, '');
        expect([language, value, outside]).toEqual([
          language,
          value,
          expect.not.stringMatching(/[\u202a-\u202e\u2066-\u2069\u200f]/),
        ]);
        filled += 1;
      }
    }
    return [
      `${hostileNames.length} names in 6 places, ${plural(filled, 'filled sentences')} in ${languages.length} languages`,
      '0 turned, 0 hidden, 0 longer than 80',
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
