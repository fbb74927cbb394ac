import { CivilDate } from "@louyu/kernel"
import * as Look from "./Look.ts"
import type * as StationFacilities from "./StationFacilities.ts"
import * as Table from "./Table.ts"

type Facility = StationFacilities.Facility

const unknown = (look: Look.Look): string => look.paint("yellow", look.label("未知", "not known"))

const free = (look: Look.Look, left: Facility["quantity"] | null): string =>
  `${look.label("余", "free")} ${left === null ? unknown(look) : Look.counted(look, left)}`

const given = (look: Look.Look, allocated: number): string =>
  look.label(`已分配 ${allocated}`, `${allocated} given out`)

const nowLine = (look: Look.Look, { now }: Facility): ReadonlyArray<string> => {
  if (now === null) return []
  const whose =
    now.audiences.length === 0
      ? look.label("不对任何人开放", "for nobody")
      : now.audiences.map(({ names }) => look.text(names)).join(look.language === "en" ? ", " : "、")
  return [
    `    ${look.paint("cyan", look.label("此刻", "now"))} ${whose} · ${given(look, now.allocated)} · ${free(look, now.free)}`
  ]
}

const sharedRows = (look: Look.Look, { windows }: Facility): ReadonlyArray<ReadonlyArray<string>> =>
  (windows ?? []).map((one) => [
    `    ${one.open}-${one.close}`,
    look.text(one.audience.names),
    given(look, one.allocated),
    free(look, one.free)
  ])

const lastDay = (to: CivilDate.CivilDate): CivilDate.CivilDate => CivilDate.addDays(to, -1)

const allocationRows = (look: Look.Look, { allocations }: Facility): ReadonlyArray<ReadonlyArray<string>> =>
  (allocations ?? []).map((one) => [
    `    ${one.open}-${one.close}`,
    look.text(one.audience.names),
    `${one.spaces} → ${look.text(one.unit.name)}`,
    [
      look.paint("dim", `(${one.allocation})`),
      one.to === null ? "" : look.label(`至 ${lastDay(one.to)}`, `through ${lastDay(one.to)}`),
      one.now ? look.paint("cyan", look.label("此刻", "now")) : ""
    ]
      .filter((text) => text !== "")
      .join(" ")
  ])

const timesOf = (look: Look.Look, one: Facility): ReadonlyArray<string> => {
  if (!one.shared) return []
  if (one.windows === null) {
    return look.say("    工作日历未收录当日，分时安排未知。", "    When it is for whom is not known for that day.")
  }
  const rows = [...sharedRows(look, one), ...allocationRows(look, one)]
  return [
    ...(rows.length === 0 ? look.say("    当日不分时共用。", "    It is for nobody on that day.") : []),
    ...Table.lines(
      Array.from({ length: 4 }, () => ({ head: "" })),
      rows
    ),
    ...nowLine(look, one)
  ]
}

/** Facilities with how many they are; below those that are shared by time of day, when for whom, and what is left. */
export const lines = (look: Look.Look, facilities: ReadonlyArray<Facility>): ReadonlyArray<string> => {
  if (facilities.length === 0) return []
  const heads = Table.lines(
    Array.from({ length: 4 }, () => ({ head: "" })),
    facilities.map((one) => [
      `  ${look.text(one.facility.names)} ${look.paint("dim", `(${one.facility.id})`)}`,
      look.text(one.kind.names),
      Look.counted(look, one.quantity),
      look.text(one.place.name)
    ])
  )
  return [
    look.paint("bold", look.label("配套设施", "facilities")),
    ...facilities.flatMap((one, index) => [heads[index] ?? "", ...timesOf(look, one)])
  ]
}
