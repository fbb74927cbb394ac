import { Money } from "@louyu/kernel"
import type * as BodyBook from "./BodyBook.ts"
import * as Look from "./Look.ts"
import type { MeetingFile } from "./MeetingFile.ts"
import * as Naming from "./Naming.ts"
import * as Table from "./Table.ts"

type Labels<Word extends string> = Readonly<Record<Word, readonly [zh: string, en: string]>>

const sorts: Labels<MeetingFile["sort"]> = { regular: ["例会", "regular"], extraordinary: ["专题", "extraordinary"] }
const standings: Labels<BodyBook.Task["standing"]> = {
  offered: ["待领办", "to be claimed"],
  assigned: ["已交办", "assigned"],
  accepted: ["办理中", "accepted"],
  fulfilled: ["已完成", "done"]
}
const outcomes: Labels<"agreed" | "rejected" | "deferred"> = {
  agreed: ["同意", "agreed"],
  rejected: ["不同意", "rejected"],
  deferred: ["暂缓", "put off"]
}

const heldText = (look: Look.Look, quorum: typeof BodyBook.Quorum.Type | null): string => {
  if (quorum === null) return look.paint("yellow", look.label("未召开", "not held"))
  const { present, members, needed, reached } = quorum
  const text = look.label(
    `到会 ${present}/${members}，须到 ${needed}`,
    `${present} of ${members} came, ${needed} needed`
  )
  return reached ? text : look.paint("red", text)
}

/** A task on a line: what, who leads, and by when. */
export const task = (look: Look.Look, one: BodyBook.Task): string => {
  const name = one.names === null ? look.label("（不公开）", "(private)") : look.text(one.names)
  const lead = one.lead === null ? look.paint("yellow", "—") : look.text(one.lead.name)
  const due =
    one.due === null
      ? ""
      : ` · ${one.overdue ? look.paint("red", `${one.due} ${look.label("逾期", "overdue")}`) : one.due}`
  const steps = one.reached.length + one.ahead.length
  const far = steps === 0 ? "" : ` · ${one.reached.length}/${steps}`
  const helpers =
    one.assisting.length === 0 ? "" : ` + ${one.assisting.map(({ name: who }) => look.text(who)).join(", ")}`
  return `${one.id} ${name} · ${look.label("领办", "lead")} ${lead}${helpers} · ${look.label(...standings[one.standing])}${far}${due}`
}

const gaps = (look: Look.Look, one: BodyBook.Body): ReadonlyArray<string> => [
  ...(one.missing.length === 0
    ? []
    : [
        `${look.label("缺席位", "seats missing")}: ${one.missing.map(({ party, seated, wanted }) => `${look.text(party.names)} ${seated}/${wanted}`).join(" · ")}`
      ]),
  ...(one.monthsWithout.length === 0
    ? []
    : [
        `${look.label("未开例会的月份", "months without a meeting")} ${one.monthsWithout.length}: ${one.monthsWithout.join(" ")}`
      ]),
  ...(one.undispatched.length === 0
    ? []
    : [`${look.label("议定未交办", "agreed and given to nobody")}: ${one.undispatched.join(" ")}`]),
  ...(one.waiting.length === 0
    ? []
    : [`${look.label("待上会案件", "cases that wait for it")}: ${one.waiting.join(" ")}`])
]

/** A body: who chairs it, what is missing, its meetings, and what is open. */
export const body = (look: Look.Look, one: BodyBook.Body): ReadonlyArray<string> => {
  const { names, id, kind, place, chair, members, meetings, open } = one
  const head = `${look.paint("bold", look.text(names))} ${look.paint("dim", `(${id})`)} ${look.text(kind.names)} · ${Naming.line(look, place)} · ${look.label(`成员 ${members} 家`, Look.many(members, "member"))}`
  const chairs = chair === null ? "" : ` · ${look.label("主持", "chair")} ${look.text(chair.unit.name)}`
  return [
    `${head}${chairs}`,
    ...gaps(look, one).map((line) => look.paint("yellow", line)),
    ...Table.lines(
      [{ head: "" }, { head: "" }, { head: "" }, { head: "" }, { head: "" }],
      meetings.map(({ id: meeting, date, sort, items, quorum }) => [
        `  ${meeting}`,
        date,
        look.label(...sorts[sort]),
        look.label(`议题 ${items}`, Look.many(items, "matter")),
        heldText(look, quorum)
      ])
    ),
    ...open.map((given) => `  ${task(look, given)}`)
  ]
}

const gift = (
  look: Look.Look,
  { by, kind, amount }: MeetingFile["points"][number]["proposals"][number]["contributions"][number]
): string => {
  const what =
    kind === "money"
      ? look.label(Money.format(Money.fen(amount), "zh"), Money.format(Money.fen(amount), "en"))
      : kind === "space"
        ? look.label(`场地 ${amount} 处`, Look.many(amount, "place"))
        : look.label(`人员 ${amount} 人`, `${amount} ${amount === 1 ? "person" : "people"}`)
  return `      + ${look.text(by.name)}: ${what}`
}

const point = (look: Look.Look, one: MeetingFile["points"][number], n: number): ReadonlyArray<string> => {
  const { item, withheld, case: id, title, by, proposals, decision, tasks } = one
  const text = withheld ? look.label("（不公开）", "(private)") : title === null ? "" : look.text({ zh: title })
  const who = by === null ? "" : ` ← ${look.text(by.name)}`
  const about = [item, ...(id === null ? [] : [`${look.label("案件", "case")} ${id}`])].join(" · ")
  return [
    `${`${n + 1}.`.padStart(3)} ${text} ${look.paint("dim", `(${about})`)}${who}`,
    ...proposals.flatMap(({ id: proposal, by: whose, text: what, contributions }) => [
      `    ${look.label("提案", "proposal")} ${proposal} ${look.text(whose.name)}: ${look.text({ zh: what })}`,
      ...contributions.map((given) => gift(look, given))
    ]),
    ...(decision === null
      ? []
      : [
          `    ${look.label("决定", "decision")} ${look.paint("bold", look.label(...outcomes[decision.outcome]))}${decision.proposal === null ? "" : ` (${decision.proposal})`} ${look.paint("dim", decision.on)}`
        ]),
    ...tasks.map((given) => `    ${task(look, given)}`)
  ]
}

/** A meeting: who came, what was on its agenda, what was decided and handed out. */
export const meeting = (look: Look.Look, one: MeetingFile): ReadonlyArray<string> => {
  const { body: of, id, date, sort, called, chair, present, absent, quorum, points, adjourned } = one
  const names = (all: MeetingFile["present"]) => all.map(({ unit }) => look.text(unit.name)).join(" · ")
  const rows = [
    [look.label("主持", "chair"), chair === null ? "—" : look.text(chair.unit.name)],
    ...(called === null
      ? []
      : [
          [
            look.label("召集事由", "called because"),
            `${look.text({ zh: called.matter })} (${look.text(called.by.name)})`
          ]
        ]),
    [look.label("到会", "present"), names(present) || "—"],
    [look.label("缺席", "absent"), names(absent) || "—"],
    [look.label("人数", "quorum"), heldText(look, quorum)],
    ...(adjourned === null ? [] : [[look.label("闭会", "ended"), adjourned]])
  ]
  return [
    `${look.paint("bold", look.text(of.names))} ${id} ${look.paint("dim", date)} ${look.label(...sorts[sort])}`,
    ...Table.lines([{ head: "" }, { head: "" }], rows),
    "",
    ...points.flatMap((matter, n) => point(look, matter, n))
  ]
}
