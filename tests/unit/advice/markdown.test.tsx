import { type ComponentChildren, isValidElement } from 'preact';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadMarkdown, type RenderMarkdown } from '@/utils/advice/markdown';
import { growth } from '../growth';
import { samples } from './markdowns';

let render: RenderMarkdown;
beforeAll(async () => {
  render = await loadMarkdown();
});

type Props = { children?: ComponentChildren } & Record<string, unknown>;

/** The elements as one line: `p(text em(more))`; what a link leads to stands in brackets. */
function draw(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(draw).join('');
  if (!isValidElement(node)) return node == null || typeof node === 'boolean' ? '' : String(node);
  const { children, ...props } = node.props as Props;
  const href = props.href ? `[${props.href}]` : '';
  const start = props.start && props.start !== 1 ? `[${props.start}]` : '';
  // Spaces at the beginning of a paragraph are not laid out.
  const inside = node.type === 'p' ? draw(children).trimStart() : draw(children);
  return `${String(node.type)}${href}${start}(${inside})`;
}

/** Every element that was drawn. */
function elements(node: ComponentChildren): { type: unknown; props: Props }[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (!isValidElement(node)) return [];
  const props = node.props as Props;
  return [{ type: node.type, props }, ...elements(props.children)];
}

describe('Markdown', () => {
  it.each(samples)('%j is drawn as %s', (text, drawn) => {
    expect(draw(render(text))).toBe(drawn);
  });

  test('there are 60 samples', () => {
    expect(samples.length).toBeGreaterThanOrEqual(60);
  });
});

/** All that may ever be drawn, and with which properties. */
const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    'h2 h3 h4 h5 h6 p blockquote strong em del code pre ul li hr br table thead tbody tr th td'
      .split(' ')
      .map(tag => [tag, []]),
  ),
  ol: ['start'],
  a: ['href', 'target', 'rel'],
  bdi: ['class', 'dir'],
};

/** As many marks as people may put into a line or two. */
const dense =
  'I am a **weaver** and *engineer*: [looms](https://loom.example.com/a?b=c), `code`, [engines](https://engine.example.org). ' +
  'Say hi at https://ada.example.com or ada@example.com! I like _tea_, ~~coffee~~ and a [walk](https://walk.example). ';

describe('whatever the text', () => {
  const hostile = [
    ...samples.map(([text]) => text),
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox(1))',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](https:/\\evil.example)',
    '![x](https://evil.example/beacon.png)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '<a href="javascript:alert(1)">x</a>',
    '[x](https://a.example "onclick=alert(1)")',
    '"><svg/onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '`<b>`',
    '```html\n<script>alert(1)</script>\n```',
    `${'>'.repeat(200)} deep`,
    `${'- '.repeat(100)}deep`,
    '['.repeat(500),
    '*'.repeat(500),
    `${'**a '.repeat(300)}`,
    '\u202etxt.exe',
    '__proto__',
    'constructor',
  ];

  it.each(hostile)('%j: only allowed elements, with only allowed properties', text => {
    for (const { type, props } of elements(render(text))) {
      expect(Object.keys(allowed)).toContain(type);
      const { children: _, ...rest } = props;
      expect(allowed[String(type)]).toEqual(expect.arrayContaining(Object.keys(rest)));
    }
  });

  it.each(hostile)('%j: every link is a web page in a tab of its own', text => {
    for (const { props } of elements(render(text)).filter(({ type }) => type === 'a')) {
      expect(['https:', 'http:']).toContain(new URL(String(props.href)).protocol);
      expect([props.rel, props.target]).toEqual(['noopener noreferrer', '_blank']);
    }
  });

  it('a bio that is too long to be one is plain text', () => {
    const text = 'a *b* '.repeat(5_000);
    expect(render(text)).toBe(text);
  });

  /** What costs a parser the square of its length if it is let: each is a paragraph, a quote or a list made of nothing else. */
  const costly = [
    '*a_',
    '_a *a ',
    '[',
    '[a](',
    '![a][',
    '`',
    '`a``',
    '~a-',
    '>',
    '> - ',
    '- a\n',
    '<a ',
    '|-',
    'a@',
    '.a@',
    '](',
  ];

  it.each(costly)('%j over and over takes no longer than its length', unit => {
    expect(growth(size => render(unit.repeat(size / unit.length)), 4_900)).toBeLessThan(8);
  });

  it('a quote in 10,000 quotes is the text it was written as', () => {
    const text = `${'>'.repeat(10_000)} deep`;
    expect(render(text)).toBe(text);
  });

  it.each([
    ['a paragraph of 2,000 characters', dense.repeat(8)],
    ['a bio of 15,000 characters', `${dense.repeat(3)}\n\n`.repeat(19)],
    ['a list of 200 links', '- [A thing](https://example.com/thing) and *more*\n'.repeat(200)],
    ['a table of 100 lines', `| a | b |\n| - | - |\n${'| *one* | [b](https://b.example) |\n'.repeat(100)}`],
    ['a quote of 100 lines', '> wise *words* of somebody\n'.repeat(100)],
  ])('%s is drawn, full of links and emphasis as it is', (_, text) => {
    expect(elements(render(text)).length).toBeGreaterThan(50);
  });
});
