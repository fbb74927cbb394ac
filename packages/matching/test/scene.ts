import { CivilDate, Decider, Identifier, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Catalogue } from "../src/Catalogue.ts"
import * as Category from "../src/Category.ts"
import * as Command from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import * as Matching from "../src/Matching.ts"
import type { MatchingError } from "../src/MatchingError.ts"
import type * as State from "../src/State.ts"

export const day = CivilDate.make
export const unit = Identifier.UnitId.make
export const category = Category.CategoryId.make

/** Daily needs and affairs (H-13), and a second taxonomy that names some of them differently (R3-5). */
export const categories: ReadonlyArray<Category.Category> = [
  ["daily"],
  ["dining", "daily"],
  ["parking", "daily"],
  ["charging", "parking"],
  ["childcare", "daily"],
  ["affairs"],
  ["tax", "affairs"],
  ["loan", "affairs"],
  ["workspace", "affairs"],
  ["city-17"]
].map(([id = "", parent]) => ({
  id: category(id),
  names: Text.of(id),
  ...(parent === undefined ? {} : { parent: category(parent) }),
  ...(id === "city-17" ? { sameAs: [category("tax")] } : {})
}))

/** Every unit whose id does not begin with `no` exists, since 2020. */
export const facts: Matching.Facts = { exists: (id, on) => !id.startsWith("no") && on >= "2020-01-01" }

export const decider = Matching.decider({
  categories,
  fields: [{ id: "settledOn", type: "date", names: Text.of("入驻日", "Settled on") }]
})

type Encoded = typeof Command.Command.Encoded
const decode = Schema.decodeUnknownSync(Command.Command)

/** A command as it would come from outside. */
export const command = (input: Encoded): Command.Command => decode(input)

/** The state after commands, none of which may be refused. */
export const after = (
  inputs: ReadonlyArray<Encoded>,
  before: State.State = decider.initial,
  catalogue?: Catalogue
): State.State => {
  const rules = catalogue === undefined ? decider : Matching.decider(catalogue)
  const { state, failures } = Decider.run(rules, before, inputs.map(command), facts)
  if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
  return state
}

/** What one command comes to: its facts, or the problem. */
export const decide = (state: State.State, input: Encoded): ReadonlyArray<Event> | MatchingError => {
  const decided = decider.decide(state, command(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

export const item = (code: string, of: string, more: object = {}) => ({
  code,
  names: { zh: code },
  domain: "government" as const,
  category: of,
  owners: ["tax-office"] as [string, ...Array<string>],
  channels: ["station"] as ["station"],
  ...more
})

export const list = (version: number, items: ReadonlyArray<ReturnType<typeof item>>, from = "2022-01-01"): Encoded => ({
  _tag: "AdoptServiceList",
  list: { id: "services", version, names: { zh: "服务清单" }, items },
  from
})

export const seats = (resource: string, amount: number, per = "atOnce" as const, more: object = {}): Encoded => ({
  _tag: "RegisterResource",
  resource,
  names: { zh: resource },
  owner: "street",
  kind: "sharedDesks",
  category: "workspace",
  place: "hall",
  tenure: "shared",
  capacity: { amount, unit: "seat", per },
  from: "2022-01-01",
  ...more
})

export const need = (id: string, of: string | undefined, more: object = {}): Encoded => ({
  _tag: "RegisterNeed",
  need: id,
  raiser: `firm-${id}`,
  ...(of === undefined ? {} : { category: of }),
  text: "需要帮助",
  place: "tower",
  urgency: 3,
  quantity: 1,
  origin: "visit",
  on: "2022-02-01",
  ...more
})

export const propose = (match: string, of: string, resource: string, quantity = 1, more: object = {}): Encoded => ({
  _tag: "ProposeMatch",
  match,
  need: of,
  offer: { _tag: "resource", resource },
  quantity,
  from: "2022-03-01",
  on: "2022-02-10",
  ...more
})

export const on = (_tag: string, fields: object, date = "2022-02-20"): Encoded =>
  ({ _tag, ...fields, on: date }) as Encoded

export const project = (
  id: string,
  needs: readonly [string, ...ReadonlyArray<string>],
  more: object = {}
): Encoded => ({
  _tag: "ProposeProject",
  project: id,
  names: { zh: id },
  category: "workspace",
  place: "tower",
  needs,
  sponsors: ["hr-office"],
  on: "2022-02-15",
  ...more
})
