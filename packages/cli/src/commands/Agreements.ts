import { CivilDate, type Identifier, Money } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Agreed from "../Agreements.ts"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Agreements = Schema.Struct({
  on: Answer.On,
  within: field(Schema.NullOr(Answer.Unit), "the place or party asked about, or `null` for all"),
  days: field(Answer.Count, "pairings that end within so many days count as expiring"),
  pacts: field(Schema.Array(Agreed.PactRow), "pacts by id, with signatures of the version in force"),
  pairings: field(Schema.Array(Agreed.PairingRow), "pairing agreements, what ends soon first"),
  coManagements: field(Schema.Array(Agreed.CoManagementRow), "co-management pacts that run on the day"),
  classes: field(Schema.Array(Agreed.ClassRow), "childcare classes that run on the day or are to come")
})
type Agreements = typeof Agreements.Type

const usualDays = 90

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const days = (yield* Effect.fromResult(Arguments.count(given, "days"))) ?? usualDays
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const named = given.values.get("place")
  const place = named === undefined ? undefined : yield* Naming.existing(scene.view, named)
  const isMeant = (units: ReadonlyArray<Identifier.UnitId>) =>
    place === undefined || units.some((unit) => scene.directory.places.isWithin(unit, place, scene.on))
  const { programmes } = city
  return Command.good<Agreements>({
    on: scene.on,
    within: place === undefined ? null : Naming.unit(scene.view, place),
    days,
    pacts: Agreed.pacts(scene, yield* programmes.pacts(), isMeant),
    pairings: Agreed.pairings(scene, yield* programmes.pairings(), days, isMeant),
    coManagements: Agreed.coManagements(scene, yield* programmes.coManagements(), isMeant),
    classes: Agreed.classes(scene, yield* programmes.classes(), isMeant)
  })
})

const names = (look: Look.Look, units: ReadonlyArray<Answer.Unit>): string =>
  units.map(({ name }) => look.text(name)).join(look.language === "en" ? ", " : "、")

const title = (look: Look.Look, one: { readonly id: string; readonly names: Answer.Unit["name"] }): string =>
  `${look.text(one.names)} ${look.paint("dim", `(${one.id})`)}`

const pactLine = (look: Look.Look, pact: Agreed.PactRow): ReadonlyArray<string> => {
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

const lines: Readonly<Record<Agreed.PairingRow["parties"][number]["line"], readonly [zh: string, en: string]>> = {
  building: ["楼宇", "building"],
  community: ["社区", "community"],
  rural: ["农村", "rural"],
  residentUnit: ["驻区单位", "resident unit"],
  industry: ["行业", "industry"]
}

const standings: Readonly<Record<Agreed.PairingRow["standing"], readonly [zh: string, en: string]>> = {
  unsigned: ["待签署", "not signed by all"],
  toCome: ["尚未生效", "to come"],
  inForce: ["生效中", "in force"],
  over: ["已到期", "over"]
}

type Kind = Agreed.PairingRow["commitments"][number]["kind"]

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

const pairingLines = (look: Look.Look, pairing: Agreed.PairingRow): ReadonlyArray<string> => {
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

const parties: Readonly<Record<Agreed.CoManagementRow["parties"][number]["kind"], readonly [zh: string, en: string]>> =
  {
    building: ["楼宇", "building"],
    street: ["街道", "street"],
    community: ["社区", "community"],
    socialOrganisation: ["社会组织", "social organisation"]
  }

const coManagementLines = (look: Look.Look, one: Agreed.CoManagementRow): ReadonlyArray<string> => [
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

const seasons: Readonly<Record<Agreed.ClassRow["season"], readonly [zh: string, en: string]>> = {
  summer: ["暑期", "summer"],
  winter: ["寒假", "winter"],
  term: ["学期", "term"]
}

const classLines = (look: Look.Look, classes: ReadonlyArray<Agreed.ClassRow>): ReadonlyArray<string> =>
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

const section = (look: Look.Look, zh: string, en: string, some: ReadonlyArray<string>): ReadonlyArray<string> =>
  some.length === 0 ? [] : ["", look.paint("bold", look.label(zh, en)), ...some]

const show = (answer: Agreements, look: Look.Look): ReadonlyArray<string> => {
  const { on, within, days, pacts, pairings, coManagements, classes } = answer
  const where = within === null ? "" : ` ${Naming.line(look, within)}`
  const expiring = pairings.filter((one) => one.expiring).length
  const count = pacts.length + pairings.length + coManagements.length + classes.length
  return [
    `${Naming.heading(look, "公约与协议", "agreements", on)}${where}`,
    ...(count === 0
      ? look.say("没有公约、结对、共管协议或托管班。", "There are no pacts, pairings, co-management pacts or classes.")
      : [
          [
            look.label(`公约 ${pacts.length}`, Look.many(pacts.length, "pact")),
            look.label(`结对 ${pairings.length}`, Look.many(pairings.length, "pairing")),
            look.paint(
              expiring === 0 ? "dim" : "red",
              look.label(`${days} 天内到期 ${expiring}`, `${expiring} ending within ${Look.many(days, "day")}`)
            ),
            look.label(`共管 ${coManagements.length}`, `${coManagements.length} co-managed`),
            look.label(`托管班 ${classes.length}`, `${classes.length} childcare`)
          ].join(" · ")
        ]),
    ...section(
      look,
      "楼宇公约",
      "pacts",
      pacts.flatMap((one) => pactLine(look, one))
    ),
    ...section(
      look,
      "结对协议",
      "pairings",
      pairings.flatMap((one) => pairingLines(look, one))
    ),
    ...section(
      look,
      "共管协议",
      "co-management",
      coManagements.flatMap((one) => coManagementLines(look, one))
    ),
    ...section(look, "托管班", "childcare classes", classLines(look, classes))
  ]
}

/** `louyu agreements` */
export const agreements = Command.define<Agreements>({
  name: "agreements",
  about: {
    zh: "公约签署、结对协议与到期、四方共管、托管班",
    en: "pacts and who signed them, pairings and which end soon, co-management by four parties, childcare classes"
  },
  arguments: [],
  options: {
    ...Source.options,
    place: {
      value: "<unit>",
      about: { zh: "只看此处及其内部的，或其参与的", en: "only those of this unit or what is within it" }
    },
    days: {
      value: "<n>",
      about: { zh: "多少天内到期算即将到期，默认 90", en: "within how many days a pairing ends soon; 90 by default" }
    }
  },
  examples: [
    "louyu agreements --store sqlite:city.db",
    "louyu agreements --store sqlite:city.db --place cbd --days 30"
  ],
  answer: Agreements,
  work,
  show
})
