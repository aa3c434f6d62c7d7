/**
 * `npm run bench`: every figure of docs/performance.md beside its floor, measured in one run. `-- --quick` takes a third of the
 * rounds, `-- --only saving,sizes` some groups. Ends with 1 when a figure misses its target.
 */
import { parseArgs } from 'node:util';
import { build } from '../../scripts/shell';
import { type Figure, tableOf, writeFigures } from './figures';
import { memory } from './memory';
import { menu } from './menu';
import { opening, openingElsewhere } from './opening';
import { portalPages } from './portal-page';
import { saving } from './saving';
import { sizes } from './sizes';
import { renders, typing } from './typing';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' } },
});

/** Each group with the rounds of a full run. */
const groups: Record<string, [rounds: number, measure: (rounds: number) => Promise<Figure[]>]> = {
  opening: [30, opening],
  elsewhere: [12, openingElsewhere],
  typing: [40, typing],
  renders: [20, renders],
  saving: [15, saving],
  menu: [7, menu],
  page: [2, portalPages],
  sizes: [1, sizes],
  memory: [1, memory],
};

const wanted = values.only?.split(',') ?? Object.keys(groups);
const unknown = wanted.filter(name => !(name in groups));
if (unknown.length > 0) throw new Error(`No such group: ${unknown}. There are ${Object.keys(groups)}.`);

if (!process.env.BUILDS) {
  const { code, output } = await build();
  if (code !== 0) throw new Error(output);
}

const figures: Figure[] = [];
let broken = 0;
for (const name of wanted) {
  const [rounds, measure] = groups[name] as (typeof groups)[string];
  const began = Date.now();
  try {
    figures.push(
      ...(await measure(values.quick ? Math.min(rounds, Math.max(4, Math.ceil(rounds / 3))) : rounds)),
    );
  } catch (error) {
    broken += 1;
    console.error(`${name} could not be measured:`, error);
  }
  console.error(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
console.log(tableOf(figures));
writeFigures('.output/bench/bench.json', figures);
const missed = figures.filter(({ reached }) => reached === false);
console.log(`\n${figures.length} figures, ${missed.length} missed, ${broken} groups not measured`);
process.exitCode = missed.length + broken > 0 ? 1 : 0;
