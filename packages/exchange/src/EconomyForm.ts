import { EnterpriseCatalogue, EnterpriseCommand, EnterpriseError, Lease, Space } from "@louyu/economy"
import { IndustryCode } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import { AreaMalformed, CellMissing, ListRepeats, NumberInvalid } from "./ExchangeError.ts"
import { choice, type Form, id, type Reading, reference } from "./Form.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a lettable space. */
export const space = id(Space.SpaceId)
/** The id of a lease. */
export const lease = id(Lease.LeaseId)
/** What a space is meant for, in the city's own word. */
export const purpose = id(Space.Name)
/** The id of a piece of support. */
export const support = id(EnterpriseCommand.SupportId)
/** The id of an activity of another domain. */
export const activity = reference(EnterpriseCommand.ActivityId)
/** Rented or bought. */
export const tenure = choice(
  Vocabulary.of<Space.Tenure>(["rent", "租赁", "出租", "租"], ["own", "自有", "出售", "购买", "自持"])
)
/** What happens to a space later on. */
export const change = choice(
  Vocabulary.of<"remeasured" | "withdrawn" | "offered">(
    ["remeasured", "重新测量", "复测"],
    ["withdrawn", "暂停出租", "暂不出租"],
    ["offered", "恢复出租"]
  )
)
/** Why a lease ended. */
export const endReason = choice(
  Vocabulary.of<Lease.EndReason>(
    ["expired", "到期"],
    ["terminated", "提前解约", "解约"],
    ["relocated", "迁出"],
    ["closed", "注销", "歇业"],
    ["movedWithin", "楼内搬迁", "moved within"]
  )
)
/** Yes, no, or nobody knows. */
export const answer = choice(Vocabulary.of<Lease.Answer>(["yes", "是"], ["no", "否"], ["unknown", "不详", "未知"]))
const plainArea = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d{1,2})?(?:平方米|平米|㎡|m2)?$/u

/** A floor area in square metres, as people write it. */
export const area: Form<number> = {
  names: { zh: "面积（平方米），至多两位小数", en: "an area in square metres, with at most two decimals" },
  read: (cell) => {
    const [, whole = "", decimals = ""] = plainArea.exec(cell.normalize("NFKC").replaceAll(/\s/gu, "")) ?? []
    const value = whole === "" ? 0 : Number(whole.replaceAll(",", "") + decimals)
    return value > 0 && value <= 10_000_000 ? Result.succeed(value) : Result.fail(new AreaMalformed({}))
  }
}

type Part = typeof Lease.Part.Type

const part = (text: string, context: Context): Reading<Part> => {
  const [name = "", share] = text.split(/[=＝:：]/u).map((one) => one.trim())
  const named = space.read(name, context)
  if (share === undefined) return Result.map(named, (id) => ({ space: id }))
  return Result.flatMap(named, (id) =>
    Result.map(area.read(share, context), (size): Part => ({ space: id, area: size }))
  )
}

/** The spaces of a lease, of shared ones with the area that belongs to the tenant: `801;802=40`. */
export const parts: Form<readonly [Part, ...Array<Part>]> = {
  names: {
    zh: "空间编号，多项以分号分隔；共用的写成 空间=面积",
    en: "ids of spaces separated by semicolons; of shared ones `space=area`"
  },
  read: (cell, context) => {
    const found: Array<Part> = []
    for (const text of cell.split(/[;；|]/u).map((one) => one.trim())) {
      if (text === "") continue
      const read = part(text, context)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      if (found.some(({ space: id }) => id === read.success.space)) return Result.fail(new ListRepeats({ item: text }))
      found.push(read.success)
    }
    const [first, ...others] = found
    return first === undefined ? Result.fail(new CellMissing({})) : Result.succeed([first, ...others])
  }
}

/** A year such as 2024. */
export const year: Form<number> = {
  names: { zh: "年份，如 2024", en: "a year such as 2024" },
  read: (cell) => {
    const [, digits = "0"] = /^(\d{4})年?$/u.exec(cell.normalize("NFKC")) ?? []
    return Number(digits) >= 1 && Number(digits) <= 9998
      ? Result.succeed(Number(digits))
      : Result.fail(new NumberInvalid({ minimum: 1, maximum: 9998 }))
  }
}

const known = <A extends string>(
  list: EnterpriseError.WordList,
  schema: Schema.Schema<A>,
  [zh, en]: readonly [zh: string, en: string]
): Form<A> => {
  const [own, is] = [id(schema), Schema.is(schema)]
  return {
    names: { zh: `${zh}的编号或名称`, en: `the id or name of ${en}` },
    read: (cell, context) => {
      const { economy } = context
      if (economy === undefined) return own.read(cell, context)
      const found = economy[list].find(cell)
      if (found !== undefined && is(found)) return Result.succeed(found)
      const all = Vocabulary.names(economy[list])
      return Result.fail(new EnterpriseError.KindUnknown({ list, id: cell.slice(0, 60), known: all }))
    }
  }
}

const code = EnterpriseCommand.CountIntellectualProperty.fields.kind

/** A kind of qualification of the profile. */
export const qualification = known("qualifications", EnterpriseCatalogue.QualificationKindId, [
  "资质种类",
  "a kind of qualification"
])
/** A level of a qualification. */
export const level = known("levels", code, ["资质等级", "a level of a qualification"])
/** A kind of intellectual property. */
export const property = known("intellectualProperty", code, ["知识产权种类", "a kind of intellectual property"])
/** A kind of support. */
export const supportKind = known("supports", code, ["扶持种类", "a kind of support"])
/** A kind of outcome of an activity. */
export const outcome = known("outcomes", code, ["成效种类", "a kind of outcome"])
/** A brand of a place. */
export const brand = known("brands", code, ["品牌", "a brand"])

/** An industry of GB/T 4754-2017. */
export const industry: Form<IndustryCode.IndustryCode> = {
  names: { zh: "行业代码（GB/T 4754-2017），如 I、65、6513", en: "an industry code of GB/T 4754-2017: I, 65 or 6513" },
  read: (cell) => IndustryCode.parse(IndustryCode.edition2017, cell)
}
