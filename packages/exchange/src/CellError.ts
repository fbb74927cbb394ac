import { Problem } from "@louyu/kernel"
import { meant, orNone } from "./meant.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

/** A cell that must be filled in is empty. */
export class CellMissing extends define("CellMissing")<object>(() => ({
  zh: "此单元格不能为空，请填写。",
  en: "This cell must not be empty; fill it in."
})) {}

/** A cell holds more than may stand in it. */
export class CellTooLong extends define("CellTooLong")<{ readonly length: number; readonly limit: number }>((e) => ({
  zh: `内容有 ${e.length} 个字符，最多 ${e.limit} 个，请缩短。`,
  en: `The cell has ${e.length} characters and may have ${e.limit}; shorten it.`
})) {}

/** A cell would be run as a formula when somebody opens the data in a spreadsheet. */
export class FormulaRefused extends define("FormulaRefused")<{ readonly first: string }>((e) => ({
  zh: `内容以“${e.first === "\t" ? "制表符" : e.first}”开头，电子表格会把它当作公式；请改为普通文字。`,
  en: `The cell begins with "${e.first === "\t" ? "tab" : e.first}", which a spreadsheet runs as a formula; write plain text.`
})) {}

/** A cell holds a character nobody can see, or the trace of a damaged one. */
export class CharacterRefused extends define("CharacterRefused")<{ readonly codePoint: string }>((e) => ({
  zh: `内容含有不可见或已损坏的字符 ${e.codePoint}，请删去或重新输入。`,
  en: `The cell holds an invisible or damaged character, ${e.codePoint}; delete it or type the text again.`
})) {}

/** A cell holds something other than a whole number, or one that is too small or too large. */
export class NumberInvalid extends define("NumberInvalid")<{ readonly minimum: number; readonly maximum?: number }>(
  (e) =>
    e.maximum === undefined
      ? { zh: `此处应为不小于 ${e.minimum} 的整数。`, en: `This must be a whole number not below ${e.minimum}.` }
      : {
          zh: `此处应为 ${e.minimum} 至 ${e.maximum} 的整数。`,
          en: `This must be a whole number from ${e.minimum} to ${e.maximum}.`
        }
) {}

/** A cell holds something that cannot be an id. */
export class IdInvalid extends define("IdInvalid")<object>(() => ({
  zh: "编号应以字母、数字或汉字开头，只含字母、数字、汉字和 . _ -，不超过 64 个字符，中间没有空格；单元和人员的编号还可含 : ，不超过 128 个字符。",
  en: "An id begins with a letter or digit, holds only letters, digits and . _ -, no blanks, and has at most 64 characters; ids of units and people may hold : and have at most 128."
})) {}

/** A cell holds none of the words that may stand there. */
export class ChoiceUnknown extends define("ChoiceUnknown")<{ readonly known: ReadonlyArray<string> }>((e) => ({
  zh: `此处只能填：${e.known.join("、")}。`,
  en: `This must be one of: ${e.known.join(", ")}.`
})) {}

/** The profile has no such kind of unit. */
export class KindUnknown extends define("KindUnknown")<{
  readonly kind: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `本市没有“${e.kind}”这一类型，最接近的是：${orNone(e.nearest, "（无）", "、")}。`,
  en: `The city has no kind "${e.kind}"; the nearest are: ${orNone(e.nearest, "(none)", ", ")}.`
})) {}

/** A list of pairs holds something that is no pair. */
export class PairInvalid extends define("PairInvalid")<object>(() => ({
  zh: "此处应写成“名称=值”，多项以分号分隔。",
  en: 'Write "name=value" here, several separated by semicolons.'
})) {}

/** Several things stand in a list with another mark between them than semicolons. */
export class ListJoined extends define("ListJoined")<{ readonly item: string }>((e) => ({
  zh: `“${e.item.slice(0, 60)}”似乎是多项，请以分号分隔，如“甲；乙”。`,
  en: `"${e.item.slice(0, 60)}" seems to be several; separate them by semicolons.`
})) {}

/** A list names the same thing twice. */
export class ListRepeats extends define("ListRepeats")<{ readonly item: string }>((e) => ({
  zh: `列表中“${e.item}”出现了两次，请删去一个。`,
  en: `The list names "${e.item}" twice; delete one of them.`
})) {}

/** The catalogue of the profile has no such category. */
export class CategoryUnknown extends define("CategoryUnknown")<{
  readonly category: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `配置中没有类别“${e.category}”。${meant(e.nearest).zh}`,
  en: `The profile has no category "${e.category}".${meant(e.nearest).en}`
})) {}

/** A cell holds no times of the week. */
export class WindowInvalid extends define("WindowInvalid")<object>(() => ({
  zh: "此处应为星期与时段，如“1-5 12:00-13:00”（周一为 1，周日为 7），多项以分号分隔。",
  en: 'This must be weekdays and times such as "1-5 12:00-13:00" (Monday is 1, Sunday 7), several separated by semicolons.'
})) {}

/** A time of the week ends before it begins. */
export class WindowReversed extends define("WindowReversed")<{ readonly open: string; readonly close: string }>(
  (e) => ({
    zh: `时段 ${e.open}-${e.close} 的结束不晚于开始；跨午夜的请写成两天两段。`,
    en: `The time ${e.open}-${e.close} ends before it begins; write what goes on over midnight as two times on two days.`
  })
) {}

/** A cell holds no floor area. */
export class AreaMalformed extends define("AreaMalformed")<object>(() => ({
  zh: "此处应为面积（平方米），如 85.5 或 1,080，大于 0 且至多两位小数。",
  en: "This must be an area in square metres such as 85.5 or 1,080, above 0 and with at most two decimals."
})) {}

/** A cell holds no number as it is printed in a report. */
export class PrintedMalformed extends define("PrintedMalformed")<object>(() => ({
  zh: "此处应为公布的数字，可带“超、近、约、以上”等字样，如 13、超13、约99.9；单位写在“单位”列。",
  en: 'This must be a number as it was printed, perhaps with "over", "nearly" or "about" before it: 13, over 13, about 99.9; its unit belongs into the column "unit".'
})) {}
