import {
  EnterpriseCatalogue,
  EnterpriseCommand,
  EnterpriseError,
  Figure,
  FigureError,
  Indicator,
  Lease,
  type Metric,
  Published,
  Space,
  Unit
} from "@louyu/economy"
import { Count, IndustryCode, Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import { AreaMalformed, CellMissing, ListRepeats, NumberInvalid, PrintedMalformed } from "./ExchangeError.ts"
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
/** The id of a published figure. */
export const publication = id(Published.PublicationId)
/** What a figure speaks about. */
export const scope = reference(Figure.Scope.fields.id)

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
/** What an amount of a building measures. */
export const metric = choice(Vocabulary.of<Metric.Metric>(["tax", "税收"], ["output", "产值"], ["assets", "资产"]))
/** In what amounts of a row are written. */
export const moneyUnit = choice(
  Vocabulary.of<"yuan" | "tenThousand" | "hundredMillion">(
    ["yuan", "元"],
    ["tenThousand", "万元", "万"],
    ["hundredMillion", "亿元", "亿"]
  )
)

const unitNames: Readonly<Partial<Record<Unit.Unit, readonly [zh: string, ...also: Array<string>]>>> = {
  one: ["个", "家", "人", "户", "件", "栋", "项"],
  share: ["比例"],
  squareMetre: [Unit.units.squareMetre.zh, "平米", "m2", "㎡"]
}

const unitWords = choice(
  Vocabulary.make(
    Unit.Unit.literals.map((id) => {
      const [zh, ...also] = unitNames[id] ?? [Unit.units[id].zh]
      return { id, names: { zh, en: id }, also: [...also, Unit.units[id].en] }
    })
  )
)
// Signs are no words, and words are found whatever signs they have.
const unitSigns: Readonly<Record<string, Unit.Unit>> = { "%": "percent", "‰": "permille" }

/** The unit a figure is printed in. */
export const unit: Form<Unit.Unit> = {
  names: unitWords.names,
  read: (cell, context) => {
    const sign = unitSigns[cell.normalize("NFKC")]
    return sign === undefined ? unitWords.read(cell, context) : Result.succeed(sign)
  }
}

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

const powers = { yuan: "", tenThousand: "万", hundredMillion: "亿" } as const

/** An amount of money as it is written; what it comes to depends on the unit of its row. */
export const amount: Form<string> = {
  names: { zh: "金额，如 1200、3.5万、1.2亿", en: "an amount of money such as 1200, 3.5万 or 1.2亿" },
  read: (cell) => {
    const inYuan = Money.parse(cell)
    // 1035.4101 is no amount in yuan, and one in 万元: what cannot be one in any unit is refused here, the rest with its row.
    const isAmount = Result.isSuccess(inYuan) || Result.isSuccess(Money.parse(`${cell}亿`))
    return isAmount ? Result.succeed(cell) : Result.map(inYuan, () => cell)
  }
}

/** What an amount comes to in the unit that its row names, yuan where it names none. */
export const amountIn = (text: string, unitOfRow: keyof typeof powers = "yuan"): Reading<Money.Money> =>
  Money.parse(text.normalize("NFKC").trim() + powers[unitOfRow])

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

const isIndicator = Schema.is(Indicator.IndicatorId)

/** An indicator of the profile. */
export const indicator: Form<Indicator.IndicatorId> = {
  names: { zh: "指标的编号或名称", en: "the id or name of an indicator" },
  read: (cell, { economy }) => {
    const found = economy === undefined ? cell : economy.indicators.find(cell)
    return isIndicator(found)
      ? Result.succeed(found)
      : Result.fail(new FigureError.IndicatorUnknown({ id: cell.slice(0, 60) }))
  }
}

/** An industry of GB/T 4754-2017. */
export const industry: Form<IndustryCode.IndustryCode> = {
  names: { zh: "行业代码（GB/T 4754-2017），如 I、65、6513", en: "an industry code of GB/T 4754-2017: I, 65 or 6513" },
  read: (cell) => IndustryCode.parse(IndustryCode.edition2017, cell)
}

/** A number as it was printed, with the word before it and its decimals. */
export interface PrintedNumber {
  readonly count: Count.Count
  readonly decimals: number
}

/** A number as it was printed: `13`, `超13`, `约99.9`, `1,300以上`. */
export const printed: Form<PrintedNumber> = {
  names: { zh: "公布的数字，如 13、超13、约99.9", en: "a printed number such as 13, over 13 or about 99.9" },
  read: (cell) => {
    const text = cell.normalize("NFKC").trim()
    const [digits = "", decimals = ""] = /\d[\d,]*(?:\.(\d{1,6}))?/u.exec(text) ?? []
    // Its unit stands in a column of its own; a multiplier here would make the decimals mean something else.
    const phrase = digits === "" || /[十百千万亿]/u.test(text) ? "" : text.replace(digits, digits.replace(/[.,]/gu, ""))
    const read = Count.parse(phrase)
    return Result.isSuccess(read)
      ? Result.succeed({ count: read.success, decimals: decimals.length })
      : Result.fail(new PrintedMalformed({}))
  }
}
