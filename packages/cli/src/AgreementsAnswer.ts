import * as Schema from "effect/Schema"
import * as AgreedClasses from "./AgreedClasses.ts"
import * as AgreedCoManagements from "./AgreedCoManagements.ts"
import * as AgreedPacts from "./AgreedPacts.ts"
import * as AgreedPairings from "./AgreedPairings.ts"
import * as AgreementLines from "./AgreementLines.ts"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"

const { field } = Answer

/** What parties agreed on. */
export const Agreements = Schema.Struct({
  on: Answer.On,
  within: field(Schema.NullOr(Answer.Unit), "the place or party asked about, or `null` for all"),
  days: field(Answer.Count, "pairings that end within so many days count as expiring"),
  pacts: field(Schema.Array(AgreedPacts.Row), "pacts by id, with signatures of the version in force"),
  pairings: field(Schema.Array(AgreedPairings.Row), "pairing agreements, what ends soon first"),
  coManagements: field(Schema.Array(AgreedCoManagements.Row), "co-management pacts that run on the day"),
  classes: field(Schema.Array(AgreedClasses.Row), "childcare classes that run on the day or are to come")
})
export type Agreements = typeof Agreements.Type

const section = (look: Look.Look, zh: string, en: string, some: ReadonlyArray<string>): ReadonlyArray<string> =>
  some.length === 0 ? [] : ["", look.paint("bold", look.label(zh, en)), ...some]

/** An answer for people. */
export const lines = (answer: Agreements, look: Look.Look): ReadonlyArray<string> => {
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
      pacts.flatMap((one) => AgreementLines.pact(look, one))
    ),
    ...section(
      look,
      "结对协议",
      "pairings",
      pairings.flatMap((one) => AgreementLines.pairing(look, one))
    ),
    ...section(
      look,
      "共管协议",
      "co-management",
      coManagements.flatMap((one) => AgreementLines.coManagement(look, one))
    ),
    ...section(look, "托管班", "childcare classes", AgreementLines.classes(look, classes))
  ]
}
