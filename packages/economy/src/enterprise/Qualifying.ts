import type { CivilDate, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import { KindUnknown, QualificationNotHeld, QualificationOverlaps } from "../EnterpriseError.ts"
import * as Register from "../EnterpriseRegister.ts"
import * as Holding from "../Holding.ts"
import * as Rule from "./Rule.ts"

interface Named {
  readonly enterprise: Identifier.UnitId
  readonly kind: string
  readonly level?: string
}

// Two of the same kind and level are the same qualification; other levels may be held at the same time.
const alike = (register: Register.EnterpriseRegister, { enterprise, kind, level }: Named) =>
  Register.enterprise(register, enterprise).qualifications.filter((one) => one.kind === kind && one.level === level)

const known = ({ words }: Rule.Context, { kind, level }: Named): Rule.Checked => {
  const found = words.qualifications.get(kind)
  if (found === undefined) {
    return Result.fail(new KindUnknown({ list: "qualifications", id: kind, known: [...words.qualifications.keys()] }))
  }
  const levels = (found.levels ?? []).map(({ id }) => id)
  return level === undefined || levels.includes(level)
    ? Rule.fine
    : Result.fail(new KindUnknown({ list: "levels", id: level, known: levels }))
}

const without = <A extends { readonly on?: CivilDate.CivilDate }>({ on: _on, ...rest }: A): Omit<A, "on"> => rest

export const decisions: Rule.Decisions<"GrantQualification" | "RevokeQualification"> = {
  GrantQualification: (context, register, { _tag, ...told }) => {
    const { enterprise, kind, level, from, to, issuedBy, number } = told
    const before = alike(register, told)
    const same = before.some(
      (one) => one.from === from && one.to === to && one.issuedBy === issuedBy && one.number === number
    )
    if (same) return Rule.nothing
    return Rule.fact(
      { _tag: "QualificationGranted", ...told },
      () => known(context, told),
      () => Rule.ordered(from, to),
      () => Rule.impersonal(enterprise, issuedBy, number),
      () => Rule.existing(context, enterprise, told.on ?? from),
      () => {
        const other = Holding.clash(before, to === undefined ? { from } : { from, to })
        if (other === undefined) return Rule.fine
        const days = Holding.life(other) ?? other
        return Result.fail(new QualificationOverlaps({ unit: enterprise, kind, level, from: days.from, to: days.to }))
      }
    )
  },
  RevokeQualification: (_context, register, { _tag, ...told }) => {
    const { enterprise, kind, on } = told
    const all = alike(register, told)
    if (all.some(({ revoked }) => revoked === on)) return Rule.nothing
    return all.some((one) => Holding.holds(one, on))
      ? Rule.fact({ _tag: "QualificationRevoked", ...told })
      : Result.fail(new QualificationNotHeld({ unit: enterprise, kind, on }))
  }
}

export const effects: Rule.Effects<"QualificationGranted" | "QualificationRevoked"> = {
  QualificationGranted: (register, { _tag, ...told }) =>
    Rule.change(register, told.enterprise, ({ qualifications }) => ({
      qualifications: [...qualifications, { ...without(told), revoked: undefined }]
    })),
  QualificationRevoked: (register, { enterprise, kind, level, on }) =>
    Rule.change(register, enterprise, ({ qualifications }) => ({
      qualifications: qualifications.map((one) =>
        one.kind === kind && one.level === level && Holding.holds(one, on) ? { ...one, revoked: on } : one
      )
    }))
}
