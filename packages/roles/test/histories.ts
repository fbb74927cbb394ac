import { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"

const twoHeads = "twoHeadsFourStaff"
const first = CivilDate.toEpochDay(CivilDate.make("2022-01-01"))
export const days = 40
export const dayAt = (offset: number): CivilDate.CivilDate => CivilDate.fromEpochDay(first + offset)

const day = fc.integer({ min: 0, max: days - 1 })
const person = fc.constantFrom("p-1", "p-2", "p-3", "p-4")
const post = fc.constantFrom(
  { roster: "tower", role: "buildingChief", unit: "tower" },
  { roster: "tower", role: "investmentLiaison", unit: "tower" },
  { roster: "tower", role: "partyMassGuide", unit: "tower" },
  { roster: "tower", role: "microGridHead", unit: "grid-1" },
  { roster: "tower", role: "microGridHead", unit: "grid-2" },
  { roster: "plaza", role: "buildingChief", unit: "plaza" },
  { roster: "plaza", role: "investmentLiaison", unit: "plaza" },
  { roster: "street", scheme: "streetPosts", role: "twoNewSecretary", unit: "street" }
)

const span = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }))
  .map(([from, length]) =>
    length === undefined ? { from: dayAt(from) } : { from: dayAt(from), to: dayAt(from + length) }
  )
const bounded = fc
  .tuple(day, fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from: dayAt(from), to: dayAt(from + length) }))

const at = (tag: string) => post.map((one) => ({ _tag: tag, scheme: twoHeads, ...one }))

/** A command somebody might give in these forty days, sensible or not. */
const command: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(at("Appoint"), person, span).map(([one, who, when]) => ({ ...one, person: who, ...when }))
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at("Relieve"), person, day).map(([one, who, on]) => ({ ...one, person: who, on: dayAt(on) }))
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at("Extend"), person, day, fc.option(day, { nil: undefined })).map(([one, who, on, to]) => ({
      ...one,
      person: who,
      on: dayAt(on),
      ...(to === undefined ? {} : { to: dayAt(to) })
    }))
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(at("HandOver"), person, person, day)
      .map(([one, who, to, on]) => ({ ...one, person: who, to, on: dayAt(on) }))
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(at("ActFor"), person, fc.option(person, { nil: undefined }), bounded)
      .map(([one, who, absent, when]) => ({
        ...one,
        person: who,
        ...(absent === undefined ? {} : { absent }),
        ...when
      }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(person, fc.constantFrom("tower", "grid-1"), fc.constantFrom(1, 2, 3), bounded)
      .map(([who, unit, level, when]) => ({
        _tag: "GrantAccess",
        roster: "tower",
        unit,
        person: who,
        level,
        purpose: "service",
        ...when
      }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(at("Delegate"), person, fc.constantFrom("overdue", "party", "general", "parking"), bounded)
      .map(([one, who, matter, when]) => ({ ...one, person: who, matter, ...when }))
  },
  {
    weight: 1,
    arbitrary: day.map((on) => ({ _tag: "DropScheme", roster: "plaza", layer: "operating", on: dayAt(on) }))
  }
)

/** Rights given all over the city, for several purposes: in most histories somebody has several that reach one record. */
export const grants: fc.Arbitrary<ReadonlyArray<object>> = fc.array(
  fc
    .record({
      unit: fc.constantFrom("street", "cbd", "tower", "grid-1", "plaza"),
      person,
      level: fc.constantFrom(1, 2, 3, 4),
      purpose: fc.constantFrom("service", "governance", "membership", "childcare"),
      from: fc.integer({ min: 0, max: days / 2 })
    })
    .map(({ from, ...one }) => ({
      _tag: "GrantAccess",
      roster: "street",
      from: dayAt(from),
      to: dayAt(from + days / 2),
      ...one
    })),
  { minLength: 4, maxLength: 16 }
)

const adopt = (roster: string, scheme = twoHeads) => ({
  _tag: "AdoptScheme",
  roster,
  scheme,
  version: 1,
  from: dayAt(0)
})

/** Two heads four staff in two buildings, a committee whose secretary is that of the street, and what people then ask for. */
export const history: fc.Arbitrary<ReadonlyArray<object>> = fc
  .array(command, { minLength: 1, maxLength: 25 })
  .map((commands) => [
    adopt("tower"),
    adopt("plaza"),
    adopt("street", "streetPosts"),
    adopt("committee", "committeePosts"),
    ...commands
  ])
