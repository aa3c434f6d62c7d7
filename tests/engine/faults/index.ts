import { edges } from './edges';
import { identity } from './identity';
import { lifeCycle } from './life';
import { payloads } from './payloads';
import { reaching } from './reaching';
import type { Row } from './row';
import { statuses } from './statuses';

export type { Row, Stage, Way } from './row';

/** The fault matrix as data: what goes wrong, how it is brought about, and what a member and the portal then see. */
export const faults: readonly Row[] = [
  ...reaching,
  ...statuses,
  ...payloads,
  ...lifeCycle,
  ...identity,
  ...edges,
];
