import { Figure, FigureError, Indicator, type Metric, Published, Unit } from "@louyu/economy"
import { Count, Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { PrintedMalformed } from "./ExchangeError.ts"
import { choice, type Form, id, type Reading, reference } from "./Form.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a published figure. */
export const publication = id(Published.PublicationId)
/** What a figure speaks about. */
export const scope = reference(Figure.Scope.fields.id)

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
