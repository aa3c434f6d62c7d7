import { describe, expect, it } from 'vitest';
import { read, repository, rowsOf } from './texts';

const files = repository();
const texts = files
  .filter(file => !/\.(png|ico|woff2?)$/.test(file))
  .map(file => [file, read(file)] as const);

/** What speaks of a machine, of how this was made, or of nobody's business. Written so that this file is not among its own findings. */
const unwanted: Record<string, RegExp> = {
  'a path of somebody’s machine': /(?<![\w.:/-])\/(?:work|home|root|Users)\/[\w.-]+/,
  'a registry': /https?:\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio|npmjs)[\w.-]*\/(?!package\/)/,
  'a note to oneself': /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/,
  'how it was made': /\b(?:Clau[d]e|Chat[G]PT|Co[p]ilot|LL[M]|langu[a]ge model|sub-?age[n]t|as an A[I])\b/i,
  'a merge that was not finished': /^(?:<{7}|>{7}|={7})(?: |$)/m,
};

describe('the repository', () => {
  it.each(Object.entries(unwanted))('has nowhere %s', (_, pattern) => {
    const found = texts.flatMap(([file, text]) => {
      const hit = pattern.exec(text);
      return hit ? [`${file}: ${hit[0]}`] : [];
    });
    expect(found).toEqual([]);
  });

  it('finds such a thing where it is', () => {
    expect(['see ', 'home', 'ada', 'x.ts'].join('/')).toMatch(unwanted['a path of somebody’s machine'] ?? '');
    expect(`https://${'registry'}.npmjs.org/x`).toMatch(unwanted['a registry'] ?? /^$/);
    expect(`// ${'TO'}DO later`).toMatch(unwanted['a note to oneself'] ?? /^$/);
  });

  it('keeps no file that a run leaves behind, and none larger than a picture needs', () => {
    expect(
      files.filter(file => /\.(log|zip|xpi|crx|pem|key|env)$|^\.output\/|^node_modules\//.test(file)),
    ).toEqual([]);
    const large = texts.filter(([file, text]) => text.length > 200_000 && file !== 'package-lock.json');
    expect(large.map(([file]) => file)).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('has a row for every folder that the architecture test has a rule for', () => {
    const rows = rowsOf(read('CONTRIBUTING.md')).map(([first = '']) => first);
    const rules = [...read('tests/unit/architecture.test.ts').matchAll(/inside\(file, '([\w./]+)'\)/g)].map(
      ([, folder = '']) => folder,
    );
    const missing = [...new Set(rules)].filter(
      folder =>
        !['locales', 'entrypoints'].includes(folder) &&
        !rows.some(row => row.includes(`\`${folder}\``) || row.includes(`\`${folder.split('/')[0]}\``)),
    );
    expect(missing).toEqual([]);
  });
});
