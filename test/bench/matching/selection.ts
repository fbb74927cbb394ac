import { clock, compare, median, type Rounds, ratio } from "../tree/measure.ts"
import { digits, row, times } from "../tree/report.ts"
import { load } from "./highs.ts"
import { programme } from "./projects.ts"
import * as selectors from "./selectors.ts"

/** Row 10 of the benchmark: the projects that together reach most. */
export const head: ReadonlyArray<string> = [
  row(
    "choose the projects that reach most",
    "people",
    "branches allowed",
    "ours, ms",
    "gap proved",
    "HiGHS, ms",
    "HiGHS / ours",
    "lazy greedy, ms",
    "greedy below ours"
  ),
  row("---", ...Array.from({ length: 8 }, () => "---:"))
]

interface Size {
  readonly projects: number
  readonly people: number
  readonly choose: number
  readonly effort: number
  /** Whether HiGHS ends within seconds. */
  readonly isSmall: boolean
}

export const sizes: ReadonlyArray<Size> = [
  { projects: 100, people: 1_000, choose: 10, effort: 2_000, isSmall: true },
  { projects: 300, people: 5_000, choose: 20, effort: 2_000, isSmall: true },
  { projects: 305, people: 20_000, choose: 55, effort: 2_000, isSmall: true },
  { projects: 1_000, people: 20_000, choose: 40, effort: 1, isSmall: false },
  { projects: 1_000, people: 20_000, choose: 40, effort: 100, isSmall: false },
  { projects: 5_000, people: 100_000, choose: 80, effort: 1, isSmall: false }
]

const most = { rounds: 3, seconds: 10 }
const millis = (rounds: Rounds | undefined): number => median(rounds ?? []) / 1000

export const lines = async (chosen = sizes): Promise<ReadonlyArray<string>> => {
  const highs = await load()
  return chosen.map(({ projects, people, choose, effort, isSmall }) => {
    process.stderr.write(`selection: ${projects} projects, ${effort} branches\n`)
    const input = programme(projects, people, choose)
    const { value, gap } = selectors.ours(input, effort)
    const measured = compare(
      1,
      [
        { name: "ours", run: () => selectors.ours(input, effort).value },
        ...(isSmall ? [{ name: "HiGHS", run: () => selectors.program(highs, input) }] : [])
      ],
      most
    )
    const ours = measured.get("ours") ?? []
    const [reached, greedy] = clock(() => selectors.greedy(input))
    return row(
      `${choose} of ${projects}`,
      people.toLocaleString("en"),
      effort.toLocaleString("en"),
      digits(millis(ours)),
      gap === 0 ? "optimal" : `${(100 * gap).toFixed(2)} %`,
      digits(millis(measured.get("HiGHS"))),
      times(ratio(measured.get("HiGHS") ?? [], ours)),
      digits(greedy),
      `${((100 * (value - reached)) / value).toFixed(2)} %`
    )
  })
}
