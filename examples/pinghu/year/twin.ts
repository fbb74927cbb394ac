import type { Chance } from "./Chance.ts"
import { type Opening, type Said, Script } from "./Script.ts"
import { moment, momentOn, workdays } from "./WorkTime.ts"

const nine = 9 * 60

/** The day after a case is begun, if the case is still being done all of that day. */
const dayWithin = (said: ReadonlyArray<Said>): number | undefined => {
  const start = said.find(({ _tag }) => _tag === "StartCase")?.at ?? 0
  const done = said.find(({ _tag }) => _tag === "ResolveCase" || _tag === "SuspendCase")?.at ?? 0
  const day = workdays.findIndex((date) => momentOn(date, 0) > start)
  const after = workdays[day + 1]
  return day < 0 || after === undefined || momentOn(after, 0) > done ? undefined : day
}

/**
 * Somebody else raises the same while a case is being done: it becomes part of the case there is, which from then on knows
 * whom else to tell. Shape: nothing where the case was done too soon for that.
 */
export const twin = (
  chance: Chance,
  { id: into, place, sort }: Opening,
  said: ReadonlyArray<Said>,
  id: string
): ReadonlyArray<Said> => {
  const day = dayWithin(said)
  if (day === undefined) return []
  const script = new Script(chance, { id, place, sort, raised: { day, minute: nine + chance.whole(0, 360) } })
  const raiser = script.raise()
  script.pass(5, 40)
  script.say("AcceptCase")
  script.pass(5, 60)
  script.say("MergeCase", { into })
  const absorb = { _tag: "AbsorbCase", case: into, absorbed: id, raisers: [raiser], at: moment(script.now) }
  return [...script.said, absorb]
}
