import { Fault, type Problem } from "@louyu/kernel"
import { Condition, Criteria, EligibilityError, type Field } from "@louyu/matching"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as DomainForm from "./DomainForm.ts"
import { JsonInvalid, PairInvalid } from "./ExchangeError.ts"
import type { Form } from "./Form.ts"
import * as Json from "./Json.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Read<A> = Result.Result<A, Problem.Problem>
type Fields = ReadonlyArray<Field.Field>

const decode = Schema.decodeUnknownResult(Condition.Condition)

const valid = (value: unknown, field: string): Read<Condition.Condition> =>
  Result.mapError(decode(value), (error) => {
    const [first] = Fault.list(error)
    const fault = first?.text ?? { zh: "不符合要求", en: "is not what it should be" }
    return new JsonInvalid({ path: [field, first?.path ?? ""].filter((part) => part !== "").join("."), fault })
  })

const bounds = /^(.*?)\.\.(.*)$/su

/** The ends of `10..50`; of a single value, both of them. */
const ends = (value: string): readonly [from: string | undefined, to: string | undefined] => {
  const [, from = value, to = value] = bounds.exec(value) ?? []
  return [from.trim() || undefined, to.trim() || undefined]
}

const between = <A>(value: string, read: (end: string) => A, [first, last]: readonly [string, string]) => {
  const [from, to] = ends(value)
  return {
    ...(from === undefined ? {} : { [first]: read(from) }),
    ...(to === undefined ? {} : { [last]: read(to) })
  }
}

const same = (end: string): string => end
const several = (value: string): ReadonlyArray<string> => value.split(/[,，、/]/u).map((one) => one.trim())

const idsOf = ({ options = [] }: Field.Field, value: string): ReadonlyArray<string> => {
  const vocabulary = Vocabulary.make(options)
  return several(value).map((one) => vocabulary.find(one) ?? one)
}

/** What `field=value` asks, which depends on what the field holds. */
const asked: Readonly<Record<Field.FieldType, (field: Field.Field, value: string) => object>> = {
  choice: (field, value) => ({ _tag: "oneOf", values: idsOf(field, value) }),
  set: (field, value) => ({ _tag: "hasAny", values: idsOf(field, value) }),
  number: (_, value) => ({ _tag: "numberBetween", ...between(value, Number, ["atLeast", "atMost"]) }),
  date: (_, value) => ({ _tag: "dateBetween", ...between(value, same, ["from", "to"]) }),
  place: (_, value) => ({ _tag: "placeWithin", unit: value }),
  size: (_, value) => ({ _tag: "sizeBetween", ...between(value, same, ["atLeast", "atMost"]) }),
  industry: (_, value) => ({ _tag: "industryIn", codes: several(value) })
}

const ofPair = (fields: Fields, name: string, value: string): Read<Condition.Condition> => {
  const id = Vocabulary.make(fields).find(name)
  const field = fields.find((one) => one.id === id)
  if (field === undefined) {
    return Result.fail(
      new EligibilityError.FieldUnknown({ path: "", field: name.slice(0, 60), known: fields.map((one) => one.id) })
    )
  }
  return valid({ field: field.id, ...asked[field.type](field, value) }, field.id)
}

const ofPairs = (fields: Fields, cell: string): Read<Condition.Condition> => {
  const found: Array<Condition.Condition> = []
  for (const [name, value] of DomainForm.pairs(cell) ?? [["", ""]]) {
    if (name === "") return Result.fail(new PairInvalid({}))
    const read = ofPair(fields, name, value)
    if (Result.isFailure(read)) return read
    found.push(read.success)
  }
  const [first, ...more] = found
  if (first === undefined) return Result.fail(new PairInvalid({}))
  return Result.succeed(more.length === 0 ? first : { _tag: "all", conditions: [first, ...more] })
}

/** For whom a service is meant: a condition in JSON, or `field=value` pairs that must all hold. */
export const eligibility: Form<Condition.Condition> = {
  names: {
    zh: "JSON 条件，或“字段=值”，值可为 甲/乙、10..50；多项以分号分隔，须全部满足",
    en: "a condition in JSON, or field=value with values such as a/b or 10..50, several separated by semicolons: all must hold"
  },
  read: (cell, { fields = [] }) => {
    const read = cell.startsWith("{")
      ? Result.flatMap(Json.parse(cell), (value) => valid(value, ""))
      : ofPairs(fields, cell)
    return Result.flatMap(read, (condition) => Result.map(Criteria.of(fields, condition), () => condition))
  }
}
