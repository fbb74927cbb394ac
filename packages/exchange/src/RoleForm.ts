import type { Identifier } from "@louyu/kernel"
import { RoleScheme, VisitCommand } from "@louyu/roles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import * as DomainForm from "./DomainForm.ts"
import { CadenceInvalid, ChoiceUnknown, IdInvalid, PairInvalid, SchemeUnknown, UnitUnlisted } from "./ExchangeError.ts"
import { choice, type Form, type Reading } from "./Form.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Cadence = RoleScheme.Cadence

const isSchemeId = Schema.is(RoleScheme.SchemeId)
const isLevel = Schema.is(RoleScheme.Level)
const isCode = Schema.is(VisitCommand.NeedFound.fields.need)

/** A role scheme of the profile, by id or name. */
export const scheme: Form<RoleScheme.SchemeId> = {
  names: { zh: "方案的编号或名称", en: "the id or name of a role scheme" },
  read: (cell, { roles, advise }) => {
    if (roles === undefined) return isSchemeId(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))
    const found = roles.schemes.find(cell)
    if (found !== undefined) return Result.succeed(found)
    const words = Vocabulary.names(roles.schemes)
    const near = advise(cell, "scheme", words, words.length)
    return Result.fail(new SchemeUnknown({ scheme: cell.slice(0, 60), nearest: near.length > 0 ? near : words }))
  }
}

/** The id of a plan, visit, need or sweep. */
export const code: Form<string> = {
  names: { zh: "编号", en: "an id" },
  read: (cell) => (isCode(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({})))
}

/** How secret something is that may be seen. */
export const level: Form<RoleScheme.Level> = {
  names: { zh: "0 至 4", en: "0 to 4" },
  read: (cell) => {
    const value = Number(cell.normalize("NFKC"))
    return isLevel(value) ? Result.succeed(value) : Result.fail(new ChoiceUnknown({ known: ["0", "1", "2", "3", "4"] }))
  }
}

const rhythms = Vocabulary.make<Extract<Cadence, string>>([
  { id: "weekly", names: { zh: "每周", en: "weekly" } },
  { id: "monthly", names: { zh: "每月", en: "monthly" } },
  { id: "quarterly", names: { zh: "每季", en: "quarterly" }, also: ["每季度"] },
  { id: "yearly", names: { zh: "每年", en: "yearly" } }
])
const workdays = /^([1-9]\d{0,3})\s*(?:个?工作日|workdays?)$/iu

/** How often somebody goes and sees. */
export const cadence: Form<Cadence> = {
  names: {
    zh: "每周、每月、每季、每年，或如“10个工作日”",
    en: "weekly, monthly, quarterly, yearly or a number of working days such as 10 workdays"
  },
  read: (cell) => {
    const [, days] = workdays.exec(cell.normalize("NFKC")) ?? []
    const found = days === undefined ? rhythms.find(cell) : { workdays: Number(days) }
    return found === undefined ? Result.fail(new CadenceInvalid({})) : Result.succeed(found)
  }
}

/** A rhythm for each tier: `vip=weekly;other=quarterly`. */
export const tiers: Form<Readonly<Record<string, Cadence>>> = {
  names: { zh: "层级=频次；多项以分号分隔", en: "tier=rhythm, several separated by semicolons" },
  read: (cell, context) => {
    const found: Array<readonly [string, Cadence]> = []
    for (const [tier, rhythm] of DomainForm.pairs(cell) ?? [["", ""]]) {
      if (tier === "") return Result.fail(new PairInvalid({}))
      const read = cadence.read(rhythm, context)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      found.push([tier, read.success])
    }
    return Result.succeed(Object.fromEntries(found))
  }
}

/** What was found at a door. */
export const doorResult = choice(
  Vocabulary.make<VisitCommand.SweepResult>([
    { id: "occupied", names: { zh: "在用", en: "occupied" }, also: ["有人"] },
    { id: "vacant", names: { zh: "空置", en: "vacant" } },
    { id: "noAnswer", names: { zh: "无人应答", en: "noAnswer" }, also: ["no answer"] }
  ])
)

/** The id of a unit that some row sets up, in a file whose cells are never repeated to anybody. */
export const privateUnit: Form<Identifier.UnitId> = {
  names: DomainForm.unit.names,
  read: (cell, context) =>
    Result.mapError(DomainForm.unit.read(cell, context), (problem) =>
      problem instanceof IdInvalid ? problem : new UnitUnlisted({})
    )
}

/** A class of records of the access policy, by id or name. */
export const recordClass: Form<string> = {
  names: { zh: "人员类别的编号或名称", en: "the id or name of a class of records" },
  read: (cell, { recordClasses }: Context): Reading<string> => {
    const found = recordClasses.find(cell)
    return found === undefined
      ? Result.fail(new ChoiceUnknown({ known: Vocabulary.names(recordClasses) }))
      : Result.succeed(found)
  }
}
