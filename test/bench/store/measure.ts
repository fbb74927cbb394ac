/** One way of doing the work. Gives the seconds the work itself took, without preparing and checking. */
export interface Way {
  readonly name: string
  readonly run: () => Promise<{ readonly seconds: number; readonly checksum: number }>
}

/** Operations a second of every way, in every round. */
export type Measured = ReadonlyMap<string, ReadonlyArray<number>>

const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The median of the rounds. */
export const median = (measured: Measured, name: string): number => middle(measured.get(name) ?? [])

/** How many times as fast the first way is, as the median of the rounds' ratios: both had the same machine then. */
export const ratio = (measured: Measured, a: string, b: string): number =>
  middle((measured.get(a) ?? []).map((value, round) => value / (measured.get(b)?.[round] ?? Number.NaN)))

/**
 * Does the same work in several ways, one after the other in every round, and stops when they disagree. A first round,
 * in which the engine compiles, does not count.
 */
export const compare = async (operations: number, rounds: number, ways: ReadonlyArray<Way>): Promise<Measured> => {
  const measured = new Map<string, Array<number>>(ways.map(({ name }) => [name, []]))
  const checksums = new Set<number>()
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of ways) {
      const { seconds, checksum } = await run()
      if (round > 0) measured.get(name)?.push(operations / seconds)
      checksums.add(checksum)
      if (checksums.size > 1) throw new Error(`${name} did not do the same work as the others`)
    }
  }
  return measured
}

/** Gives the seconds since it was made. */
export type Stopwatch = () => number

/** Time as people feel it: for work that waits for the disk. */
export const wall = (): Stopwatch => {
  const begin = performance.now()
  return () => (performance.now() - begin) / 1_000
}

/** Time this thread was busy: for work that waits for nothing, so that other programs on the machine do not count. */
export const busy = (): Stopwatch => {
  const begin = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(begin)
    return (user + system) / 1_000_000
  }
}

/** A table line: what, how much of it, then every way's rate a second and what it comes to. */
export const line = (...cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

/** A rate as people read it: `5.1 k`, `1.32 M`. */
export const rate = (perSecond: number): string =>
  perSecond >= 999_500
    ? `${(perSecond / 1_000_000).toFixed(2)} M`
    : `${(perSecond / 1_000).toFixed(perSecond >= 100_000 ? 0 : 1)} k`
