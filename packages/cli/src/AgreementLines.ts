import { CivilDate, Money } from "@louyu/kernel"
import type * as AgreedClasses from "./AgreedClasses.ts"
import type * as AgreedCoManagements from "./AgreedCoManagements.ts"
import type * as AgreedPacts from "./AgreedPacts.ts"
import type * as AgreedPairings from "./AgreedPairings.ts"
import type * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Table from "./Table.ts"

const names = (look: Look.Look, units: ReadonlyArray<Answer.Unit>): string =>
  units.map(({ name }) => look.text(name)).join(look.language === "en" ? ", " : "、")

const title = (look: Look.Look, one: { readonly id: string; readonly names: Answer.Unit["name"] }): string =>
  `${look.text(one.names)} ${look.paint("dim", `(${one.id})`)}`

/** A pact on lines. */
export const pact = (look: Look.Look, pact: AgreedPacts.Row): ReadonlyArray<string> => {
  const { version, adopted, clauses, signatures, toSignAgain, peopleToSignAgain, draft, place } = pact
  const state =
    version === null
      ? look.paint("yellow", look.label("尚未通过", "not adopted"))
      : look.label(
          `第 ${version} 版，${adopted ?? ""} 通过，${clauses} 条，${signatures} 方已签`,
          `version ${version}, adopted ${adopted ?? ""}, ${Look.many(clauses, "clause")}, ${signatures} signed`
        )
  const next =
    draft === null || draft === version ? "" : ` · ${look.label(`第 ${draft} 版拟定中`, `version ${draft} is drafted`)}`
  const again = [
    ...(toSignAgain.length === 0 ? [] : [names(look, toSignAgain)]),
    ...(peopleToSignAgain === 0 ? [] : [look.label(`${peopleToSignAgain} 人`, Look.many(peopleToSignAgain, "person"))])
  ]
  return [
    `  ${title(look, pact)} ${look.text(place.name)} · ${state}${next}`,
    ...(again.length === 0
      ? []
      : [`    ${look.paint("yellow", look.label("须重签", "to sign again"))} ${again.join(" · ")}`])
  ]
}

const lines: Readonly<Record<AgreedPairings.Row["parties"][number]["line"], readonly [zh: string, en: string]>> = {
  building: ["楼宇", "building"],
  community: ["社区", "community"],
  rural: ["农村", "rural"],
  residentUnit: ["驻区单位", "resident unit"],
  industry: ["行业", "industry"]
}

const standings: Readonly<Record<AgreedPairings.Row["standing"], readonly [zh: string, en: string]>> = {
  unsigned: ["待签署", "not signed by all"],
  toCome: ["尚未生效", "to come"],
  inForce: ["生效中", "in force"],
  over: ["已到期", "over"]
}

type Kind = AgreedPairings.Row["commitments"][number]["kind"]

const kinds: Readonly<Record<Kind, readonly [zh: string, en: string]>> = {
  fund: ["资金", "fund"],
  venue: ["场地", "venue"],
  talent: ["人才", "talent"]
}

const amount = (look: Look.Look, kind: Kind, quantity: number): string =>
  ({
    fund: Money.display(Money.fen(quantity), look.language === "en" ? "en" : "zh"),
    venue: look.label(`${quantity} 小时`, Look.many(quantity, "hour")),
    talent: look.label(`${quantity} 人日`, Look.many(quantity, "person-day"))
  })[kind]

/** A pairing on lines, with what was promised and delivered. */
export const pairing = (look: Look.Look, pairing: AgreedPairings.Row): ReadonlyArray<string> => {
  const { standing, from, to, days, expiring, parties, commitments, kept } = pairing
  const term = to === null ? look.label(`${from} 起`, `from ${from}`) : `${from} – ${CivilDate.addDays(to, -1)}`
  const ends =
    days === null
      ? ""
      : ` ${look.paint(expiring ? "red" : "dim", look.label(`${days} 天后到期`, `ends in ${Look.many(days, "day")}`))}`
  const party = ({ unit, line, signed }: (typeof parties)[number]) =>
    `${look.text(unit.name)} (${look.label(...lines[line])})${signed === null ? ` ${look.paint("yellow", look.label("未签", "has not signed"))}` : ""}`
  return [
    `  ${title(look, pairing)} ${look.label(...standings[standing])} ${look.paint("dim", term)}${ends}`,
    `    ${parties.map(party).join(" · ")}`,
    ...(commitments.length === 0
      ? []
      : [
          `    ${look.label(`履约 ${kept.numerator}/${kept.denominator}`, `kept ${kept.numerator} of ${kept.denominator}`)}`,
          ...Table.lines(
            [{ head: "" }, { head: "" }, { head: "", align: "right" }, { head: "", align: "right" }],
            commitments.map((one) => [
              `      ${look.text(one.by.name)}`,
              look.label(...kinds[one.kind]),
              `${amount(look, one.kind, one.delivered)} /`,
              amount(look, one.kind, one.quantity)
            ])
          )
        ])
  ]
}

const parties: Readonly<Record<AgreedCoManagements.Row["parties"][number]["kind"], readonly [zh: string, en: string]>> =
  {
    building: ["楼宇", "building"],
    street: ["街道", "street"],
    community: ["社区", "community"],
    socialOrganisation: ["社会组织", "social organisation"]
  }

/** What is managed together, on lines. */
export const coManagement = (look: Look.Look, one: AgreedCoManagements.Row): ReadonlyArray<string> => [
  `  ${title(look, one)} ${look.label("对象", "for")} ${look.text({ zh: one.subject })} · ${
    one.missing.length === 0
      ? look.paint("green", look.label("四方齐全", "all four parties there"))
      : look.paint(
          "red",
          `${look.label("缺", "missing")} ${one.missing.map((kind) => look.label(...parties[kind])).join(", ")}`
        )
  }`,
  ...Table.lines(
    [{ head: "" }, { head: "" }, { head: "" }],
    one.parties.flatMap(({ kind, managers }) =>
      managers.map(({ unit, duty }) => [
        `    ${look.label(...parties[kind])}`,
        look.text(unit.name),
        look.text({ zh: duty })
      ])
    )
  )
]

const seasons: Readonly<Record<AgreedClasses.Row["season"], readonly [zh: string, en: string]>> = {
  summer: ["暑期", "summer"],
  winter: ["寒假", "winter"],
  term: ["学期", "term"]
}

/** Childcare classes, each on a line. */
export const classes = (look: Look.Look, classes: ReadonlyArray<AgreedClasses.Row>): ReadonlyArray<string> =>
  Table.lines(
    Array.from({ length: 6 }, () => ({ head: "" })),
    classes.map((one) => [
      `  ${title(look, one)}`,
      look.label(...seasons[one.season]),
      look.text(one.place.name),
      `${one.from} – ${CivilDate.addDays(one.to, -1)}`,
      `${look.label("名额", "places")} ${one.enrolled}/${one.capacity}${one.waiting === 0 ? "" : ` ${look.paint("yellow", look.label(`候补 ${one.waiting}`, `${one.waiting} waiting`))}`}`,
      one.bands
        .map(({ band, children }) => look.label(`${band} 岁 ${children} 人`, `${children} aged ${band}`))
        .join(" · ")
    ])
  )
