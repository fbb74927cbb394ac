import { CivilDate, Decider, type Identifier, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import type { Catalogue } from "../src/Catalogue.ts"
import * as CoreBuilding from "../src/CoreBuilding.ts"
import * as IndustryChain from "../src/IndustryChain.ts"
import * as Neighbours from "../src/Neighbours.ts"
import * as PartnerCommand from "../src/PartnerCommand.ts"
import * as PartnerMeeting from "../src/PartnerMeeting.ts"
import * as Partners from "../src/Partners.ts"
import { categories, day, facts, unit } from "./scene.ts"

const position = IndustryChain.PositionId.make
const chainOf = (id: string, ...names: ReadonlyArray<string>): IndustryChain.IndustryChain => {
  const [first = "", ...rest] = names
  const at = (name: string, i: number): IndustryChain.Position => {
    const next = names[i + 1]
    return { id: position(name), names: Text.of(name), ...(next === undefined ? {} : { supplies: [position(next)] }) }
  }
  return {
    id: IndustryChain.ChainId.make(id),
    names: Text.of(id),
    positions: [at(first, 0), ...rest.map((name, i) => at(name, i + 1))]
  }
}
// Six in one (H-33).
const garments = chainOf("garments", "research", "design", "patterns", "production", "display", "sales")
const economy: Catalogue = { categories, chains: [garments] }
const decider = Partners.decider(economy)

type Encoded = typeof PartnerCommand.PartnerCommand.Encoded
const decode = Schema.decodeUnknownSync(PartnerCommand.PartnerCommand)
const after = (inputs: ReadonlyArray<Encoded>, before = decider.initial): Partners.Board => {
  const { state, failures } = Decider.run(
    decider,
    before,
    inputs.map((one) => decode(one)),
    facts
  )
  if (failures[0] !== undefined) throw new Error(failures[0].failure.text.en)
  return state
}
const decide = (board: Partners.Board, input: Encoded) => {
  const decided = decider.decide(board, decode(input), facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure
}

const post = (
  posting: string,
  side: "offer" | "want",
  enterprise: string,
  category = "dining",
  more = {}
): Encoded => ({
  _tag: "PublishPosting",
  posting,
  side,
  enterprise,
  category,
  text: "开放食堂",
  from: "2022-01-01",
  ...more
})
const take = (enterprise: string, at: string, from = "2022-01-01"): Encoded => ({
  _tag: "TakePosition",
  enterprise,
  chain: "garments",
  position: at,
  from
})
const partners = (partnership: string, giver: string, taker: string, more = {}): Encoded => ({
  _tag: "ProposePartnership",
  partnership,
  giver,
  taker,
  on: "2022-03-01",
  ...more
})
const answer = (partnership: string, side: "giver" | "taker", accepts = true): Encoded => ({
  _tag: "AnswerPartnership",
  partnership,
  side,
  accepts,
  on: "2022-03-02"
})
const exchange = (name: string, from: "giver" | "taker", worth: number, date = "2022-04-01"): Encoded => ({
  _tag: "RecordExchange",
  partnership: "p1",
  exchange: name,
  from,
  worth,
  on: date
})

// Ids begin with their building.
const around: Neighbours.Neighbourhood = {
  building: (id) => unit(id.slice(0, 2)),
  distance: (one, other) => (one.slice(0, 2) === other.slice(0, 2) ? 2 : 4)
}
const today = day("2022-06-01")
const pairs = (board: Partners.Board) =>
  Neighbours.suggest(board, economy, around, today).map(({ giver, taker, score }) => [giver, taker, score])

describe("partners", () => {
  it("H-34 an offer finds the wants that fit, those of the same building first, with reasons that sum to the score", () => {
    const board = after([
      post("o", "offer", "b1-canteen"),
      post("w1", "want", "b2-insurer"),
      post("w2", "want", "b1-designer"),
      post("w3", "want", "b1-other", "tax"),
      post("w4", "want", "b1-late", "dining", { from: "2022-07-01" })
    ])
    expect(pairs(board)).toEqual([
      ["b1-canteen", "b1-designer", 700],
      ["b1-canteen", "b2-insurer", 590]
    ])
    const all = Neighbours.suggest(board, economy, around, today)
    for (const { score, reasons } of all) expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    expect(all[0]?.reasons).toEqual([
      { part: "category", points: 500 },
      { part: "building", points: 200 }
    ])
  })

  it("H-32 H-33 who supplies whom in a chain is suggested also without a posting, and gaps of the chain are told", () => {
    const board = after([take("b1-lab", "research"), take("b1-studio", "design"), take("b2-shop", "sales")])
    expect(pairs(board)).toEqual([["b1-lab", "b1-studio", 500]])
    const gaps = (isHere: (id: Identifier.UnitId) => boolean) =>
      Neighbours.gaps(board, garments, isHere, today).map(({ id }) => id)
    expect(gaps(() => true)).toEqual(["patterns", "production", "display"])
    expect(gaps((id) => id.startsWith("b1"))).toEqual(["patterns", "production", "display", "sales"])
    const left = after(
      [{ _tag: "LeavePosition", enterprise: "b1-lab", chain: "garments", position: "research", on: "2022-05-01" }],
      board
    )
    expect(Neighbours.gaps(left, garments, () => true, today)[0]?.id).toBe("research")
    expect(Neighbours.gaps(left, garments, () => true, day("2022-04-30"))[0]?.id).toBe("patterns")
    expect(IndustryChain.bearing(garments, position("design"), position("research"))).toBe("downstream")
    expect(IndustryChain.bearing(garments, position("research"), position("sales"))).toBe("none")
  })

  it("H-34 both have to accept; one who declines is not suggested again", () => {
    const board = after([
      post("o", "offer", "b1-a"),
      post("w", "want", "b1-b"),
      partners("p1", "b1-a", "b1-b", { offer: "o", want: "w" })
    ])
    const status = (known: Partners.Board, on?: CivilDate.CivilDate) => {
      const found = Partners.partnership(known, PartnerCommand.PartnershipId.make("p1"))
      return found === undefined ? undefined : Partners.statusOf(found, on)
    }
    expect(status(board)).toBe("proposed")
    const half = after([answer("p1", "giver")], board)
    expect(status(half)).toBe("proposed")
    const agreed = after([answer("p1", "taker")], half)
    expect([status(agreed), status(agreed, CivilDate.make("2022-03-01"))]).toEqual(["agreed", "proposed"])
    const declined = after([answer("p1", "taker", false)], half)
    expect(status(declined)).toBe("declined")
    expect(decide(declined, answer("p1", "giver"))).toEqual([])
    expect(pairs(declined)).toEqual([])
  })

  it("H-32 a core enterprise makes its building a core building: who gathered there is told, and what is missing", () => {
    const [lab, ...rest] = garments.positions
    const chain: IndustryChain.IndustryChain = {
      ...garments,
      positions: [lab, ...rest.map((one) => (one.id === "design" ? { ...one, core: true } : one))]
    }
    const board = after([
      take("b1-studio", "design"),
      take("b1-lab", "research"),
      take("b1-maker", "production", "2022-07-01"),
      take("b2-atelier", "design"),
      take("b2-shop", "sales"),
      take("b2-shop", "display"),
      take("b3-mill", "production")
    ])
    const cores = (on: string) =>
      CoreBuilding.of(board, chain, around.building, day(on)).map(({ building, core, gathered, missing }) => [
        building,
        core.map(({ enterprise }) => enterprise),
        gathered.map(({ enterprise, position: at }) => `${enterprise} ${at}`),
        missing
      ])
    // Most of the chain first; where nobody holds a core position there is no core building.
    expect(cores("2022-06-01")).toEqual([
      ["b2", ["b2-atelier"], ["b2-shop display", "b2-shop sales"], ["research", "patterns", "production"]],
      ["b1", ["b1-studio"], ["b1-lab research"], ["patterns", "production", "display", "sales"]]
    ])
    expect(cores("2022-07-01")[0]).toEqual([
      "b1",
      ["b1-studio"],
      ["b1-lab research", "b1-maker production"],
      ["patterns", "display", "sales"]
    ])
    expect(CoreBuilding.of(board, garments, around.building, today)).toEqual([])
    expect(CoreBuilding.of(board, chain, () => undefined, today)).toEqual([])
    expect(decide(board, take("b1-lab", "forging"))).toMatchObject({ _tag: "NotFound", sort: "position" })
  })

  it("W-20 a meeting is told with what was proposed at it and what both sides accepted, as of a day", () => {
    const board = after([
      partners("p1", "b1-canteen", "b2-insurer", { meeting: "may-31" }),
      partners("p2", "b1-hr", "b2-insurer", { meeting: "may-31" }),
      partners("p3", "b1-hr", "b1-other", { meeting: "may-31" }),
      partners("p4", "b1-hr", "b1-designer", { meeting: "spring", on: "2022-02-01" }),
      partners("p5", "b1-canteen", "b1-late"),
      ...["p1", "p2", "p5"].flatMap((id) => [answer(id, "giver"), answer(id, "taker")]),
      answer("p3", "taker", false)
    ])
    const told = (on: string) =>
      PartnerMeeting.list(board, day(on)).map(({ meeting, proposed, agreed, declined }) => [
        meeting,
        proposed,
        agreed.numerator,
        declined
      ])
    expect(told("2022-03-02")).toEqual([
      ["may-31", 3, 2, 1],
      ["spring", 1, 0, 0]
    ])
    expect(told("2022-03-01")).toEqual([
      ["may-31", 3, 0, 0],
      ["spring", 1, 0, 0]
    ])
    expect(told("2022-01-31")).toEqual([])
    // Said again at another meeting it is another thing, and said again at the same it is no news.
    expect(decide(board, partners("p1", "b1-canteen", "b2-insurer", { meeting: "spring" }))).toMatchObject({
      code: "matching/IdTaken"
    })
    expect(decide(board, partners("p1", "b1-canteen", "b2-insurer", { meeting: "may-31" }))).toEqual([])
  })

  it("W-20 what was given and received is balanced, and only partners exchange", () => {
    const board = after([partners("p1", "b1-hr", "b2-insurer")])
    expect(decide(board, exchange("x1", "giver", 3))).toMatchObject({
      code: "matching/NotPossible",
      status: "proposed"
    })
    const agreed = after(
      [
        answer("p1", "giver"),
        answer("p1", "taker"),
        exchange("x1", "giver", 3),
        exchange("x2", "taker", 1, "2022-05-01")
      ],
      board
    )
    expect(Neighbours.balances(agreed, today)).toEqual([
      { enterprise: "b1-hr", given: 3, received: 1 },
      { enterprise: "b2-insurer", given: 1, received: 3 }
    ])
    expect(Neighbours.balances(agreed, day("2022-04-30"))[0]).toMatchObject({ given: 3, received: 0 })
    const [given, received] = (["given", "received"] as const).map((side) =>
      Neighbours.balances(agreed, today).reduce((sum, one) => sum + one[side], 0)
    )
    expect(given).toBe(received)
  })

  it("H-34 a partnership names two enterprises and postings that are theirs and hold", () => {
    const board = after([post("o", "offer", "b1-a"), post("w", "want", "b1-b", "dining", { to: "2022-02-01" })])
    expect(decide(board, partners("p1", "b1-a", "b1-a"))).toMatchObject({ code: "matching/OneEnterprise" })
    expect(decide(board, partners("p1", "b1-c", "b1-b", { offer: "o" }))).toMatchObject({ _tag: "NotFound", id: "o" })
    expect(decide(board, partners("p1", "b1-a", "b1-b", { want: "w" }))).toMatchObject({ _tag: "NotFound", id: "w" })
    expect(decide(board, partners("p1", "b1-a", "no-firm"))).toMatchObject({ _tag: "NotFound", sort: "unit" })
    expect(decide(board, take("b1-a", "magic"))).toMatchObject({ _tag: "NotFound", sort: "position" })
    expect(decide(board, { ...take("b1-a", "design"), chain: "steel" } as Encoded)).toMatchObject({ sort: "chain" })
    expect(decide(board, post("o", "offer", "b1-b"))).toMatchObject({ _tag: "IdTaken", sort: "posting" })
    expect(decide(board, post("z", "offer", "b1-b", "dining", { text: "电话 13800005678" }))).toMatchObject({
      _tag: "PersonalDataFound"
    })
  })

  it("everything told once more, in the order it was told, changes nothing", () => {
    const told = [
      post("o", "offer", "b1-a"),
      take("b1-a", "design"),
      partners("p1", "b1-a", "b1-b", { offer: "o" }),
      answer("p1", "giver"),
      answer("p1", "taker"),
      exchange("x1", "giver", 3),
      { _tag: "EndPosting", posting: "o", on: "2022-05-01" },
      { _tag: "LeavePosition", enterprise: "b1-a", chain: "garments", position: "design", on: "2022-05-01" }
    ] as const satisfies ReadonlyArray<Encoded>
    const board = after(told)
    expect(told.map((one) => decide(board, one))).toEqual(told.map(() => []))
  })
})
