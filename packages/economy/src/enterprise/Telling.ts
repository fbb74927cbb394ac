import { CivilDate } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { CountedInFuture, NothingReported, ToldOtherwise, YearInFuture } from "../EnterpriseError.ts"
import * as Register from "../EnterpriseRegister.ts"
import * as Rule from "./Rule.ts"

const lastDayOf = (year: number): CivilDate.CivilDate => CivilDate.addDays(CivilDate.startOfYear(year + 1), -1)

const past = (enterprise: string, asOf: CivilDate.CivilDate, on: CivilDate.CivilDate): Rule.Checked =>
  asOf <= on ? Rule.fine : Result.fail(new CountedInFuture({ enterprise, asOf, on }))

/** What is told on a day stays told: a correction is told on a later day, and both can be asked for. */
export const decisions: Rule.Decisions<
  "AssignIndustry" | "ReportEnterpriseYear" | "CountIntellectualProperty" | "LinkOutcome"
> = {
  AssignIndustry: (context, register, { _tag, ...told }) => {
    const { enterprise, from, on, industry } = told
    const same = Register.enterprise(register, enterprise).industries.find((one) => one.from === from && one.on === on)
    if (same !== undefined) {
      return Equal.equals(same.industry, industry)
        ? Rule.nothing
        : Result.fail(new ToldOtherwise({ enterprise, what: `industry ${from}`, on }))
    }
    return Rule.fact({ _tag: "IndustryAssigned", ...told }, () => Rule.existing(context, enterprise, on, from))
  },
  ReportEnterpriseYear: (context, register, { _tag, ...told }) => {
    const { enterprise, year, on } = told
    const given = Register.measures.filter((measure) => told[measure] !== undefined)
    if (given.length === 0) return Result.fail(new NothingReported({ enterprise, year }))
    const sameDay = Register.enterprise(register, enterprise).years.filter((o) => o.year === year && o.on === on)
    const otherwise = given.find((measure) =>
      sameDay.some((one) => one[measure] !== undefined && one[measure] !== told[measure])
    )
    if (otherwise !== undefined) {
      return Result.fail(new ToldOtherwise({ enterprise, what: `${otherwise} ${year}`, on }))
    }
    if (given.every((measure) => sameDay.some((one) => one[measure] === told[measure]))) return Rule.nothing
    return Rule.fact(
      { _tag: "EnterpriseYearReported", ...told },
      () => (year <= CivilDate.year(on) ? Rule.fine : Result.fail(new YearInFuture({ enterprise, year, on }))),
      ...given.map((measure) => () => Rule.counted(enterprise, measure, told[measure])),
      () => Rule.existing(context, enterprise, on, lastDayOf(year), CivilDate.startOfYear(year))
    )
  },
  CountIntellectualProperty: (context, register, { _tag, ...told }) => {
    const { enterprise, kind, count, asOf, on } = told
    const same = Register.enterprise(register, enterprise).property.find(
      (one) => one.kind === kind && one.asOf === asOf && one.on === on
    )
    if (same !== undefined) {
      return same.count === count
        ? Rule.nothing
        : Result.fail(new ToldOtherwise({ enterprise, what: `${kind} ${asOf}`, on }))
    }
    return Rule.fact(
      { _tag: "IntellectualPropertyCounted", ...told },
      () => Rule.worded(context, "intellectualProperty", kind),
      () => Rule.counted(enterprise, "count", count),
      () => past(enterprise, asOf, on),
      () => Rule.existing(context, enterprise, on, asOf)
    )
  },
  LinkOutcome: (context, register, { _tag, ...told }) => {
    const { enterprise, kind, on } = told
    if (Register.enterprise(register, enterprise).outcomes.some((one) => Equal.equals(one, told))) return Rule.nothing
    return Rule.fact(
      { _tag: "OutcomeLinked", ...told },
      () => Rule.worded(context, "outcomes", kind),
      () => Rule.existing(context, enterprise, on)
    )
  }
}

export const effects: Rule.Effects<
  "IndustryAssigned" | "EnterpriseYearReported" | "IntellectualPropertyCounted" | "OutcomeLinked"
> = {
  IndustryAssigned: (register, { _tag, ...told }) =>
    Rule.change(register, told.enterprise, ({ industries }) => ({ industries: [...industries, told] })),
  EnterpriseYearReported: (register, { _tag, ...told }) =>
    Rule.change(register, told.enterprise, ({ years }) => ({ years: [...years, told] })),
  IntellectualPropertyCounted: (register, { _tag, ...told }) =>
    Rule.change(register, told.enterprise, ({ property }) => ({ property: [...property, told] })),
  OutcomeLinked: (register, { _tag, ...told }) =>
    Rule.change(register, told.enterprise, ({ outcomes }) => ({ outcomes: [...outcomes, told] }))
}
