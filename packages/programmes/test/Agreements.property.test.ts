import { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  AnnualList,
  AnnualListCommand,
  AnnualLists,
  Code,
  CoManagement,
  CoManagementCommand,
  CoManagements,
  Pact,
  PactCommand,
  Pacts,
  Pairing,
  PairingCommand,
  Pairings,
  Wish,
  WishCommand,
  Wishes
} from "../src/index.ts"
import { any, anyDay, day, days, facts, stage, there } from "./scene.ts"

const of = (...values: ReadonlyArray<unknown>) => fc.constantFrom(...values)
const inOrder = <C extends { readonly on: string }>(commands: ReadonlyArray<C>): ReadonlyArray<C> =>
  commands.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

describe("wishes", () => {
  const c = WishCommand.Command
  const desk = stage(Wishes.decider, c, facts, { wish: "w" })
  const by = of({ person: "m1" }, { person: "x2" }, { place: "a", team: "t" }, { unit: "b" })
  const wish = of("w")
  const commands = fc.array(
    fc.oneof(
      any(c, "ClaimWish", { wish, by }, 5),
      any(c, "ReleaseWish", { wish, by }, 4),
      any(c, "DelegateWish", { wish, by, to: by }),
      any(c, "FulfilWish", { wish, by }, 4),
      any(c, "ConfirmWish", { wish, by: of("o", "o2"), satisfied: fc.boolean() }, 4)
    ),
    { minLength: 10, maxLength: 50, size: "max" }
  )

  it("W-12 a wish has at most one active claim, and only who claimed it or stands behind the claim fulfils it", () => {
    fc.assert(
      fc.property(commands, (all) => {
        const posted = desk.to("PostWish", "2026-02-01", { owner: "o", kind: "study", place: "tower" })
        let state = desk.after([posted])
        for (const command of inOrder(all)) {
          const before = there(Wish.get(state, Code.WishId.make("w")))
          const done = desk.run([command], state)
          state = done.state
          const now = there(Wish.get(state, Code.WishId.make("w")))
          expect(now.claims.filter(({ released }) => released === undefined).length).toBeLessThanOrEqual(1)
          expect(now.claims.slice(0, -1).every(({ released }) => released !== undefined)).toBe(true)
          expect(Wish.claim(now) !== undefined).toBe(now.standing !== "posted")
          if (done.events.length === 0) continue
          if (command._tag === "ClaimWish") expect(before.standing).toBe("posted")
          if (command._tag === "ConfirmWish") expect([command.by, before.standing]).toEqual(["o", "fulfilled"])
          if (command._tag === "ReleaseWish" || command._tag === "DelegateWish") {
            const by = Wish.claimantKey(there(Wish.claim(before)).by)
            const member = "person" in command.by && command.by.person === "m1" && by === "team a t"
            expect(Wish.claimantKey(command.by) === by || member).toBe(true)
          }
          if (command._tag === "FulfilWish") {
            const claim = there(Wish.claim(before))
            const may = [claim.by, ...claim.delegates].map(Wish.claimantKey)
            const member = "person" in command.by && command.by.person === "m1" && may.includes("team a t")
            expect(may.includes(Wish.claimantKey(command.by)) || member).toBe(true)
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  it("W-12 the rates agree with counting the stories one by one", () => {
    const story = fc.constantFrom("posted", "claimed", "fulfilled", "confirmed", "withdrawn", "released")
    fc.assert(
      fc.property(fc.array(story, { maxLength: 20, size: "max" }), (ends) => {
        const all = ends.flatMap((end, n) => {
          const wish = `w${n}`
          const say = (tag: WishCommand.Command["_tag"], fields: object = {}) =>
            desk.to(tag, "2026-03-01", { wish, by: { person: "p1" }, ...fields })
          const start = [say("PostWish", { owner: "o", kind: "study", place: "tower" })]
          if (end === "posted") return start
          if (end === "withdrawn") return [...start, say("WithdrawWish", { by: "o" })]
          const claimed = [...start, say("ClaimWish")]
          if (end === "claimed") return claimed
          if (end === "released") return [...claimed, say("ReleaseWish")]
          const fulfilled = [...claimed, say("FulfilWish")]
          return end === "fulfilled" ? fulfilled : [...fulfilled, say("ConfirmWish", { by: "o", satisfied: true })]
        })
        const rates = Wish.rates(desk.after(all), { from: day("2026-01-01") })
        const count = (...some: ReadonlyArray<string>) => ends.filter((end) => some.includes(end)).length
        expect([rates.claimed.numerator, rates.fulfilled.numerator, rates.confirmed.numerator]).toEqual([
          count("claimed", "released", "fulfilled", "confirmed"),
          count("fulfilled", "confirmed"),
          count("confirmed")
        ])
        expect(rates.claimed.denominator).toBe(ends.length - count("withdrawn"))
      }),
      { numRuns: 60 }
    )
  })
})

describe("pacts", () => {
  const c = PactCommand.Command
  const desk = stage(Pacts.decider, c, facts, { pact: "p" })
  const units = ["a", "b", "d"]
  const clauses = of([{ clause: "safety", text: "公共安全" }], [{ clause: "peace", text: "平安" }])
  const pact = of("p")
  const version = fc.integer({ min: 1, max: 4 })
  const commands = fc.array(
    fc.oneof(
      any(c, "AdoptPact", { pact, version }, 3),
      any(c, "AmendPact", { pact, version, clauses }, 3),
      any(c, "SignPact", { pact, version, by: of(...units.map((unit) => ({ unit }))) }, 6)
    ),
    { minLength: 10, maxLength: 60, size: "max" }
  )

  it("D-14 every signature was given to the version that was in force on its day, and stays with it", () => {
    fc.assert(
      fc.property(commands, (all) => {
        const drafted = desk.to("DraftPact", "2026-02-01", {
          place: "tower",
          names: { zh: "共识" },
          clauses: [{ clause: "safety", text: "公共安全" }]
        })
        const model = new Map<number, Set<string>>()
        let inForce = 0
        let drafts = 1
        let state = desk.after([drafted])
        for (const command of inOrder(all)) {
          const done = desk.run([command], state)
          state = done.state
          const accepted = done.events.length > 0
          if (command._tag === "SignPact") {
            const { by } = command
            const key = "unit" in by ? by.unit : ""
            const signed = model.get(command.version) ?? new Set()
            expect(accepted).toBe(command.version === inForce && !signed.has(key))
            if (accepted) model.set(command.version, signed.add(key))
          }
          if (command._tag === "AdoptPact" && accepted) inForce = command.version
          if (command._tag === "AmendPact" && accepted) drafts++
          expect(inForce).toBeLessThanOrEqual(drafts)
        }
        const now = there(Pact.get(state, Code.PactId.make("p")))
        for (const { version: number } of now.versions) {
          const there = Pact.signatures(now, number).map(({ by }) => ("unit" in by ? by.unit : ""))
          expect(there.toSorted()).toEqual([...(model.get(number) ?? [])].toSorted())
        }
        const earlier = [...model].flatMap(([number, signed]) => (number < inForce ? [...signed] : []))
        const still = [...new Set(earlier)].filter((one) => model.get(inForce)?.has(one) !== true)
        expect(
          Pact.toSignAgain(now)
            .map((by) => ("unit" in by ? by.unit : ""))
            .toSorted()
        ).toEqual(still.toSorted())
      }),
      { numRuns: 150 }
    )
  })
})

describe("pairings", () => {
  const c = PairingCommand.Command
  const desk = stage(Pairings.decider, c, facts, { pairing: "p" })
  const pairing = of("p")
  const end = fc.option(anyDay, { nil: undefined })
  const commands = fc.array(
    fc.oneof(
      any(c, "SignPairing", { pairing, unit: of("a", "b") }, 5),
      any(
        c,
        "RecordPairingDelivery",
        {
          pairing,
          commitment: of("money", "room"),
          delivery: of("1", "2", "3", "4"),
          quantity: of(10, 60),
          date: anyDay
        },
        5
      ),
      any(c, "RenewPairing", { pairing, to: end }),
      any(c, "TerminatePairing", { pairing, to: anyDay, reason: of("迁出") })
    ),
    { maxLength: 40, size: "max" }
  )
  const proposed = (to: string | undefined) =>
    desk.to("ProposePairing", "2026-02-01", {
      names: { zh: "结对" },
      parties: [
        { unit: "a", line: "building" },
        { unit: "b", line: "rural" }
      ],
      commitments: [
        { commitment: "money", by: "a", kind: "fund", quantity: 100 },
        { commitment: "room", by: "b", kind: "venue", quantity: 60 }
      ],
      from: "2026-03-01",
      ...(to === undefined ? {} : { to })
    })

  it("F-12 deliveries add up to what was told, each once, and only days of the term count", () => {
    fc.assert(
      fc.property(commands, end, (all, to) => {
        const done = desk.run(all, desk.after([proposed(to === "2026-03-01" ? undefined : to)]))
        const now = there(Pairing.get(done.state, Code.PairingId.make("p")))
        const delivered = new Map<string, number>()
        const seen = new Set<string>()
        for (const event of done.events) {
          if (event._tag !== "PairingDelivered") continue
          expect(seen.has(event.delivery)).toBe(false)
          seen.add(event.delivery)
          expect(event.date >= now.proposed.from).toBe(true)
          delivered.set(event.commitment, (delivered.get(event.commitment) ?? 0) + event.quantity)
        }
        for (const { commitment, delivered: told } of Pairing.commitments(now)) {
          expect(told).toBe(delivered.get(commitment.commitment) ?? 0)
        }
        if (seen.size > 0) expect(Pairing.unsigned(now)).toEqual([])
      }),
      { numRuns: 120 }
    )
  })

  it("F-12 what expires is what is in force today and not in force on a day within reach", () => {
    fc.assert(
      fc.property(commands, end, anyDay, fc.nat(30), (all, to, on, reach) => {
        const { state } = desk.run(all, desk.after([proposed(to === "2026-03-01" ? undefined : to)]))
        const now = there(Pairing.get(state, Code.PairingId.make("p")))
        const gone = Array.from({ length: reach + 1 }, (_, n) => CivilDate.addDays(on, n)).some(
          (date) => !Pairing.isInForce(now, date)
        )
        const found = Pairing.expiring(state, on, reach).map((one) => one.pairing)
        expect(found).toEqual(Pairing.isInForce(now, on) && gone ? ["p"] : [])
      }),
      { numRuns: 150 }
    )
  })
})

describe("co-management pacts", () => {
  it("H-18 whatever is replaced, all four kinds of parties have a duty on every day, and are four units", () => {
    const c = CoManagementCommand.Command
    const desk = stage(CoManagements.decider, c, facts, { coManagement: "m" })
    const replace = any(c, "ReplaceCoManager", {
      coManagement: of("m"),
      kind: of(...CoManagement.kinds),
      unit: of("x", "y", "none", "street", "community"),
      duty: of("看护", "课程"),
      from: anyDay
    }).arbitrary
    fc.assert(
      fc.property(fc.array(replace, { maxLength: 12, size: "max" }), (all) => {
        const formed = desk.to("FormCoManagement", "2026-02-01", {
          names: { zh: "四方共管" },
          subject: "class-1",
          managers: CoManagement.kinds.map((kind) => ({ kind, unit: kind, duty: "共管" })),
          from: "2026-03-01"
        })
        const { state } = desk.run(all, desk.after([formed]))
        const now = there(CoManagement.get(state, Code.CoManagementId.make("m")))
        for (const date of days) {
          expect(CoManagement.missing(now, date)).toEqual([])
          if (date < "2026-03-01") continue
          const units = CoManagement.kinds.flatMap((kind) =>
            CoManagement.duties(now, kind, date).map(({ unit }) => unit)
          )
          expect(new Set(units).size).toBe(4)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe("annual lists", () => {
  it("W-06 whatever is of a higher level was published, nominated and scored high enough", () => {
    const c = AnnualListCommand.Command
    const desk = stage(AnnualLists.decider, c, facts, { committee: "a", year: 2026 })
    const item = { committee: of("a"), year: of(2026), project: of("x", "y") }
    const to = of("district", "city")
    const marks = fc
      .integer({ min: 0, max: 100 })
      .map((mark) => ["breadth", "lasting", "demand"].map((criterion) => ({ criterion, mark })))
    const commands = fc.array(
      fc.oneof(
        any(c, "PublishAnnualList", { committee: of("a"), year: of(2026) }),
        any(c, "DropListItem", { ...item, reason: of("合并") }),
        any(c, "NominateListItem", { ...item, to }, 3),
        any(c, "ScoreListItem", { ...item, marks }, 3),
        any(c, "PromoteListItem", { ...item, to }, 4)
      ),
      { minLength: 10, maxLength: 60, size: "max" }
    )
    fc.assert(
      fc.property(commands, (all) => {
        const adopt = (project: string) =>
          desk.to("AdoptListItem", "2026-02-01", {
            project,
            names: { zh: "白领食堂" },
            promise: "开业",
            beneficiaries: { value: 100, qualifier: "about" }
          })
        const open = desk.to("OpenAnnualList", "2026-02-01")
        const { state, events } = desk.run(inOrder(all), desk.after([open, adopt("x"), adopt("y")]))
        const list = there(AnnualList.get(state, there(open.committee), 2026))
        for (const [n, event] of events.entries()) {
          if (event._tag !== "ListItemPromoted") continue
          const before = events.slice(0, n)
          const own = before.filter((one) => "project" in one && one.project === event.project)
          const scored = own.findLast((one) => one._tag === "ListItemScored")
          expect(before.some((one) => one._tag === "AnnualListPublished")).toBe(true)
          expect(own.some((one) => one._tag === "ListItemNominated" && one.to === event.to)).toBe(true)
          expect(scored?._tag === "ListItemScored" && scored.score >= facts.benefit.needed).toBe(true)
        }
        const high = AnnualList.items(list).filter(({ level }) => level !== "committee").length
        expect(AnnualList.promoted(state, 2026, "district").numerator).toBe(high)
      }),
      { numRuns: 120 }
    )
  })
})
