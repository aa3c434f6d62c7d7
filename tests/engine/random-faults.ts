import fc from 'fast-check';
import type { FieldName } from '../../utils/profile/fields';
import { faults, type Row, type Way } from './faults';

const names =
  'NickName Position CompanyName CityName State BillingName BillingCityName ProfileSummary Skype MobilePhone TaxIDNumber';
const typed = fc
  .subarray(names.split(' ') as FieldName[], { minLength: 2 })
  .chain(all => fc.record(Object.fromEntries(all.map(name => [name, fc.nat().map(n => `New ${n}`)]))));

/** The ways that may befall any save, whatever is in it: those of the rows that are no course or promise of their own. */
export const anyWays = (isSpecial: (id: string) => unknown): { row: Row; way: Way }[] =>
  faults
    .filter(({ id }) => !isSpecial(id))
    .flatMap(row => row.ways.filter(({ typed, hopeless }) => !typed && !hopeless).map(way => ({ row, way })));

/** Such a way, befalling a save of some fields. */
export const randomFault = (ways: readonly { row: Row; way: Way }[]) =>
  fc
    .tuple(fc.constantFrom(...ways), typed)
    .map(([{ row, way }, edits]) => ({ row, way: { ...way, typed: edits } satisfies Way }));
