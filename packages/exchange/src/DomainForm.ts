import { DivisionCode, GridCode, Identifier, type Problem, Uscc } from "@louyu/kernel"
import { Command, OrganisationError, Structure } from "@louyu/organisation"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import { IdInvalid, KindUnknown, PairInvalid, ReferenceUnknown } from "./ExchangeError.ts"
import { choice, type Form, label, list, type Reading } from "./Form.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Identification = Command.ExternalIdentifier

const isUnitId = Schema.is(Identifier.UnitId)
const isPersonId = Schema.is(Identifier.PersonId)
const isAllianceId = Schema.is(Command.AllianceId)
const isKindId = Schema.is(Structure.KindId)

const ifIs =
  <A extends string>(is: (text: string) => text is A) =>
  (cell: string): Reading<A> =>
    is(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))

const referring =
  <A extends string>(sort: "unit" | "alliance", is: (text: string) => text is A) =>
  (cell: string, { registry }: Context): Reading<A> => {
    if (!is(cell)) return Result.fail(new IdInvalid({}))
    if (registry.knows(sort, cell)) return Result.succeed(cell)
    return Result.fail(new ReferenceUnknown({ sort, id: cell, nearest: registry.nearest(sort, cell) }))
  }

/** The id of a unit that a row sets up. */
export const newUnit: Form<Identifier.UnitId> = {
  names: { zh: "新的编号，终身不变", en: "a new id, never changed or used again" },
  read: ifIs(isUnitId)
}

/** The id of a unit that some row of the folder sets up. */
export const unit: Form<Identifier.UnitId> = {
  names: { zh: "单元编号", en: "the id of a unit" },
  read: referring("unit", isUnitId)
}

/** The ids of several units. */
export const units = list(unit)

/** The id of an alliance that a row sets up. */
export const newAlliance: Form<Command.AllianceId> = { names: newUnit.names, read: ifIs(isAllianceId) }

/** The id of an alliance that some row of the folder sets up. */
export const alliance: Form<Command.AllianceId> = {
  names: { zh: "联建编号", en: "the id of an alliance" },
  read: referring("alliance", isAllianceId)
}

/** The id of a person; never a name or a number of an identity card. */
export const person: Form<Identifier.PersonId> = {
  names: { zh: "人员编号（不得填写姓名、证件号）", en: "the id of a person, never a name or an official number" },
  read: ifIs(isPersonId)
}

/** The ids of several people. */
export const people = list(person)

/** A kind of unit of the profile, by id or name. */
export const kind: Form<Structure.KindId> = {
  names: { zh: "类型的编号或名称", en: "the id or name of a kind" },
  read: (cell, { kinds, advise }) => {
    if (kinds === undefined) return isKindId(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))
    const found = kinds.find(cell)
    if (found !== undefined) return Result.succeed(found)
    const names = kinds.words.flatMap((word) => [word.id, word.names.zh])
    const near = advise(cell, "kind", names, names.length)
    const nearest = near.length > 0 ? near : Vocabulary.names(kinds)
    return Result.fail(new KindUnknown({ kind: cell.slice(0, 60), nearest }))
  }
}

/** Functional or entity. */
export const nature = choice(Vocabulary.of<Structure.Nature>(["functional", "功能型"], ["entity", "实体", "实体型"]))
/** Founded by one enterprise or by several. */
export const formation = choice(
  Vocabulary.of<Structure.Formation>(["single", "单建", "单独组建"], ["joint", "联建", "联合组建"])
)
/** Full or probationary member. */
export const standing = choice(
  Vocabulary.of<Command.Standing>(["full", "正式", "正式党员"], ["probationary", "预备", "预备党员"])
)
/** What a name other than the official one is. */
export const aliasSort = choice(
  Vocabulary.of<Command.AliasSort>(
    ["former", "曾用名"],
    ["short", "简称"],
    ["brand", "品牌"],
    ["other", "其他", "别名"]
  )
)
/** Which of the two forests a move is about. */
export const line = choice(Vocabulary.of<Structure.Line>(["command", "隶属"], ["location", "所在", "位置"]))
/** What an alliance member does. */
export const allianceRole = choice(Vocabulary.of<"member" | "lead">(["member", "成员"], ["lead", "牵头"]))

const pair = /^([^=＝:：]+)[=＝:：](.+)$/su

/** The pairs of a list of them, or `undefined` where something is no pair. */
export const pairs = (cell: string): ReadonlyArray<readonly [string, string]> | undefined => {
  const found: Array<readonly [string, string]> = []
  for (const part of cell.split(/[;；|]/u)) {
    if (part.trim() === "") continue
    const [, name = "", value = ""] = pair.exec(part) ?? []
    if (name.trim() === "" || value.trim() === "") return undefined
    found.push([name.trim(), value.trim()])
  }
  return found
}

const answer = (
  context: Context,
  name: string,
  value: string
): Result.Result<readonly [string, string], OrganisationError.ClassificationUnknown> => {
  if (context.classifications === undefined) return Result.succeed([name, value])
  const classification = context.classifications.find(name)
  const options = context.options.get(classification ?? "")
  const option = options?.find(value)
  if (classification !== undefined && option !== undefined) return Result.succeed([classification, option])
  const known = Vocabulary.names(options ?? context.classifications)
  return Result.fail(new OrganisationError.ClassificationUnknown({ classification: name, option: value, known }))
}

/** Answers to classifications of the profile: `operating-status=substantive`. */
export const classes: Form<Readonly<Record<string, string>>> = {
  names: { zh: "分类=选项；多项以分号分隔", en: "classification=option, several separated by semicolons" },
  read: (cell, context) => {
    const found: Record<string, string> = {}
    for (const [name, value] of pairs(cell) ?? [["", ""]]) {
      if (name === "") return Result.fail(new PairInvalid({}))
      const read = answer(context, name, value)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      const [classification, option] = read.success
      found[classification] = option
    }
    return Result.succeed(found)
  }
}

const gridSchemes = [GridCode.cell15, GridCode.basic14, GridCode.professional20]

const readGrid = (value: string): Reading<string> => {
  const tried = gridSchemes.map((scheme) => GridCode.parse(scheme, value))
  const found = tried.find(Result.isSuccess) ?? tried[0]
  return found === undefined ? Result.succeed(value) : Result.map(found, (code) => code.digits)
}

const readers: ReadonlyMap<string, (value: string) => Reading<string>> = new Map<
  string,
  (value: string) => Reading<string>
>([
  ["uscc", Uscc.parse],
  ["division", DivisionCode.parse],
  ["grid", readGrid]
])

/** Checks an identifier whose scheme has a form of its own; others are taken as they are. */
export const identification = (scheme: string, value: string): Reading<Identification> =>
  Result.map(readers.get(scheme)?.(value) ?? Result.succeed(value), (text) => ({ scheme, value: text }))

/** What is doubtful about an identifier that has the right form. */
export const doubts = (scheme: string, value: string): ReadonlyArray<Problem.Problem> => {
  const uscc = scheme === "uscc" ? Uscc.parse(value) : undefined
  return uscc !== undefined && Result.isSuccess(uscc) ? Uscc.warnings(uscc.success) : []
}

/** An identifier of one scheme. */
export const identifier = (scheme: string, zh: string, en: string): Form<Identification> => ({
  names: { zh, en },
  read: (cell) => identification(scheme, cell),
  doubts: (cell) => doubts(scheme, cell)
})

/** Identifiers of any schemes: `legacy=1024;archive=B-7`. */
export const identifiers: Form<ReadonlyArray<Identification>> = {
  names: { zh: "体系=编码；多项以分号分隔", en: "scheme=value, several separated by semicolons" },
  read: (cell) => {
    const found: Array<Identification> = []
    for (const [scheme, value] of pairs(cell) ?? [["", ""]]) {
      if (scheme === "") return Result.fail(new PairInvalid({}))
      const read = identification(scheme, value)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      found.push(read.success)
    }
    return Result.succeed(found)
  },
  doubts: (cell) => (pairs(cell) ?? []).flatMap(([scheme, value]) => doubts(scheme, value))
}

/** The name of a scheme, or of anything else that is free. */
export const scheme: Form<string> = {
  names: { zh: "体系名称，如 uscc、division、grid", en: "a scheme: uscc, division, grid or any other name" },
  read: label(60).read
}
