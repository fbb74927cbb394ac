import { Money } from "@louyu/kernel"
import {
  type Capacity,
  Category,
  Fair,
  Match,
  Need,
  PartnerCommand,
  Project,
  Resource,
  ServiceItem
} from "@louyu/matching"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as DomainForm from "./DomainForm.ts"
import { CategoryUnknown, IdInvalid, NumberInvalid, PairInvalid } from "./ExchangeError.ts"
import { choice, count, type Form, id } from "./Form.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a service list. */
export const list = id(ServiceItem.ListId)
/** The code of an item of a list. */
export const item = id(ServiceItem.ItemCode)
/** The id of a resource. */
export const resource = id(Resource.ResourceId)
/** The id of a need. */
export const need = id(Need.NeedId)
/** The id of a match. */
export const match = id(Match.MatchId)
/** The id of a project. */
export const project = id(Project.ProjectId)
/** The id of a fair. */
export const fair = id(Fair.FairId)
/** The id of something offered or wanted on the board of partners. */
export const posting = id(PartnerCommand.PostingId)
/** The id of a partnership. */
export const partnership = id(PartnerCommand.PartnershipId)
/** The id of an industry chain. */
export const chain = id(PartnerCommand.TakePosition.fields.chain)
/** The id of a position of a chain. */
export const position = id(PartnerCommand.TakePosition.fields.position)
/** A short word of the city's own. */
export const word = id(Category.Code)

const isCategory = Schema.is(Category.CategoryId)

/** A category of the catalogue, by id or name. */
export const category: Form<Category.CategoryId> = {
  names: { zh: "类别的编号或名称", en: "the id or name of a category" },
  read: (cell, { categories, advise }) => {
    if (categories === undefined) return isCategory(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))
    const found = categories.find(cell)
    if (found !== undefined) return Result.succeed(found)
    const words = categories.words.flatMap(({ id, names }) => [id, names.zh])
    return Result.fail(
      new CategoryUnknown({ category: cell.slice(0, 60), nearest: advise(cell, "category", words, words.length) })
    )
  }
}

/** One of the five affairs of a one-stop station. */
export const domain = choice(
  Vocabulary.of<Category.ServiceDomain>(
    ["party", "党务"],
    ["government", "政务"],
    ["community", "社务"],
    ["medical", "医务"],
    ["legal", "法务"]
  )
)
/** How a service reaches people. */
export const channel = choice(
  Vocabulary.of<ServiceItem.Channel>(
    ["station", "驿站", "站点"],
    ["doorstep", "上门"],
    ["online", "线上", "网办"],
    ["directLine", "专线", "direct line", "热线"],
    ["chatGroup", "群聊", "chat group", "微信群"]
  )
)
/** By what right something is used. */
export const tenure = choice(
  Vocabulary.of<Resource.Tenure>(["own", "自有"], ["integrated", "整合"], ["swapped", "置换"], ["shared", "共享"])
)
/** What a capacity is counted by. */
export const per = choice(
  Vocabulary.of<Capacity.Capacity["per"]>(
    ["atOnce", "同时", "at once"],
    ["day", "每日", "每天"],
    ["week", "每周"],
    ["month", "每月"],
    ["year", "每年"],
    ["total", "总量", "共计"]
  )
)
/** How a need came to be known. */
export const origin = choice(
  Vocabulary.of<Need.NeedOrigin>(
    ["selfRaised", "自报", "主动反映", "self-raised"],
    ["visit", "走访"],
    ["sweep", "扫楼"],
    ["survey", "问卷", "调研"],
    ["meeting", "会议"]
  )
)
/** Whether something is offered or wanted. */
export const side = choice(Vocabulary.of<"offer" | "want">(["offer", "提供", "供"], ["want", "需要", "需", "求"]))
/** Which side of a partnership. */
export const party = choice(Vocabulary.of<"giver" | "taker">(["giver", "提供方"], ["taker", "接受方"]))
/** Yes or no. */
export const yesNo = choice(Vocabulary.of<"yes" | "no">(["yes", "是"], ["no", "否"]))

const isUrgency = Schema.is(Need.Need.fields.urgency)
const urgencies = choice(Vocabulary.of(["1", "1"], ["2", "2"], ["3", "3"], ["4", "4"], ["5", "5"]))

/** How urgent a need is, 5 for what cannot wait. */
export const urgency: Form<Need.Need["urgency"]> = {
  names: { zh: "1 至 5，5 最急", en: "1 to 5, 5 for what cannot wait" },
  read: (cell, context) =>
    Result.flatMap(urgencies.read(cell.normalize("NFKC"), context), (text) => {
      const value = Number(text)
      return isUrgency(value) ? Result.succeed(value) : Result.fail(new NumberInvalid({ minimum: 1 }))
    })
}

/** An amount of money in yuan that is not below zero. */
export const money: Form<Money.Money> = {
  names: { zh: "金额（元），如 1200、3.5万", en: "an amount in yuan such as 1200 or 3.5万" },
  read: (cell) =>
    Result.flatMap(Money.parse(cell), (amount) =>
      amount >= 0 ? Result.succeed(amount) : Result.fail(new NumberInvalid({ minimum: 0 }))
    )
}

const people = count(1)

/** How many people of which units: `e001=40;e002=15`. */
export const beneficiaries: Form<ReadonlyArray<Project.Beneficiaries>> = {
  names: { zh: "单元编号=人数；多项以分号分隔", en: "unit=people, several separated by semicolons" },
  read: (cell, context) => {
    const found: Array<Project.Beneficiaries> = []
    for (const [unit, amount] of DomainForm.pairs(cell) ?? [["", ""]]) {
      if (unit === "") return Result.fail(new PairInvalid({}))
      const of = DomainForm.unit.read(unit, context)
      if (Result.isFailure(of)) return Result.fail(of.failure)
      const read = people.read(amount, context)
      if (Result.isFailure(read)) return Result.fail(read.failure)
      found.push({ of: of.success, people: read.success })
    }
    return Result.succeed(found)
  }
}
