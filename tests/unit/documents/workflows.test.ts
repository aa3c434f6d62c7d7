import { describe, expect, it, test } from 'vitest';
import { faultsInLockfile, faultsInRelease, faultsInWorkflow } from '../../threats/workflows';
import { read, repository } from './texts';

const workflows = repository().filter(file => file.startsWith('.github/workflows/'));

describe('the workflows', () => {
  it('are these two', () => {
    expect(workflows).toEqual(['.github/workflows/check.yml', '.github/workflows/release.yml']);
  });
  it.each(workflows)('%s lets nobody else in', file => {
    expect(faultsInWorkflow(read(file))).toEqual([]);
  });
  it('release what main holds, packed twice, compared and attested', () => {
    expect(faultsInRelease(read('.github/workflows/release.yml'))).toEqual([]);
  });
});

test('the lockfile has the hash of every package', () => {
  const lockfile = JSON.parse(read('package-lock.json'));
  expect(Object.keys(lockfile.packages).length).toBeGreaterThan(500);
  expect(faultsInLockfile(lockfile)).toEqual([]);
});
