import { Count, Share as Portion } from "@louyu/kernel"
import type * as AnnualBook from "./AnnualBook.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import type * as Share from "./Share.ts"
import * as Table from "./Table.ts"

const levels: Readonly<Record<AnnualBook.Item["level"], readonly [zh: string, en: string]>> = {
  committee: ["综合党委", "committee"],
  district: ["区级", "district"],
  city: ["市级", "city"]
}

const standings: Readonly<Record<AnnualBook.Item["standing"], readonly [zh: string, en: string]>> = {
  drafted: ["拟定", "drafted"],
  published: ["实施中", "under way"],
  completed: ["已完成", "done"],
  dropped: ["已撤销", "dropped"]
}

// Two decimals: the share that was published, 55 of 305, is 18.03 %.
const percent = ({ numerator, denominator }: Share.Share): string =>
  `${numerator}/${denominator} (${Portion.percent({ numerator, denominator }, 2) ?? "—"} %)`

const count = (look: Look.Look, one: Count.Count): string =>
  look.label(`${Count.format(one, "zh")}人`, Count.format(one, "en"))

const sums = (look: Look.Look, year: AnnualBook.Year): ReadonlyArray<string> => {
  const { published, perCommittee, promoted, completed, beneficiaries, late } = year
  const mean = Portion.mean(perCommittee) ?? "—"
  return [
    look.label(
      `${perCommittee.denominator} 个综合党委公布 ${published} 项，平均每个 ${mean} 项；受益 ${Count.format(beneficiaries, "zh")}人次`,
      `${published} published by ${Look.many(perCommittee.denominator, "committee")}, ${mean} each on average; for ${Count.format(beneficiaries, "en")} people`
    ),
    [
      `${look.label("升为区级以上", "promoted to the district or higher")} ${percent(promoted.district)}`,
      `${look.label("市级", "to the city")} ${percent(promoted.city)}`,
      `${look.label("完成", "done")} ${percent(completed)}`,
      look.paint(late === 0 ? "dim" : "red", `${look.label("逾期", "late")} ${late}`)
    ].join(" · ")
  ]
}

const steps = (look: Look.Look, { milestones }: AnnualBook.Item): string => {
  if (milestones.length === 0) return ""
  const reached = milestones.filter((one) => one.reached !== null).length
  const late = milestones.filter((one) => one.late)
  const names = late.map(({ names: own, by }) => `${look.text(own)} ${by ?? ""}`).join(", ")
  const note = late.length === 0 ? "" : ` ${look.paint("red", `${look.label("逾期", "late")} ${names}`)}`
  return `${reached}/${milestones.length}${note}`
}

const itemCells = (look: Look.Look, item: AnnualBook.Item): ReadonlyArray<string> => {
  const overdue = item.late && item.milestones.every((one) => !one.late)
  return [
    `  ${look.text(item.names)} ${look.paint("dim", `(${item.id})`)}`,
    item.level === "committee"
      ? look.label(...levels[item.level])
      : look.paint("cyan", look.label(...levels[item.level])),
    look.label(...standings[item.standing]),
    `${item.percent} %`,
    item.due === null ? "" : overdue ? look.paint("red", item.due) : item.due,
    count(look, item.beneficiaries),
    item.score === null ? "" : `${Math.round(item.score * 10) / 10}`,
    steps(look, item)
  ]
}

const listHeading = (look: Look.Look, { committee, published, over, items }: AnnualBook.List): string => {
  const since =
    published === null
      ? look.label("未公布", "not published")
      : look.label(`${published} 公布`, `published ${published}`)
  const size = look.label(`${items.length} 项`, Look.many(items.length, "project"))
  const note =
    over === null
      ? ""
      : ` ${look.paint("yellow", look.label(`超出建议的 ${over.cap} 项`, `more than the ${over.cap} there should be`))}`
  return `${Naming.line(look, committee)} ${look.paint("dim", `${since} · ${size}`)}${note}`
}

const noList = (look: Look.Look, { years }: AnnualBook.Year): ReadonlyArray<string> => {
  const [zh, en] =
    years.length === 0 ? ["", ""] : [`可用 --year 查看：${years.join("、")}。`, ` See --year ${years.join(", ")}.`]
  return look.say(`当年没有实事清单。${zh}`, `There is no annual list of that year.${en}`)
}

/** The practical projects of a year: promotion, what is done and late, then list by list. */
export const lines = (look: Look.Look, year: AnnualBook.Year): ReadonlyArray<string> => {
  const title = look.paint("bold", look.label(`${year.year} 年实事清单`, `practical projects of ${year.year}`))
  if (year.lists.length === 0) return [title, ...noList(look, year)]
  // One table, so that the columns of all lists line up; the committees are put between its rows.
  const groups = year.lists.map((list) => ({ list, rows: list.items.map((item) => itemCells(look, item)) }))
  const [head = "", ...body] = Table.lines(
    [
      { head: `  ${look.label("实事项目", "project")}` },
      { head: look.label("层级", "level") },
      { head: look.label("状态", "standing") },
      { head: look.label("进度", "progress"), align: "right" },
      { head: look.label("期限", "due") },
      { head: look.label("受益", "for"), align: "right" },
      { head: look.label("惠民评分", "benefit"), align: "right" },
      { head: look.label("里程碑", "milestones") }
    ],
    groups.flatMap(({ rows }) => rows),
    (text) => look.paint("dim", text)
  )
  let next = 0
  const listed = groups.flatMap(({ list, rows }) => {
    const from = next
    next += rows.length
    return [listHeading(look, list), ...body.slice(from, next)]
  })
  return [title, ...sums(look, year), head, ...listed]
}
