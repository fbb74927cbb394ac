import { CivilDate, Decider, DivisionCode, Identifier } from "@louyu/kernel"
import { Command, Organisation, Search, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { asOf, levels, read, toCommand } from "./Division.ts"
import { textOf } from "./source.ts"

const [province, prefecture] = levels
const unit = (id: string) => Identifier.UnitId.make(id)

describe("toCommand", () => {
  it("sets a division up in the one above it", () => {
    const row = ["3304", "嘉兴市", "33"]
    const command = toCommand(prefecture, ["code", "name", "provinceCode"], row, new Set(["33"]))
    expect(Result.getOrThrow(command)).toEqual({
      _tag: "EstablishUnit",
      unit: "3304",
      kind: "prefecture",
      name: { zh: "嘉兴市" },
      within: "33",
      from: "2023-06-30"
    })
  })

  it.each([
    ["length", ["33"]],
    ["code", ["3x", "浙江省"]],
    ["name", ["33", " "]],
    ["twice", ["11", "北京市"]]
  ] as const)("says why a row is left out: %s", (reason, row) => {
    expect(toCommand(province, ["code", "name"], row, new Set(["11"]))).toEqual(Result.fail(reason))
  })

  it("leaves out a division whose superior was never met", () => {
    const row = ["3304", "嘉兴市", "33"]
    expect(toCommand(prefecture, ["code", "name", "provinceCode"], row, new Set())).toEqual(Result.fail("above"))
  })
})

describe("read", () => {
  const files = levels.map(({ file }) => file)
  const whole = read(textOf)

  it("takes every row of the real list and leaves none out", () => {
    const lines = files.map((file) => textOf(file).trimEnd().split("\n").length - 1)
    expect(whole.map(({ commands }) => commands.length)).toEqual(lines)
    expect(lines).toEqual([31, 342, 2_978, 41_352, 620_573])
    expect(whole.flatMap(({ rejected }) => rejected)).toEqual([])
  })

  it("agrees with the division codes themselves on who is above", () => {
    const [, ...below] = whole
    const disagreeing = below.flatMap(({ commands }) =>
      commands.filter(({ unit: id, within = "" }) => !id.startsWith(within) || id.length <= within.length)
    )
    expect(disagreeing).toEqual([])
    const provinces = whole[0]?.commands ?? []
    expect(provinces.map(({ unit: id }) => DivisionCode.fromPrefix(id)).every(Result.isSuccess)).toBe(true)
  })

  it("counts every row once, whatever is done to the rows", () => {
    const small = new Map<string, ReadonlyArray<string>>(
      files.map((file) => [file, textOf(file).split("\n").slice(0, 40)] as const)
    )
    const broken = '11,"北京市'
    const damage = fc.record({
      file: fc.constantFrom(...files),
      row: fc.integer({ min: 1, max: 30 }),
      with: fc.constantFrom("", "1,2,3,4,5,6,7,8,9", "abc,x", broken, "110101,重复,1101,11")
    })
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
        const linesOf = (file: string) => {
          const lines = [...(small.get(file) ?? [])]
          for (const one of damages) if (one.file === file && one.row < lines.length) lines[one.row] = one.with
          return lines
        }
        for (const { level, rows, commands, rejected } of read((file) => linesOf(file).join("\n"))) {
          expect(commands.length + rejected.length).toBe(rows)
          const lines = linesOf(level.file)
          // After a broken quotation mark nothing can be told apart any more; the last row left out says so.
          if (lines.includes(broken)) expect(rejected.at(-1)?.reason).toBe("quotes")
          else expect(rows).toBe(lines.length - (lines.at(-1) === "" ? 2 : 1))
        }
      }),
      { numRuns: 100 }
    )
  })

  it("R1-1 is accepted by the rules: one small province from top to bottom", () => {
    const commands = whole.flatMap((one) => one.commands.filter(({ unit: id }) => id.startsWith("64")))
    expect(commands.filter((command) => !Schema.is(Command.Command)(command))).toEqual([])
    const decider = Organisation.decider(Profiles.divisions.structure)
    const loaded = Decider.run(decider, decider.initial, commands, undefined)
    expect(loaded.failures).toEqual([])

    const view = View.of(Profiles.divisions.structure, loaded.state, asOf)
    const counts = levels.map(({ kind }) => commands.filter((command) => command.kind === kind).length)
    expect(View.levelCounts(view, "location")).toEqual(counts)
    const village = commands.at(-1)?.unit ?? ""
    const codes = [2, 4, 6, 9, 12].map((digits) => village.slice(0, digits))
    expect(View.path(view, "location", unit(village))).toEqual(codes)
    expect(Search.find(view.state, asOf, "銀川市")[0]).toMatchObject({ unit: "6401", match: "exact" })
    expect(
      View.unit(View.of(Profiles.divisions.structure, loaded.state, CivilDate.make("2023-06-29")), unit("64"))
    ).toBe(undefined)
  })
})
