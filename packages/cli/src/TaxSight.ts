import { Disclosure, TaxTier } from "@louyu/economy"
import { type Identifier, Money } from "@louyu/kernel"
import { Grant } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Arguments from "./Arguments.ts"
import type { Look } from "./Look.ts"
import type { Opened, Reading } from "./Reader.ts"

const { field } = Answer

/** The class of records that amounts of buildings are, for rights that name one and for policies that know it. */
export const recordClass = "tax"

/** Who asks for amounts, and what for. */
export const options = {
  as: {
    value: "<person>",
    about: {
      zh: "显示此人今天有权查看的金额（留痕）；不写则只显示档次",
      en: "show amounts as far as this person may see them today, leaving a trace; without it, tiers only"
    }
  },
  purpose: {
    value: "<purpose>",
    about: { zh: "查看金额的目的，与 --as 同用", en: "what the amounts are read for; goes with --as" }
  }
} as const satisfies Readonly<Record<string, Arguments.Option>>

/** An amount as a reader may see it. */
export const Amount = Schema.Struct({
  tier: field(
    Schema.NullOr(Answer.Count),
    "how many thresholds it reaches; `null` where nothing may be seen or is known"
  ),
  threshold: field(Schema.NullOr(Schema.Int), "the highest threshold it reaches, in fen; `null` for none"),
  amount: field(Schema.optionalKey(Schema.Int), "in fen; only for a reader named by `--as` who may see it")
}).annotate({ identifier: "Amount" })
export type Amount = typeof Amount.Type

/** How much somebody may see of the amounts of each building, and by what right. */
export interface TaxSight {
  readonly policy: Disclosure.Policy
  readonly of: (building: Identifier.UnitId) => { readonly level: number; readonly grant: Grant.Grant | undefined }
}

const better = (a: Grant.Grant | undefined, b: Grant.Grant): Grant.Grant =>
  a === undefined || Grant.levelFor(b, recordClass) > Grant.levelFor(a, recordClass) ? b : a

/**
 * What a reader may see: by the best right of the day that reaches a building from it or above, for the purpose; whoever
 * is not named, or has none, sees what everybody does.
 */
export const open = Effect.fnUntraced(function* ({ city, reading }: Opened) {
  const { disclosure: policy } = yield* city.economy.settings()
  const nobody: TaxSight = { policy, of: () => ({ level: 0, grant: undefined }) }
  if (reading === undefined) return nobody
  const { person, purpose, on } = reading
  const { directory, policy: access } = yield* city.roles.on(on)
  const known = access.classes.find(({ id }) => id === recordClass)
  if (known !== undefined && !known.purposes.includes(purpose)) return nobody
  const rights = Grant.of(directory, person).filter((one) => one.purpose === undefined || one.purpose === purpose)
  const sight: TaxSight = {
    policy,
    of: (building) => {
      const reaching = rights.filter(({ unit }) => directory.places.isWithin(building, unit, directory.on))
      const grant = reaching.reduce<Grant.Grant | undefined>(better, undefined)
      return { level: grant === undefined ? 0 : Grant.levelFor(grant, recordClass), grant }
    }
  }
  return sight
})

/** An amount as the reader may see it. */
export const see = (sight: TaxSight, building: Identifier.UnitId, amount: Money.Money | undefined): Amount => {
  const { policy } = sight
  const shown = Disclosure.of(policy, sight.of(building).level, amount)
  if (shown._tag === "nothing") return { tier: null, threshold: null }
  if (shown._tag === "tier") return { tier: shown.tier, threshold: shown.threshold ?? null }
  const tier = TaxTier.of(policy.scale, shown.amount)
  return { tier, threshold: policy.scale.thresholds[tier - 1] ?? null, amount: shown.amount }
}

/** Leaves a trace for each building whose amounts the reader is about to see, where the policy asks for one. */
export const trace = Effect.fnUntraced(function* (
  { city, reading }: Opened,
  sight: TaxSight,
  buildings: ReadonlyArray<Identifier.UnitId>
) {
  if (reading === undefined) return
  const { person: actor, purpose, on } = reading
  const { policy: access } = yield* city.roles.on(on)
  const { exactFrom } = sight.policy
  const notes = buildings.flatMap((unit) => {
    const { level, grant } = sight.of(unit)
    if (grant === undefined || level < exactFrom || level < access.auditFrom) return []
    const role = grant.post?.role
    const right = {
      field: "amount",
      showing: "show",
      unit: grant.unit,
      ...(role === undefined ? {} : { role })
    } as const
    const record = `${recordClass}:${unit}`
    return [{ _tag: "NoteReading", actor, record, class: recordClass, unit, purpose, on, fields: [right] } as const]
  })
  // Once begun it goes on to the end: so whoever ends the program is told the truth about what was written.
  if (notes.length > 0) yield* Effect.uninterruptible(city.dispatchAll(notes, { actor }))
})

/** A tier for people: its threshold, or the amount where it may be seen. */
export const text = (look: Look, { tier, threshold, amount }: Amount): string => {
  const language = look.language === "en" ? "en" : "zh"
  if (amount !== undefined) return Money.display(Money.fen(amount), language)
  if (tier === null) return "—"
  return threshold === null
    ? look.label("未入档", "below")
    : look.label(
        `${Money.display(Money.fen(threshold), "zh")}以上`,
        `from ${Money.display(Money.fen(threshold), "en")}`
      )
}

/** Says by whose right amounts are shown, and that seeing them leaves a trace. */
export const notice = (look: Look, reading: Reading | null): ReadonlyArray<string> => {
  if (reading === null) return []
  const { person, purpose, on } = reading
  return look
    .say(
      `金额按 ${person} 在 ${on} 的权限显示，目的 ${purpose}，查看均留痕。`,
      `Amounts are shown by the right of ${person} on ${on}, for ${purpose}; seeing them leaves a trace.`
    )
    .map((line) => look.paint("dim", line))
}
