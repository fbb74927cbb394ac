import { describe, expect, it } from "vitest"
import * as Occupancy from "../src/Occupancy.ts"
import * as RentRoll from "../src/RentRoll.ts"
import { after, command, day, decide, lease, leaseId, run, space, unit } from "./tenancyScene.ts"

const tower = [space("801", 100, { floor: "8" }), space("802", 60.5, { floor: "8" }), space("901", 200, { floor: "9" })]

describe("spaces and leases", () => {
  it("R4-12 a space that is let is refused to another tenant on those days, and free on all others", () => {
    const roll = after([...tower, lease("L1", "acme", ["801"], "2024-01-01", "2025-01-01")])
    expect(decide(roll, lease("L2", "bolt", ["802", "801"], "2024-12-31"))).toBe("SpaceAlreadyLet")
    expect(decide(roll, lease("L2", "bolt", ["801"], "2023-01-01", "2024-01-02"))).toBe("SpaceAlreadyLet")
    expect(decide(roll, lease("L2", "bolt", ["801"], "2025-01-01"))).toHaveLength(1)
    expect(decide(roll, lease("L2", "bolt", ["801"], "2023-01-01", "2024-01-01"))).toHaveLength(1)
  })

  it("R4-12 a space is shared only when every lease of it says so, and by no more than its area", () => {
    const shared = { shared: true }
    const roll = after([...tower, lease("L1", "acme", [{ space: "801", area: 60 }], "2024-01-01", undefined, shared)])
    expect(decide(roll, lease("L2", "bolt", ["801"], "2024-02-01"))).toBe("SharingNotDeclared")
    expect(decide(roll, lease("L2", "bolt", [{ space: "801", area: 40.01 }], "2024-02-01", undefined, shared))).toBe(
      "SharesExceedArea"
    )
    expect(
      decide(roll, lease("L2", "bolt", [{ space: "801", area: 40 }], "2024-02-01", undefined, shared))
    ).toHaveLength(1)
    expect(decide(roll, lease("L2", "bolt", ["801"], "2024-02-01", undefined, shared))).toHaveLength(1)
    expect(decide(roll, lease("L2", "bolt", [{ space: "802", area: 10 }], "2024-02-01"))).toBe("ShareWithoutSharing")
    const smaller = { _tag: "RemeasureSpace", space: "801", area: 59, from: "2025-01-01", on: "2025-01-01" } as const
    expect(decide(roll, command(smaller))).toBe("SharesExceedArea")
    expect(decide(roll, command({ ...smaller, area: 60 }))).toHaveLength(1)
    const alone = after([...tower, lease("L1", "acme", ["801"], "2024-01-01")])
    expect(decide(alone, lease("L2", "bolt", ["801"], "2024-02-01", undefined, shared))).toBe("SharingNotDeclared")
  })

  it("R4-12 bad input gets an error of its own", () => {
    const roll = after([...tower, lease("L1", "acme", ["801"], "2024-01-01", "2025-01-01")])
    expect(decide(roll, space("1001", 0))).toBe("AreaInvalid")
    expect(decide(roll, space("1001", -5))).toBe("AreaInvalid")
    expect(decide(roll, space("1001", 10.005))).toBe("AreaInvalid")
    expect(decide(roll, space("1001", 10, { place: "ghost tower".replace(" ", "-") }))).toBe("PlaceNotFound")
    expect(decide(roll, space("801", 101))).toBe("SpaceIdTaken")
    expect(decide(roll, space("1001", 10, { from: "2024-01-01", to: "2024-01-01" }))).toBe("PeriodReversed")
    expect(decide(roll, space("1001", 10, { label: { zh: "请致电 138 0000 5678" } }))).toBe("NotePersonal")
    expect(decide(roll, lease("L2", "ghost", ["802"], "2024-01-01"))).toBe("TenantNotFound")
    expect(decide(roll, lease("L2", "bolt", ["1001"], "2024-01-01"))).toBe("SpaceNotFound")
    expect(decide(roll, lease("L2", "bolt", ["802"], "2019-12-31"))).toBe("TenantNotFound")
    expect(decide(roll, lease("L2", "bolt", ["802", "802"], "2024-01-01"))).toBe("SpaceRepeated")
    expect(decide(roll, lease("L2", "bolt", ["802"], "2024-01-01", "2023-01-01"))).toBe("PeriodReversed")
    expect(decide(roll, lease("L1", "bolt", ["802"], "2024-01-01"))).toBe("LeaseIdTaken")
    const part = [{ space: "802", area: -1 }]
    expect(decide(roll, lease("L2", "bolt", part, "2024-01-01", undefined, { shared: true }))).toBe("AreaInvalid")
    const end = { _tag: "EndLease", lease: "L1", to: "2024-06-01", reason: "terminated", on: "2024-05-01" } as const
    expect(decide(roll, command({ ...end, lease: "L9" }))).toBe("LeaseNotFound")
    expect(decide(roll, command({ ...end, to: "2024-01-01" }))).toBe("LeaseNotRunning")
    expect(decide(roll, command({ ...end, to: "2025-01-02" }))).toBe("LeaseNotRunning")
    const later = { _tag: "ExtendLease", lease: "L1", on: "2024-05-01" } as const
    expect(decide(roll, command({ ...later, to: "2025-01-01" }))).toBe("ExtensionNotLater")
    expect(decide(roll, command({ _tag: "StayAfterAll", lease: "L1", on: "2024-05-01" }))).toBe("LeavingNotIntended")
  })

  it("R4-12 an extension needs the space for the days it adds, and only those", () => {
    const roll = after([
      ...tower,
      lease("L1", "acme", ["801"], "2024-01-01", "2025-01-01"),
      lease("L2", "bolt", ["801"], "2025-03-01", "2025-06-01")
    ])
    const extend = { _tag: "ExtendLease", lease: "L1", on: "2024-11-01" } as const
    expect(decide(roll, command({ ...extend, to: "2025-03-02" }))).toBe("SpaceAlreadyLet")
    expect(decide(roll, command(extend))).toBe("SpaceAlreadyLet")
    expect(decide(roll, command({ ...extend, to: "2025-03-01" }))).toHaveLength(1)
  })

  it("R4-12 a space is withdrawn or closed only for days on which nobody has it, and then not let", () => {
    const roll = after([...tower, lease("L1", "acme", ["801"], "2024-01-01", "2025-01-01")])
    const withdraw = { _tag: "WithdrawSpace", space: "801", reason: "装修", on: "2024-06-01" } as const
    expect(decide(roll, command({ ...withdraw, from: "2024-12-31" }))).toBe("SpaceAlreadyLet")
    const rebuilt = after([command({ ...withdraw, from: "2025-01-01", to: "2025-04-01" })], roll)
    expect(decide(rebuilt, lease("L2", "bolt", ["801"], "2025-03-31"))).toBe("SpaceNotOffered")
    expect(decide(rebuilt, lease("L2", "bolt", ["801"], "2025-04-01"))).toHaveLength(1)
    const offered = after(
      [command({ _tag: "OfferSpace", space: "801", from: "2025-02-01", on: "2025-01-20" })],
      rebuilt
    )
    expect(decide(offered, lease("L2", "bolt", ["801"], "2025-02-01"))).toHaveLength(1)
    const close = { _tag: "CloseSpace", space: "801", on: "2024-06-01" } as const
    expect(decide(roll, command({ ...close, to: "2024-12-31" }))).toBe("SpaceAlreadyLet")
    expect(decide(roll, command({ ...close, to: "2020-01-01" }))).toBe("PeriodReversed")
    const closed = after([command({ ...close, to: "2025-01-01" })], roll)
    expect(decide(closed, lease("L2", "bolt", ["801"], "2025-01-01"))).toBe("SpaceNotFound")
    expect(Occupancy.on(closed, day("2025-01-01")).units.total).toBe(2)
  })

  it("R4-12 an annulled lease counts nowhere, but its history stays", () => {
    const wrong = lease("L1", "acme", ["801"], "2024-01-01")
    const annul = command({ _tag: "AnnulLease", lease: "L1", reason: "重复录入", on: "2024-02-01" })
    const roll = after([...tower, wrong, annul])
    expect(Occupancy.on(roll, day("2024-01-15")).units.let).toBe(0)
    expect(RentRoll.lease(roll, leaseId("L1"))?.annulled?.reason).toBe("重复录入")
    expect(RentRoll.leasesOf(roll, unit("acme"))).toEqual([])
    expect(decide(roll, lease("L2", "bolt", ["801"], "2024-01-01"))).toHaveLength(1)
    expect(decide(roll, command({ _tag: "ExtendLease", lease: "L1", to: "2030-01-01", on: "2024-03-01" }))).toBe(
      "LeaseNotFound"
    )
    expect(decide(roll, command({ _tag: "AnnulLease", lease: "L1", reason: "a@b.cn", on: "2024-02-01" }))).toBe(
      "LeaseNotFound"
    )
  })

  it("R4-12 a whole history told again in its order is no news", () => {
    const history = [
      ...tower,
      lease("L1", "acme", ["801"], "2024-01-01", "2025-01-01"),
      command({ _tag: "IntendToLeave", lease: "L1", expected: "2024-09-01", notice: true, on: "2024-03-01" }),
      command({ _tag: "StayAfterAll", lease: "L1", on: "2024-04-01" }),
      command({ _tag: "ExtendLease", lease: "L1", to: "2026-01-01", on: "2024-10-01" }),
      command({ _tag: "EndLease", lease: "L1", to: "2025-06-01", reason: "movedWithin", on: "2025-05-01" }),
      command({ _tag: "AnnulLease", lease: "L1", reason: "录错", on: "2025-05-02" }),
      lease("L2", "bolt", ["801"], "2024-06-01", "2025-01-01"),
      command({ _tag: "RemeasureSpace", space: "802", area: 61, from: "2024-06-01", on: "2024-06-10" }),
      command({ _tag: "RemeasureSpace", space: "802", area: 62, from: "2024-06-01", on: "2024-07-10" }),
      command({ _tag: "WithdrawSpace", space: "802", from: "2024-06-01", reason: "装修", on: "2024-05-10" }),
      command({ _tag: "OfferSpace", space: "802", from: "2024-08-01", on: "2024-07-10" }),
      lease("L3", "bolt", ["802"], "2024-08-01", "2025-01-01"),
      command({ _tag: "CloseSpace", space: "802", to: "2025-01-01", on: "2024-07-10" }),
      command({
        ...{ _tag: "DeclareResidence", tenant: "bolt", place: "tower" },
        ...{ registered: "yes", taxed: "unknown", from: "2024-08-01", on: "2024-08-05" }
      })
    ]
    const roll = after(history)
    expect(run(history, roll)).toEqual({ state: roll, events: [], failures: [] })
  })

  it("R4-12 of two areas for one date the one told later holds, in whatever order they are told", () => {
    const first = command({ _tag: "RemeasureSpace", space: "802", area: 61, from: "2024-06-01", on: "2024-06-10" })
    const second = command({ _tag: "RemeasureSpace", space: "802", area: 62, from: "2024-06-01", on: "2024-07-10" })
    const third = command({ _tag: "RemeasureSpace", space: "802", area: 60.5, from: "2024-03-01", on: "2024-08-10" })
    for (const order of [
      [first, second, third],
      [third, second, first],
      [second, third, first]
    ]) {
      const roll = after([...tower, ...order])
      const areas = ["2024-01-01", "2024-03-01", "2024-05-31", "2024-06-01"]
      expect(areas.map((on) => Occupancy.on(roll, day(on)).area.total)).toEqual([360.5, 360.5, 360.5, 362])
    }
  })
})
