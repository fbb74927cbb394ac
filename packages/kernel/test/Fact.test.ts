import { Fact } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const Sit = Schema.TaggedStruct("Sit", { people: Schema.Int })

describe("Fact.of", () => {
  it("says what the command said, under its own tag", () => {
    const Sat = Fact.of("Sat", Sit.fields)
    expect(Schema.decodeUnknownSync(Sat)({ _tag: "Sat", people: 2 })).toEqual({ _tag: "Sat", people: 2 })
    expect(() => Schema.decodeUnknownSync(Sat)({ _tag: "Sit", people: 2 })).toThrow()
    expect(() => Schema.decodeUnknownSync(Sat)({ _tag: "Sat" })).toThrow()
  })

  it("may know more than the command said", () => {
    const Sat = Fact.of("Sat", { ...Sit.fields, table: Schema.String })
    expect(() => Schema.decodeUnknownSync(Sat)({ _tag: "Sat", people: 2 })).toThrow()
    expect(Schema.decodeUnknownSync(Sat)({ _tag: "Sat", people: 2, table: "a" }).table).toBe("a")
  })
})
