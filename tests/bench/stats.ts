/** The value below which the given part (0 to 1) of the samples lies, interpolated. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95);
/** The interquartile range. */
export const spread = (samples: readonly number[]): number =>
  quantile(samples, 0.75) - quantile(samples, 0.25);

/** The median of the differences to a floor, round by round: what both share in a round falls out. */
export const over = (samples: readonly number[], floor: readonly number[]): number =>
  median(samples.map((sample, at) => sample - (floor[at] ?? Number.NaN)));
