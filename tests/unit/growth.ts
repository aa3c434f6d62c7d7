/** CPU time of this process, which other programs on the machine do not add to, for one run of `work`: the best of several. */
function costOf(work: () => unknown): number {
  const samples = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    let [runs, used] = [0, 0];
    // Enough runs for the clock to tell them from nothing.
    while (used < 5_000) {
      work();
      runs += 1;
      const { user, system } = process.cpuUsage(before);
      used = user + system;
    }
    return used / runs;
  });
  return Math.min(...samples);
}

/** How much more four times as much costs: 4 where the work is linear, 16 where it is quadratic. Its floor is measured in the same run. */
export function growth(work: (size: number) => unknown, size: number): number {
  work(size * 4);
  return costOf(() => work(size * 4)) / costOf(() => work(size));
}
