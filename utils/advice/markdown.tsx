import type { Token, Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { webPage } from '../profile/links';
import { hostBeside } from './link-host';

/** Markdown as elements. Nothing here is ever a string of HTML: what Markdown would pass through is shown as the text it is. */
export type RenderMarkdown = (text: string) => ComponentChildren;

/** Longer texts, and nesting deeper than this, are shown as plain text: no bio needs them. */
const longest = 20_000;
const deepest = 12;

/** Entities are how Markdown spells a character; the few that people type, and numbers. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};
function characterOf(entity: string, name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!name.startsWith('#')) return named[name] ?? entity;
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}
const plain = (text: string) =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, (entity, name: string) => characterOf(entity, name));

/** Only web pages become links (T29), written with their scheme; everything else is the words it was written with. */
const pageOf = (href: string) => (/^https?:\/\//i.test(href) ? webPage(href) : undefined);

/** The words of a link as a reader sees them. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(token =>
      'tokens' in token && token.tokens
        ? wordsOf(token.tokens)
        : plain('text' in token ? String(token.text) : token.raw),
    )
    .join('');

interface Place {
  depth: number;
  /** The level of the last heading, so that none is skipped. The page's own is 1. */
  heading: { last: number };
}

type Draw = { [K in Tokens.Generic['type']]?: (token: never, place: Place) => ComponentChildren };

const inside = (tokens: readonly Token[] | undefined, { depth, heading }: Place) =>
  each(tokens ?? [], { depth: depth + 1, heading });

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** The allow-list: one line per kind of token. What is not in it is shown as it was written. */
const draw: Draw = {
  space: () => null,
  def: () => null,
  hr: () => <hr />,
  br: () => <br />,
  text: ({ text, tokens }: Tokens.Text, place) => (tokens ? inside(tokens, place) : plain(text)),
  escape: ({ text }: Tokens.Escape) => text,
  html: ({ raw }: Tokens.HTML) => raw,
  paragraph: ({ tokens }: Tokens.Paragraph, place) => <p>{inside(tokens, place)}</p>,
  blockquote: ({ tokens }: Tokens.Blockquote, place) => <blockquote>{inside(tokens, place)}</blockquote>,
  strong: ({ tokens }: Tokens.Strong, place) => <strong>{inside(tokens, place)}</strong>,
  em: ({ tokens }: Tokens.Em, place) => <em>{inside(tokens, place)}</em>,
  del: ({ tokens }: Tokens.Del, place) => <del>{inside(tokens, place)}</del>,
  codespan: ({ text }: Tokens.Codespan) => <code>{text}</code>,
  code: ({ text }: Tokens.Code) => (
    <pre>
      <code>{text}</code>
    </pre>
  ),
  heading({ depth, tokens }: Tokens.Heading, place) {
    const level = Math.min(depth + 1, place.heading.last + 1, 6);
    place.heading.last = level;
    const Heading = headings[level - 2] ?? 'h6';
    return <Heading>{inside(tokens, place)}</Heading>;
  },
  list({ ordered, start, items }: Tokens.List, place) {
    const children = items.map((item, at) => <li key={at}>{inside(item.tokens, place)}</li>);
    return ordered ? <ol start={start || 1}>{children}</ol> : <ul>{children}</ul>;
  },
  checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
  link({ href, tokens }: Tokens.Link, place) {
    const page = pageOf(href);
    const words = inside(tokens, place);
    if (!page) return words;
    const host = hostBeside(wordsOf(tokens), href);
    return (
      <a href={page} target="_blank" rel="noopener noreferrer">
        {words}
        {host && ' '}
        {host && (
          <bdi class="link-host" dir="ltr">
            {host}
          </bdi>
        )}
      </a>
    );
  },
  // No remote picture is ever loaded (T30): its description stands for it.
  image: ({ text }: Tokens.Image) => plain(text),
  table: ({ header, rows }: Tokens.Table, place) => (
    <table>
      <thead>
        <tr>{cells(header, 'th', place)}</tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>{cells(row, 'td', place)}</tr>
        ))}
      </tbody>
    </table>
  ),
};

const cells = (row: readonly Tokens.TableCell[], Cell: 'th' | 'td', place: Place) =>
  row.map(({ tokens }, at) => <Cell key={at}>{inside(tokens, place)}</Cell>);

function each(tokens: readonly Token[], place: Place): ComponentChildren[] {
  return tokens.map(token => {
    const one = Object.hasOwn(draw, token.type) && place.depth < deepest ? draw[token.type] : undefined;
    return one ? one(token as never, place) : token.raw;
  });
}

/**
 * How many characters the parser may look at in all, per character of the text and beside that. A bio needs fewer than 20, a
 * paragraph of 2,000 characters that is full of links and emphasis 80.
 */
const looksPerCharacter = 100;
const looksAtLeast = 20_000;

/** The parser comes as one chunk, with the first preview. */
export async function loadMarkdown(): Promise<RenderMarkdown> {
  const { Lexer, Tokenizer } = await import('marked');

  /**
   * The parser looks ahead from every mark to the end of its paragraph, so a text made for that (`*a_` over and over) costs it the
   * square of its length. This one counts how far it looks, in characters, and gives up where that is no longer in proportion.
   */
  class MeteredTokenizer extends Tokenizer {
    constructor(private looks: number) {
      super();
    }
    private look(length: number) {
      this.looks -= length;
      if (this.looks < 0) throw new RangeError('too much to look at');
    }
    // Of all rules these two are tried first, wherever something in a line and wherever a block may begin.
    override escape(src: string) {
      this.look(src.length);
      return super.escape(src);
    }
    override space(src: string) {
      const end = src.search(/\n[ \t]*\n/);
      this.look(end < 0 ? src.length : end);
      return super.space(src);
    }
  }

  return text => {
    if (text.length > longest) return text;
    try {
      const tokenizer = new MeteredTokenizer(looksAtLeast + looksPerCharacter * text.length);
      const tokens = new Lexer({ gfm: true, tokenizer }).lex(text);
      return each(tokens, { depth: 0, heading: { last: 1 } });
    } catch {
      // A text that the parser gives up on is still a text.
      return text;
    }
  };
}
