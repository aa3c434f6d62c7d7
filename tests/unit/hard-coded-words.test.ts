import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1));
const sources = [...filesIn('components'), ...filesIn('entrypoints')];

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';
const childrenOf = (node: Node) => Object.values(node).flat().filter(isNode);

/** What a browser or a screen reader gives to a member, beside the text of an element. */
const shown =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|textContent|innerText|ariaLabel|ariaDescription)$/;
const keys = new Set(
  Object.values(
    import.meta.glob<object>('../../locales/{,pages/}en.ts', { eager: true, import: 'default' }),
  ).flatMap(Object.keys),
);
/** A text with a word in it, as against a sign, the key of a sentence, or a request as the portal gets it. */
const worded = (text: string) => /\p{L}{2}/u.test(text) && !keys.has(text) && !/^[A-Z]+ \/api\//.test(text);
/** A text that reads as a sentence wherever it stands. */
const sentence = (text: string) => /^\p{Lu}\p{Ll}+ (\p{L}+ )*\p{L}+/u.test(text);

/** The texts that an expression may come to, apart from what a function makes of its arguments. */
function textsOf(node: Node | null): Node[] {
  if (!node) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node] : [];
  if (node.type === 'TemplateLiteral')
    return [...(node.quasis as Node[]), ...(node.expressions as Node[]).flatMap(textsOf)];
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap(side => textsOf(side as Node));
  if (node.type === 'LogicalExpression')
    return [node.left, node.right].flatMap(side => textsOf(side as Node));
  if (node.type === 'JSXExpressionContainer') return textsOf(node.expression as Node);
  return [];
}
const wordsIn = (node: Node): string =>
  String(node.type === 'TemplateElement' ? (node.value as { cooked: string }).cooked : node.value);

/** Every text in a source that a member would see or hear as it is written there. */
function hardCoded(code: string, lang: 'ts' | 'tsx' = 'tsx'): string[] {
  const found: string[] = [];
  const add = (nodes: Node[], is = worded) => found.push(...nodes.map(wordsIn).filter(is));
  const look = (node: Node) => {
    // An error is a bug's, and nobody is shown it.
    if (node.type === 'NewExpression' && /Error$/.test(String((node.callee as Node).name))) return;
    if (node.type === 'JSXText') add([node]);
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      add((node.children as Node[]).filter(({ type }) => type === 'JSXExpressionContainer').flatMap(textsOf));
    if (node.type === 'JSXAttribute' && shown.test(String((node.name as Node).name)))
      add(textsOf(node.value as Node | null));
    if (node.type === 'Property' && shown.test(String((node.key as Node).name ?? (node.key as Node).value)))
      add(textsOf(node.value as Node));
    if (
      node.type === 'AssignmentExpression' &&
      shown.test(String(((node.left as Node).property as Node | undefined)?.name))
    )
      add(textsOf(node.right as Node));
    if (node.type === 'CallExpression') {
      const [first, second] = node.arguments as Node[];
      const called = (node.callee as Node).property as Node | undefined;
      if (called?.name === 'setAttribute' && shown.test(String(first?.value))) add(textsOf(second ?? null));
    }
    if (node.type === 'Literal' && typeof node.value === 'string') add([node], sentence);
    for (const child of childrenOf(node)) look(child);
  };
  look(parseAst(code, { lang }) as unknown as Node);
  return [...new Set(found)];
}

/** The script on portal pages says two words, and carries them in every language. */
const tables = ['entrypoints/portal.content/labels.ts'];

describe('every word that a member meets comes from the locales', () => {
  it.each(sources.filter(path => /\.tsx?$/.test(path) && !tables.includes(path)))('%s', path => {
    const code = readFileSync(join(root, path), 'utf8');
    expect(hardCoded(code, path.endsWith('x') ? 'tsx' : 'ts')).toEqual([]);
  });

  it.each(sources.filter(path => path.endsWith('.html')))('%s says the name and nothing else', path => {
    const html = readFileSync(join(root, path), 'utf8');
    const texts = html.replace(/<!--.*?-->/gs, '').match(/(?<=>)[^<]*\p{L}[^<]*(?=<)/gu) ?? [];
    expect(texts.map(text => text.trim())).toEqual(['Nametag']);
    expect(html).not.toMatch(/\s(aria-label|title|placeholder|alt)=/);
  });
});

describe('a word in a source is found', () => {
  it.each([
    ['as text', '<p>Saved</p>', ['Saved']],
    ['between other things', '<p>{count} changes</p>', [' changes']],
    ['in braces', "<p>{'Saved'}</p>", ['Saved']],
    ['on one side of a choice', "<p>{ok ? t('a') : 'Failed'}</p>", ['Failed']],
    ['behind a condition', '<p>{ok && `Saved`}</p>', ['Saved']],
    ['in a fragment', '<>Saved</>', ['Saved']],
    ['as a name for a screen reader', '<b aria-label="Close" />', ['Close']],
    ['as a placeholder', "<input placeholder={a ? 'Find' : undefined} />", ['Find']],
    ['in a page made by hand', "button.textContent = 'Edit'", ['Edit']],
    ['as an attribute set by hand', "a.setAttribute('aria-label', 'Edit')", ['Edit']],
    ['in a menu', "menus.create({ id: 'edit', title: 'Edit' })", ['Edit']],
    ['as a sentence anywhere', "const why = 'Could not reach it'", ['Could not reach it']],
  ])('%s', (_, code, words) => {
    expect(hardCoded(code)).toEqual(words);
  });
  it.each([
    "<p class=\"row help\" data-part='status'>{t('bar_save')} · {count}</p>",
    "<b aria-label={t('close')} title={name} />",
    "throw new TypeError('Not a field at all')",
  ])('and nothing is found in %s', code => {
    expect(hardCoded(code)).toEqual([]);
  });
});
