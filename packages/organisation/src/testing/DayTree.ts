import type { Line } from "../Structure.ts"
import * as Day from "./Day.ts"

// The questions of a view, answered by walking over the facts of a day: the oracle for everything compiled.

/** The units above, the nearest first. On a circle, it stops before it comes round again. */
export const ancestors = (day: Day.Day, line: Line, unit: string): ReadonlyArray<string> => {
  const above: Array<string> = []
  for (
    let at = Day.superior(day, line, unit);
    at !== undefined && !above.includes(at);
    at = Day.superior(day, line, at)
  ) {
    above.push(at)
  }
  return above
}

/** The units directly below, in the order of their names. */
export const children = (day: Day.Day, line: Line, unit: string): ReadonlyArray<string> =>
  Day.to(day, line, unit)
    .map((fact) => fact.subject)
    .sort()

/** The units below at any distance, in the order of their names. */
export const descendants = (day: Day.Day, line: Line, unit: string): ReadonlyArray<string> =>
  Day.living(day)
    .filter((one) => one !== unit && ancestors(day, line, one).includes(unit))
    .sort()

/** The lowest unit that is, or stands above, both. */
export const commonSuperior = (day: Day.Day, line: Line, one: string, other: string): string | undefined => {
  if (!Day.isAlive(day, one) || !Day.isAlive(day, other)) return undefined
  const around = [other, ...ancestors(day, line, other)]
  return [one, ...ancestors(day, line, one)].find((unit) => around.includes(unit))
}
