import { afterAll, describe, expect, test } from 'vitest';
import { faults } from '../engine/faults';
import { createReport } from '../engine/table';
import { isSoak } from '../threats/report';
import { engineOnly } from './faults/engine-only';
import { useFaults } from './faults/use-faults';
import { browserName } from './stage';

describe(`the faults in ${browserName}`, () => {
  const report = createReport(browserName, faults, engineOnly);
  const { run } = useFaults();

  for (const row of faults.filter(({ id }) => !engineOnly[id]))
    for (const way of isSoak ? row.ways : row.ways.slice(0, 1))
      test(`${row.id} ${row.fault}: ${way.way}`, () => report.watch(row.id, way.way, () => run(row, way)));

  test('at most ten are for the engine alone', () => {
    expect(Object.keys(engineOnly).length).toBeLessThanOrEqual(10);
  });

  afterAll(() => console.log(report.table()));
});
