import { Count } from "@louyu/kernel"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as StaffKnown from "./StaffKnown.ts"
import type * as StationGaps from "./StationGaps.ts"
import * as Table from "./Table.ts"

// At least nobody is what is said of staff that is not known at all.
const said = (one: Count.Count): { readonly zh: string; readonly en: string } =>
  one.value === 0 && !Count.isExact(one)
    ? { zh: "未知", en: "not known" }
    : { zh: Count.format(one, "zh"), en: Count.format(one, "en") }

const cells = (look: Look.Look, one: StationGaps.Building): ReadonlyArray<string> => [
  `  ${Naming.line(look, one.place)}`,
  one.cluster === null ? "" : look.text(one.cluster.name),
  one.staff === null
    ? look.paint("yellow", look.label("未知", "not known"))
    : look.label(said(one.staff).zh, said(one.staff).en),
  look.paint("dim", StaffKnown.line(look, one))
]

const more = (look: Look.Look, left: number): ReadonlyArray<string> =>
  left <= 0
    ? []
    : look.say(`  另有 ${left} 栋未列出（--limit）。`, `  ${Look.many(left, "more building")} not listed (--limit).`)

/** Where staff is and no station, in numbers and building by building. */
export const lines = (look: Look.Look, gaps: StationGaps.Gaps): ReadonlyArray<string> => {
  const { atLeast, buildings, covered, staff, staffCovered, found, uncovered, unsureFound, unsure, small } = gaps
  if (buildings === 0) return look.say("此处没有楼宇。", "There is no building there.")
  const rows = Table.lines(
    [{ head: "" }, { head: "" }, { head: "", align: "right" }, { head: "" }],
    [...uncovered, ...unsure].map((one) => cells(look, one))
  )
  const without = look.label(
    `无站点可及、职工不少于 ${atLeast} 人：${found}`,
    `no station in reach and ${atLeast} staff or more: ${found}`
  )
  const perhaps = look.label(
    `无站点可及、不知是否有 ${atLeast} 人：${unsureFound}`,
    `no station in reach, not known whether there are ${atLeast}: ${unsureFound}`
  )
  return [
    look.label(
      `楼宇 ${buildings} · 有站点可及 ${covered} · 无站点可及 ${buildings - covered}，其中职工不足 ${atLeast} 人的 ${small}`,
      `buildings ${buildings} · with a station in reach ${covered} · without ${buildings - covered}, ${small} of them with fewer than ${atLeast} staff`
    ),
    look.label(
      `职工 ${said(staff).zh} · 其中有站点可及 ${said(staffCovered).zh}`,
      `staff ${said(staff).en} · of them with a station in reach ${said(staffCovered).en}`
    ),
    "",
    ...(found === 0
      ? look
          .say(
            `没有职工不少于 ${atLeast} 人而无站点可及的楼宇。`,
            `No building is known to have ${atLeast} staff or more and no station in reach.`
          )
          .map((text) => look.paint("green", text))
      : [look.paint("bold", without), ...rows.slice(0, uncovered.length), ...more(look, found - uncovered.length)]),
    ...(unsureFound === 0
      ? []
      : [look.paint("bold", perhaps), ...rows.slice(uncovered.length), ...more(look, unsureFound - unsure.length)])
  ]
}
