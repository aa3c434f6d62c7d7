import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { blocksOf, type Command, namedIn, read, repository, root } from './texts';

const files = repository();
const documents = files.filter(file => file.endsWith('.md') && !file.startsWith('tests/'));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Options of the packages' own programs that the documents use. */
const known = ['-t', '-b', '--mv3'];

/** What is wrong with a command, '' when nothing is. */
function wrong({ line }: Command): string {
  const [program, ...words] = line.replace(/^(?:[A-Z]+=\S+ )+/, '').split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (program === 'npx') return files.includes('package.json') && words.length > 0 ? '' : 'npx of nothing';
  if (program !== 'npm') return `nobody knows ${program}`;
  const [verb = '', ...rest] = words;
  if (['ci', 'audit', 'install'].includes(verb)) return '';
  const name = verb === 'test' ? 'test' : verb === 'run' ? (rest.shift() ?? '') : '';
  const script = scripts[name];
  if (!script) return `there is no script “${name}”`;
  if (rest.length === 0) return '';
  if (rest.shift() !== '--') return 'what is meant for the script comes after --';
  const sources = [...script.matchAll(/\S+\.ts\b/g)].map(([file]) => read(file)).join('\n');
  const unknown = rest.filter((word, at) => {
    if (rest[at - 1] === '-t' || rest[at - 1] === '-b' || rest[at - 1] === '--browser') return false;
    // An option's number.
    if (/^\d+$/.test(word) && rest[at - 1]?.startsWith('--')) return false;
    if (word.startsWith('-')) return !known.includes(word) && !declared(sources, word.replace(/^--/, ''));
    return !['chromium', 'firefox'].includes(word) && !files.some(file => file.includes(word));
  });
  return unknown.length > 0 ? `the script does not know ${unknown.join(' ')}` : '';
}

const declared = (source: string, option: string) =>
  new RegExp(`(?:^|[\\s{,])'?${option}'?: \\{ type:`).test(source);

describe.each(documents)('%s', document => {
  it('prints commands that there are, with options that they take', () => {
    const commands = [...blocksOf(document), ...namedIn(document)].filter(({ line }) => !/<|…/.test(line));
    expect(commands.map(command => [command.line, wrong(command)])).toEqual(
      commands.map(({ line }) => [line, '']),
    );
  });

  it('links to files and headings that are there', () => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
      .map(([, link, source]) => link ?? source ?? '')
      .filter(link => !/^https?:/.test(link));
    expect(links.filter(link => !isThere(document, link))).toEqual([]);
  });
});

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function isThere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path ? normalize(join(dirname(document), path)) : document;
  if (!existsSync(join(root, target))) return false;
  if (!anchor) return true;
  return [...read(target).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);
}

describe('the reading of commands', () => {
  it.each([
    ['npm run nothing', 'there is no script “nothing”'],
    ['npm run demo --headless', 'what is meant for the script comes after --'],
    ['npm run demo -- --fast', 'the script does not know --fast'],
    ['npm run test:e2e -- firefox no-such-file', 'the script does not know no-such-file'],
    ['make', 'nobody knows make'],
    ['npm run demo -- --browser firefox', ''],
    ['HEADED=1 npm run test:e2e -- chromium main-job -t "personal"', ''],
  ])('%s: %s', (line, says) => {
    expect(wrong({ document: '', line })).toBe(says);
  });
});

test('every script runs files that there are', () => {
  const run = Object.values(scripts).flatMap(script => script.match(/\S+\.m?ts\b|\S+\.mjs\b/g) ?? []);
  expect(run.filter(file => !existsSync(join(root, file)))).toEqual([]);
});

test('the changelog begins with this version', () => {
  const { version } = JSON.parse(read('package.json'));
  expect(/^## (.+)$/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
});

test('the workflows run what .ci/run runs and look for known holes, with no secret', () => {
  const check = read('.github/workflows/check.yml');
  expect(check).toContain('run: .ci/run');
  expect(check).toContain('run: npm audit');
  for (const file of files.filter(file => file.startsWith('.github/workflows/'))) {
    expect([file, read(file).match(/secrets\.\w+/)?.[0]]).toEqual([file, undefined]);
    const commands = [...read(file).matchAll(/run: ((?:npm|npx) .+)$/gm)].map(([, line = '']) => line);
    expect(commands.map(line => [line, wrong({ document: file, line })])).toEqual(
      commands.map(line => [line, '']),
    );
  }
});
