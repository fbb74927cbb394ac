import type { Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as AgreedClasses from "../AgreedClasses.ts"
import * as AgreedCoManagements from "../AgreedCoManagements.ts"
import * as AgreedPacts from "../AgreedPacts.ts"
import * as AgreedPairings from "../AgreedPairings.ts"
import * as AgreementsAnswer from "../AgreementsAnswer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"

const usualDays = 90

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const days = (yield* Effect.fromResult(OptionValue.count(given, "days"))) ?? usualDays
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const named = given.values.get("place")
  const place = named === undefined ? undefined : yield* Naming.existing(scene.view, named)
  const isMeant = (units: ReadonlyArray<Identifier.UnitId>) =>
    place === undefined || units.some((unit) => scene.directory.places.isWithin(unit, place, scene.on))
  const { programmes } = city
  return Command.good<AgreementsAnswer.Agreements>({
    on: scene.on,
    within: place === undefined ? null : Naming.unit(scene.view, place),
    days,
    pacts: AgreedPacts.of(scene, yield* programmes.pacts(), isMeant),
    pairings: AgreedPairings.of(scene, yield* programmes.pairings(), days, isMeant),
    coManagements: AgreedCoManagements.of(scene, yield* programmes.coManagements(), isMeant),
    classes: AgreedClasses.of(scene, yield* programmes.classes(), isMeant)
  })
})

/** `louyu agreements` */
export const agreements = Command.define<AgreementsAnswer.Agreements>({
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
  answer: AgreementsAnswer.Agreements,
  work,
  show: AgreementsAnswer.lines
})
