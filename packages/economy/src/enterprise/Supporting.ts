import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { QualificationNotHeld, QualificationOverlaps, SupportIdTaken, SupportNotRunning } from "../EnterpriseError.ts"
import * as Register from "../EnterpriseRegister.ts"
import * as Holding from "../Holding.ts"
import * as Rule from "./Rule.ts"

export const decisions: Rule.Decisions<"RecordSupport" | "EndSupport" | "AwardBrand" | "EndBrand"> = {
  RecordSupport: (context, register, { _tag, ...told }) => {
    const { enterprise, support, kind, by, quantity, from, to } = told
    const before = Register.support(Register.enterprise(register, enterprise), support)
    if (before !== undefined) {
      const same =
        before.kind === kind &&
        before.by === by &&
        before.quantity === quantity &&
        before.from === from &&
        before.to === to
      return same ? Rule.nothing : Result.fail(new SupportIdTaken({ enterprise, support }))
    }
    return Rule.fact(
      { _tag: "SupportRecorded", ...told },
      () => Rule.worded(context, "supports", kind),
      () => Rule.ordered(from, to),
      () => Rule.counted(enterprise, "quantity", quantity),
      () => Rule.existing(context, enterprise, from),
      () => Rule.existing(context, by, from)
    )
  },
  EndSupport: (_context, register, { _tag, ...told }) => {
    const { enterprise, support, on } = told
    const before = Register.support(Register.enterprise(register, enterprise), support)
    if (before?.revoked === on) return Rule.nothing
    return before !== undefined && before.revoked === undefined && Holding.holds(before, on)
      ? Rule.fact({ _tag: "SupportEnded", ...told })
      : Result.fail(new SupportNotRunning({ enterprise, support, on }))
  },
  AwardBrand: (context, register, { _tag, ...told }) => {
    const { unit, brand, from, to } = told
    const before = Register.brandings(register, brand, unit)
    if (before.some((one) => one.from === from && one.to === to)) return Rule.nothing
    return Rule.fact(
      { _tag: "BrandAwarded", ...told },
      () => Rule.worded(context, "brands", brand),
      () => Rule.ordered(from, to),
      () => Rule.existing(context, unit, from),
      () => {
        const other = Holding.clash(before, to === undefined ? { from } : { from, to })
        if (other === undefined) return Rule.fine
        const days = Holding.life(other) ?? other
        const { from: begun, to: ended } = days
        return Result.fail(new QualificationOverlaps({ unit, kind: brand, level: undefined, from: begun, to: ended }))
      }
    )
  },
  EndBrand: (_context, register, { _tag, ...told }) => {
    const { unit, brand, on } = told
    const all = Register.brandings(register, brand, unit)
    if (all.some(({ revoked }) => revoked === on)) return Rule.nothing
    return all.some((one) => Holding.holds(one, on))
      ? Rule.fact({ _tag: "BrandEnded", ...told })
      : Result.fail(new QualificationNotHeld({ unit, kind: brand, on }))
  }
}

const carried = (
  register: Register.EnterpriseRegister,
  { unit, brand }: Pick<Register.Branding, "unit" | "brand">,
  f: (all: ReadonlyArray<Register.Branding>) => ReadonlyArray<Register.Branding>
): Register.EnterpriseRegister => {
  const units = Option.getOrElse(HashMap.get(register.brands, brand), () => HashMap.empty())
  const now = HashMap.set(units, unit, f(Register.brandings(register, brand, unit)))
  return { ...register, brands: HashMap.set(register.brands, brand, now) }
}

export const effects: Rule.Effects<"SupportRecorded" | "SupportEnded" | "BrandAwarded" | "BrandEnded"> = {
  SupportRecorded: (register, { _tag, ...told }) =>
    Rule.change(register, told.enterprise, ({ supports }) => ({
      supports: [...supports, { ...told, revoked: undefined }]
    })),
  SupportEnded: (register, { enterprise, support, on }) =>
    Rule.change(register, enterprise, ({ supports }) => ({
      supports: supports.map((one) => (one.support === support ? { ...one, revoked: on } : one))
    })),
  BrandAwarded: (register, { _tag, ...told }) =>
    carried(register, told, (all) => [...all, { ...told, revoked: undefined }]),
  BrandEnded: (register, { unit, brand, on }) =>
    carried(register, { unit, brand }, (all) =>
      all.map((one) => (Holding.holds(one, on) ? { ...one, revoked: on } : one))
    )
}
