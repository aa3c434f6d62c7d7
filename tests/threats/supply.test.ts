import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { browserName } from '../e2e/stage';
import { threat } from './report';
import { faultsInLockfile, faultsInRelease, faultsInWorkflow } from './workflows';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

/** What somebody would change in the release workflow, and what must be said of it. */
const attacks: readonly [from: RegExp, to: string][] = [
  [/actions\/checkout@[0-9a-f]{40} # v[\d.]+/, 'actions/checkout@v7'],
  [/actions\/attest-build-provenance@[0-9a-f]{40}/, 'somebody/attest-build-provenance@main'],
  [/node:20-bookworm@sha256:\w+/, 'node:20-bookworm'],
  [/ {8}with:\n {10}persist-credentials: false\n(?= {6}- run: npm ci)/, ''],
  [/persist-credentials: false/, 'persist-credentials: true'],
  [/^permissions:\n {2}contents: read/m, 'permissions: write-all'],
  [/^on:\n/m, 'on:\n  pull_request_target:\n'],
  [/run: npm audit/, `run: echo "\${{ github.event.head_commit.message }}"`],
  [/ {6}- name: The tagged commit is on main\n.+\n/, ''],
  [/^ {2}repack:[\s\S]+?(?=^ {2}# Keeps)/m, ''],
  [/ {6}- run: npm run zip\n {6}- uses: actions\/download/, '      - uses: actions/download'],
  [/ +diff --recursive clean tested\n/, ''],
  [/needs: \[pack, repack\]/, 'needs: [pack]'],
  [/ {4}environment: release\n/, ''],
  [/ {6}- name: Where the packages come from is attested\n(?:.+\n){3}/, ''],
  [/(?<=subject-path: packages\/\*\.zip\n)/, '      - run: npm ci\n'],
  [/(?<=^ {2}pack:\n)/m, '    permissions:\n      contents: write\n'],
];

describe(`what a release is made of, beside ${browserName}`, () => {
  threat('T66', 'nothing gets between the sources and a package', async () => {
    const release = read('.github/workflows/release.yml');
    const faultsIn = (workflow: string) => [...faultsInWorkflow(workflow), ...faultsInRelease(workflow)];
    expect(faultsIn(release)).toEqual([]);
    const seen = attacks.map(([from, to]) => {
      const changed = release.replace(from, to);
      expect(changed, String(from)).not.toBe(release);
      expect(faultsIn(changed), String(from)).not.toEqual([]);
      return changed;
    });
    expect(new Set(seen).size).toBe(attacks.length);

    const lockfile = JSON.parse(read('package-lock.json'));
    expect(faultsInLockfile(lockfile)).toEqual([]);
    const swapped = { packages: { 'node_modules/a': {}, 'node_modules/b': { integrity: 'sha1-abc=' } } };
    expect(faultsInLockfile(swapped)).toHaveLength(2);
    const elsewhere = { packages: { 'node_modules/a': { resolved: 'https://evil.example/a.tgz' } } };
    expect(faultsInLockfile(elsewhere)).toHaveLength(1);
    const packages = Object.keys(lockfile.packages).length - 1;
    return [
      `${attacks.length} changes of the workflow, ${packages} packages of the lockfile`,
      'all seen, 0 without a hash',
    ];
  });
});
