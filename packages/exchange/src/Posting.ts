import type { CivilDate, Identifier, Problem } from "@louyu/kernel"
import type { RoleScheme } from "@louyu/roles"
import * as Result from "effect/Result"
import { optional, required } from "./Column.ts"
import type { Context } from "./Context.ts"
import * as Domain from "./DomainForm.ts"
import { RoleAmbiguous, RoleUnknown } from "./ExchangeError.ts"
import * as Form from "./Form.ts"
import type { RoleBook, SchemeEntry } from "./RoleBook.ts"
import * as RoleForm from "./RoleForm.ts"
import type { Surroundings } from "./Surroundings.ts"
import * as Vocabulary from "./Vocabulary.ts"

type UnitId = Identifier.UnitId

/** Columns that name a post. */
export const post = {
  unit: required(Domain.unit, "单元", ["岗位所在的单元，如楼宇、微网格", "the unit the post belongs to"], {
    also: ["编号", "单元编号"]
  }),
  role: required(Form.label(64), "岗位", ["岗位的编号或名称", "the role, by code or name"], { also: ["角色"] }),
  scheme: optional(RoleForm.scheme, "方案", [
    "可留空：只有一个方案有此岗位，或当日只实行其中一个",
    "may be empty where one scheme alone has the role, or one alone of those that do is in force that day"
  ])
}

/** The column that says whose posts are kept together. */
export const roster = optional(Domain.unit, "名册", [
  "归口的楼宇、党委等；空则为最近的实行该方案的单元",
  "the building, committee or cluster that keeps the posts; where empty, the nearest unit around with the scheme in force"
])

/** The cells that name a post. */
export interface Named {
  readonly unit: UnitId
  readonly role: string
  readonly scheme: RoleScheme.SchemeId | undefined
}

/** A post, and the roster that keeps it. */
export interface Posted {
  readonly roster: UnitId
  readonly scheme: RoleScheme.SchemeId
  readonly role: RoleScheme.RoleCode
  readonly unit: UnitId
}

type Found<A> = Result.Result<A, Problem.Problem>

const unknown = (name: string, entries: ReadonlyArray<SchemeEntry>, { advise }: Context): RoleUnknown => {
  const words = [...new Set(entries.flatMap(({ roles }) => Vocabulary.names(roles)))]
  const near = advise(name, words.join(), words, words.length)
  return new RoleUnknown({ role: name.slice(0, 60), nearest: near.length > 0 ? near : words })
}

const schemeOf = (
  { unit, role, scheme }: Named,
  on: CivilDate.CivilDate,
  book: RoleBook,
  context: Context,
  { around, inForce }: Surroundings
): Found<SchemeEntry> => {
  if (scheme !== undefined) {
    const entry = book.entry(scheme)
    if (entry?.roles.find(role) !== undefined) return Result.succeed(entry)
    return Result.fail(unknown(role, entry === undefined ? [] : [entry], context))
  }
  const having = book.having(role)
  if (having.length === 0) return Result.fail(unknown(role, book.entries, context))
  const now = new Set(around(unit, on).flatMap((one) => inForce(one, on)))
  const fitting = having.length === 1 ? having : having.filter(({ id }) => now.has(id))
  const [only, ...more] = fitting
  return only !== undefined && more.length === 0
    ? Result.succeed(only)
    : Result.fail(new RoleAmbiguous({ role, schemes: having.map(({ id }) => id) }))
}

/**
 * The post that cells name, on the day it is about.
 *
 * Shape: `undefined` when there is no profile, which is an error of its own. What is wrong is wrong with the role.
 */
export const find = (
  named: Named & { readonly roster?: UnitId | undefined },
  on: CivilDate.CivilDate,
  context: Context,
  surroundings: () => Surroundings
): Found<Posted> | undefined => {
  const { roles: book } = context
  if (book === undefined) return undefined
  const seen = surroundings()
  return Result.flatMap(schemeOf(named, on, book, context, seen), ({ id, roles }): Found<Posted> => {
    const role = roles.find(named.role)
    if (role === undefined) throw new Error("invariant: the scheme was chosen because it has the role")
    const { unit } = named
    const around = () => seen.around(unit, on).find((one) => seen.inForce(one, on).includes(id))
    return Result.succeed({ roster: named.roster ?? around() ?? unit, scheme: id, role, unit })
  })
}
