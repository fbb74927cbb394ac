import { readdirSync, readFileSync } from "node:fs"
import {
  Comparison,
  EnterpriseRegister,
  Expiring,
  Figure,
  Incubation,
  Indicator,
  Indicators,
  Occupancy,
  Publications,
  Published,
  Residence,
  Taxation,
  type TaxTier,
  Unit
} from "@louyu/economy"
import { CityFolder } from "@louyu/exchange"
import { CivilDate, Identifier, Money } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { MemoryStore } from "@louyu/store-memory"
import * as Result from "effect/Result"
import { openCity, type PromisedCity } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const folder = new URL("./city/", import.meta.url)
const report = CityFolder.read(
  new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const))
)
const commands = report.steps.map(({ command }) => command)
const by = { actor: "test" }
const lastDay = CivilDate.make("2022-12-31")
const unit = (id: string) => Identifier.UnitId.make(id)

let city: PromisedCity
beforeAll(async () => {
  const { tenant, profile } = report
  if (tenant === undefined || profile === undefined) throw new Error("city.json names tenant and profile")
  city = await openCity({ tenant, profile, store: MemoryStore.layer })
  await city.dispatchAll(commands, by)
})
afterAll(() => city.close())

const places = async (id: string) => {
  const view = await city.organisation.on(lastDay)
  return [unit(id), ...View.descendants(view, "location", unit(id))]
}
const printed = async (id: string) => {
  const found = Publications.get(await city.economy.publications(), Published.PublicationId.make(id))
  const known = found && Publications.known(found, lastDay)
  if (known === undefined) throw new Error(`${id} was published`)
  return known
}
const sumOf = (amounts: TaxTier.Amounts) => Result.getOrThrow(Money.sum(amounts.values()))
const scope = (id: string) => ({ id, names: { zh: id } })
const indicator = (id: string) => Result.getOrThrow(Indicator.get(Indicators.common, id))
const at = (id: string) => ({ on: lastDay, scope: scope(id) })

describe("G-11 the published figures of the district, from records", () => {
  it("G-11 P-02 16 buildings yielded more than 1.3 billion yuan in 2022, more than 15 % above 2021", async () => {
    const taxation = await city.economy.taxation()
    const [before, now] = [2021, 2022].map((year) => Taxation.ofYear(taxation, year, lastDay))
    if (before === undefined || now === undefined) throw new Error("both years are told")
    expect([before.size, now.size]).toEqual([16, 16])
    const tax = Result.getOrThrow(Figure.amount(indicator("tax"), sumOf(now), at("cbd")))
    expect(Comparison.of(tax, await printed("g11-tax"))).toEqual({ _tag: "agrees" })
    const more = sumOf(now) - sumOf(before)
    const growth = Result.getOrThrow(Figure.rate(indicator("taxGrowth"), more, sumOf(before), at("cbd")))
    expect(Comparison.of(growth, await printed("g11-growth"))).toEqual({ _tag: "agrees" })
    // Without the correction of one building it would be less than was published.
    const early = Taxation.ofYear(taxation, 2022, CivilDate.make("2022-12-30"))
    expect(
      Comparison.of({ ...tax, numerator: { value: sumOf(early), qualifier: "exact" } }, await printed("g11-tax"))
    ).toMatchObject({ _tag: "differs" })
  })

  it("G-11 P-02 the rooms have 335,000 m² together", async () => {
    const { area } = Occupancy.on(await city.economy.rentRoll(), lastDay, await places("cbd"))
    const floor = Result.getOrThrow(Figure.amount(indicator("floorArea"), area.total, at("cbd")))
    expect(floor.value?.value).toBe(335_000)
    const said = await printed("g11-area")
    expect([said.printed.decimals, Unit.dimension(said.printed.unit)]).toEqual([1, "area"])
    expect(Comparison.of(floor, said)).toEqual({ _tag: "agrees" })
    expect(Comparison.of({ ...floor, numerator: { value: 334_000, qualifier: "exact" } }, said)._tag).toBe("differs")
  })

  it("G-11 one building has an output above 10 billion yuan", async () => {
    const known = Taxation.known(await city.economy.taxation(), unit("b01"), 2022, lastDay, "output")
    const output = Result.getOrThrow(Figure.amount(indicator("output"), known?.amount ?? 0, at("b01")))
    expect(Comparison.of(output, await printed("g11-output"))).toEqual({ _tag: "agrees" })
  })
})

describe("the rent roll and the enterprises", () => {
  it("change nothing when the folder is loaded a second time", async () => {
    expect((await city.dispatchAll(commands, by)).events).toEqual([])
  })

  it("P-21 R4-12 occupancy follows from 132 rooms and their leases", async () => {
    const roll = await city.economy.rentRoll()
    const { byUnits, units } = Occupancy.on(roll, lastDay, await places("cbd"))
    expect([units.total, units.notOffered]).toEqual([132, 1])
    expect(byUnits).toMatchObject({ numerator: 120, denominator: 131 })
    const before = Occupancy.on(roll, CivilDate.make("2020-12-31"), await places("cbd"))
    expect(before.byUnits.numerator).toBeLessThan(byUnits.numerator)
  })

  it("R4-15 R4-17 who is registered here, and who leaves next", async () => {
    const roll = await city.economy.rentRoll()
    const { registered, taxed } = Residence.on(roll, lastDay, await places("cbd"))
    expect(registered.yes + registered.no + registered.unknown).toBe(120)
    expect(taxed.yes).toBeLessThan(registered.yes)
    const leaving = Expiring.within(roll, lastDay, 60, await places("cbd"))
    expect(new Set(leaving.map(({ because }) => because))).toEqual(new Set(["end", "intention"]))
    expect(leaving.filter(({ because }) => because === "intention").map(({ leaves }) => leaves)).toEqual(
      leaving.flatMap(({ because }) => (because === "intention" ? ["2023-01-10"] : []))
    )
  })

  it("P-26 three firms went into live e-commerce after the training, and H-29 one building carries a brand", async () => {
    const register = await city.economy.enterprises()
    const firms = [...EnterpriseRegister.enterprises(register)]
    expect(Incubation.achieved(register, firms, { kind: "liveCommerce" })).toEqual(["e003", "e004", "e005"])
    expect(EnterpriseRegister.branded(register, "partyBuildingComplex", lastDay)).toEqual(["b01"])
  })
})
