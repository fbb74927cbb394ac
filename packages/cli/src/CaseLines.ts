import type * as CaseBook from "./CaseBook.ts"
import type { CaseFile } from "./CaseFile.ts"
import * as CaseRow from "./CaseRow.ts"
import * as Display from "./Display.ts"
import * as Lasted from "./Lasted.ts"
import type * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import * as Posts from "./Posts.ts"
import * as Table from "./Table.ts"

const plain = [{ head: "" }, { head: "" }]

const partyText = (look: Look.Look, { unit, person }: CaseBook.Party): string =>
  [...(unit === null ? [] : [look.text(unit.name)]), ...(person === null ? [] : [person])].join(" ")

type Labels<Word extends string> = Readonly<Record<Word, readonly [zh: string, en: string]>>

const scopes: Labels<"individual" | "common"> = { individual: ["个性", "of one"], common: ["共性", "of many"] }
const difficulties: Labels<"ordinary" | "difficult"> = {
  ordinary: ["一般", "ordinary"],
  difficult: ["疑难", "difficult"]
}

/** What a case is about. */
export const matter = (look: Look.Look, { case: row, matter }: CaseFile): ReadonlyArray<string> => {
  if (matter === null) return []
  const { text, by, behalfOf, channel, reference, scope, difficulty, route, handler, mergedInto, absorbed } = matter
  const sort = [
    row.category === null ? look.label("未归类", "no category") : look.text(row.category.names),
    ...(scope === null ? [] : [look.label(...scopes[scope])]),
    ...(difficulty === null ? [] : [look.label(...difficulties[difficulty])]),
    ...(route === null ? [] : [`→ ${look.text(route.names)}`])
  ].join(" · ")
  const raiser = behalfOf === null ? partyText(look, by) : `${partyText(look, behalfOf)} ← ${partyText(look, by)}`
  const rows = [
    ...(text === null ? [] : [[look.label("内容", "more"), look.text({ zh: text })]]),
    [
      look.label("提出", "raised by"),
      `${raiser} · ${look.text(channel.names)}${reference === null ? "" : ` · ${reference}`}`
    ],
    ...(row.place === null ? [] : [[look.label("地点", "place"), Naming.line(look, row.place)]]),
    [look.label("类别", "category"), sort],
    ...(handler === null ? [] : [[look.label("承办", "done by"), Naming.line(look, handler)]]),
    ...(mergedInto === null ? [] : [[look.label("并入", "part of"), mergedInto]]),
    ...(absorbed.length === 0 ? [] : [[look.label("已并入本案", "took in"), absorbed.join(" ")]])
  ]
  return Table.lines(plain, rows)
}

/** The tasks of a case. */
export const task = (look: Look.Look, { matter }: CaseFile): ReadonlyArray<string> =>
  (matter?.tasks ?? []).map(
    ({ id, department, what, lead, finished }) =>
      `  ${id} ${Naming.line(look, department)}${lead ? ` ${look.label("牵头", "leads")}` : ""}: ${look.text({ zh: what })} ${look.paint("dim", finished === null ? look.label("未完成", "open") : Moment.brief(finished))}`
  )

const hows: Labels<CaseFile["steps"][number]["how"]> = {
  raised: ["提出", "raised"],
  moved: ["推进", "moved"],
  escalated: ["上报", "went up"],
  rerouted: ["改交", "rerouted"],
  reopened: ["重新办理", "taken up again"]
}

/** The stages and levels a case was at. */
export const step = (look: Look.Look, { steps }: CaseFile): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("环节", "stage") },
      { head: look.label("层级", "level") },
      { head: look.label("自", "since") },
      { head: look.label("历时", "for"), align: "right" },
      { head: "" }
    ],
    steps.map(({ stage, level, how, from, minutes }) => [
      look.text(stage.names),
      look.text(level.names),
      Moment.brief(from),
      Lasted.text(look, minutes),
      look.paint("dim", look.label(...hows[how]))
    ]),
    (text) => look.paint("dim", text)
  )

/** When a case is due, and by which calendar. */
export const due = (look: Look.Look, { due, obstacle }: CaseFile): ReadonlyArray<string> => {
  const parts = [
    [look.label("本环节到期", "stage due"), due?.stage ?? null],
    [look.label("全程到期", "whole due"), due?.whole ?? null]
  ] as const
  const terms = parts.flatMap(([label, term]) =>
    term === null
      ? []
      : [
          [
            label,
            Moment.brief(term.by),
            [
              ...(term.within === null ? [] : [look.text(term.within)]),
              ...(term.warn === null ? [] : [`${look.label("预警", "nearly late from")} ${Moment.brief(term.warn)}`])
            ].join(" · ")
          ]
        ]
  )
  const kept = due?.kept === true ? look.label("已记录", "recorded") : look.label("尚未记录", "not recorded yet")
  return [
    ...Table.lines([...plain, { head: "" }], terms),
    ...(due === null ? [] : [look.paint("dim", `${look.label("日历", "calendar")} ${due.calendar} · ${kept}`)]),
    ...(obstacle === null ? [] : look.say(obstacle.zh, obstacle.en).map((line) => look.paint("yellow", line)))
  ]
}

/** Who answers for a case, and why. */
export const whose = (look: Look.Look, { whose: found }: CaseFile): ReadonlyArray<string> => {
  if (found === null) return []
  const { post, answers, steps, by, level } = found
  const at = post === null ? look.text(level.names) : Posts.line(look, post)
  const who =
    answers.length === 0 ? look.paint("red", look.label("无人", "nobody")) : look.paint("green", answers.join(" "))
  return [
    `${look.paint("bold", look.label("办理人", "who answers"))}: ${who} · ${at}`,
    ...(by === "ladder"
      ? look.say("已上报出楼，由相应层级办理。", "It left the building; whoever answers at that level does.")
      : steps.flatMap(({ text }, i) =>
          look
            .say(text.zh, text.en)
            .map((line, j) => `${j === 0 ? `${i + 1}.`.padStart(3) : "   "} ${Display.plain(line)}`)
        ))
  ]
}

/** What may be done with a case now. */
export const next = (look: Look.Look, { next }: CaseFile): ReadonlyArray<string> => {
  const heading = look.paint("bold", look.label("现在可以", "what may be done now"))
  if (next.length === 0) return [`${heading}: —`]
  return [
    heading,
    ...next.map(({ text, to, missing, reasons }) => {
      const parts = [
        ...(to === null ? [] : [`→ ${look.text(to.names)}`]),
        ...(missing.length === 0
          ? []
          : [look.paint("yellow", `${look.label("尚缺", "missing")} ${missing.join(" ")}`)]),
        ...(reasons.length === 0 ? [] : [`(${reasons.map(({ names }) => look.text(names)).join(" · ")})`])
      ]
      return `  ${look.text(text)} ${parts.join(" ")}`.trimEnd()
    })
  ]
}

/** Every fact of a case. */
export const story = (look: Look.Look, { story }: CaseFile): ReadonlyArray<string> =>
  story.flatMap(({ at, text }) =>
    look
      .say(text.zh, text.en)
      .map((line, i) => `  ${i === 0 ? look.paint("dim", Moment.brief(at)) : " ".repeat(16)}  ${Display.plain(line)}`)
  )

/** Cases that may be the same matter. */
export const alike = (look: Look.Look, { alike }: CaseFile): ReadonlyArray<string> =>
  alike.length === 0
    ? []
    : [
        "",
        look.paint("bold", look.label("可能重复", "may be the same matter")),
        ...alike.map(
          ({ id, title, likeness, over }) =>
            `  ${id} ${look.text({ zh: title })} ${look.paint("dim", `${Math.round(likeness * 100)} %${over ? ` · ${CaseRow.standing(look, "closed")}` : ""}`)}`
        )
      ]
