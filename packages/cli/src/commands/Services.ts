import { CivilDate, Money } from "@louyu/kernel"
import { Demand, ServiceItem, type ServiceList, State } from "@louyu/matching"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Lists from "../Lists.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Item = Schema.Struct({
  code: field(Schema.String, "its code"),
  names: field(Answer.Name, "what it is called"),
  domain: field(Schema.String, "one of the five affairs of a station"),
  category: field(Lists.CategoryNamed, "its category"),
  owners: field(Schema.Array(Answer.Unit), "the departments that answer for it, the leading one first"),
  channels: field(Schema.Array(Schema.String), "how it reaches people"),
  fee: field(Schema.Int, "what it costs in fen; 0 for nothing"),
  workdays: field(Schema.NullOr(Schema.Int), "how many working days it takes; `null` when the list does not say"),
  places: field(Schema.Array(Answer.Unit), "where it is offered on the date"),
  assuredOn: field(Schema.NullOr(CivilDate.CivilDate), "when somebody last found it right; `null` for never"),
  used: field(Schema.Boolean, "whether anybody made use of it in the year before")
})
type Item = typeof Item.Type

const List = Schema.Struct({
  id: field(Schema.String, "its id"),
  version: field(Schema.Int, "the version in force"),
  names: field(Answer.Name, "what it is called"),
  count: field(Answer.Count, "how many items it has that are valid, shown or not"),
  owners: field(Answer.Count, "how many departments answer for them"),
  items: field(Schema.Array(Item), "its items; with `--unused`, those nobody used in the year before"),
  missing: field(
    Schema.Array(
      Schema.Struct({
        category: field(Lists.CategoryNamed, "what is wanted and not on the list"),
        needs: field(Schema.Array(Schema.String), "the ids of the unmet needs"),
        raisers: field(Answer.Count, "how many raised them")
      })
    ),
    "what unmet needs ask for and no item offers, most wanted first"
  )
})
type List = typeof List.Type

const Services = Schema.Struct({
  on: Answer.On,
  unusedOnly: field(Schema.Boolean, "whether only unused items were asked for"),
  missingOnly: field(Schema.Boolean, "whether only what is missing was asked for"),
  lists: field(Schema.Array(List), "the service lists in force")
})
type Services = typeof Services.Type

const itemOf = (lists: Lists.Lists, list: ServiceList.ServiceList, unused: ReadonlySet<string>) => {
  const { state, view, on } = lists
  const running = State.allOfferings(state).filter(
    ({ list: of, life }) => of === list.id && life.from <= on && (life.to === undefined || on < life.to)
  )
  return (item: ServiceItem.ServiceItem): Item => ({
    code: item.code,
    names: item.names,
    domain: item.domain,
    category: Lists.category(lists, item.category),
    owners: item.owners.map((owner) => Naming.unit(view, owner)),
    channels: item.channels,
    fee: item.fee ?? 0,
    workdays: item.workdays ?? null,
    places: running.filter((one) => one.item === item.code).map(({ place }) => Naming.unit(view, place)),
    assuredOn: State.assuredOn(state, list.id, item.code) ?? null,
    used: !unused.has(item.code)
  })
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const city = yield* Source.city(given, desk)
  const lists = yield* Lists.of(city, yield* Source.date(given, city))
  const { state, catalogue, on } = lists
  const [unusedOnly, missingOnly] = [given.switches.has("unused"), given.switches.has("missing")]
  const year = { from: CivilDate.addMonths(on, -12), to: CivilDate.addDays(on, 1) }
  const all = Lists.inForce(lists).map((list): List => {
    const unused = new Set<string>(Demand.neverUsed(state, list.id, year, on))
    const valid = list.items.filter((item) => ServiceItem.isValid(item, on))
    const shown = missingOnly && !unusedOnly ? [] : valid.filter(({ code }) => !unusedOnly || unused.has(code))
    return {
      id: list.id,
      version: list.version,
      names: list.names,
      count: valid.length,
      owners: new Set(valid.flatMap(({ owners }) => owners)).size,
      items: shown.map(itemOf(lists, list, unused)),
      missing: Demand.missing(state, list.id, catalogue.categories, on).map(({ category, needs, raisers }) => ({
        category: Lists.category(lists, category),
        needs,
        raisers
      }))
    }
  })
  return Command.good<Services>({ on, unusedOnly, missingOnly, lists: all })
})

const channels: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  station: ["驿站", "station"],
  doorstep: ["上门", "doorstep"],
  online: ["线上", "online"],
  directLine: ["专线", "direct line"],
  chatGroup: ["群聊", "chat group"]
}

const channelsOf = (look: Look.Look, item: Item): string =>
  item.channels.map((channel) => look.label(...(channels[channel] ?? [channel, channel]))).join(" · ")

const feeOf = (look: Look.Look, { fee }: Item): string =>
  fee === 0 ? look.label("免费", "free") : Money.display(Money.fen(fee), look.language === "en" ? "en" : "zh")

const itemLines = (look: Look.Look, items: ReadonlyArray<Item>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("编号", "code") },
      { head: look.label("事项", "item") },
      { head: look.label("类别", "category") },
      { head: look.label("牵头部门", "leading department") },
      { head: look.label("渠道", "by") },
      { head: look.label("费用", "fee") },
      { head: look.label("点位", "places"), align: "right" },
      { head: "" }
    ],
    items.map((item) => [
      item.code,
      look.text(item.names),
      look.text(item.category.names),
      item.owners[0] === undefined ? "" : look.text(item.owners[0].name),
      channelsOf(look, item),
      feeOf(look, item),
      `${item.places.length}`,
      item.used ? "" : look.paint("yellow", look.label("一年未用", "unused for a year"))
    ]),
    (text) => look.paint("dim", text)
  )

const missingLines = (look: Look.Look, { missing }: List): ReadonlyArray<string> => [
  look.paint("bold", look.label("清单缺少", "not on the list")),
  ...(missing.length === 0
    ? look.say("未满足的需求都有对应事项。", "Every unmet need has an item of its category.")
    : Table.lines(
        [{ head: "" }, { head: "" }, { head: "" }],
        missing.map(({ category, needs, raisers }) => [
          look.text(category.names),
          look.label(`${needs.length} 项需求，${raisers} 家`, `${Look.many(needs.length, "need")} of ${raisers}`),
          needs.join(" ")
        ])
      ))
]

const listLines = (look: Look.Look, list: List, { unusedOnly, missingOnly }: Services): ReadonlyArray<string> => {
  const { names, id, version, count, owners, items } = list
  const sums = look.label(
    `第 ${version} 版 · ${count} 个事项 · ${owners} 个部门`,
    `version ${version} · ${Look.many(count, "item")} · ${Look.many(owners, "department")}`
  )
  const shown = unusedOnly || !missingOnly
  return [
    `${look.paint("bold", look.text(names))} ${look.paint("dim", `(${id})`)} ${sums}`,
    ...(shown && items.length === 0 ? look.say("没有事项可列。", "There are no items to show.") : []),
    ...(items.length === 0 ? [] : itemLines(look, items)),
    ...(missingOnly || !unusedOnly ? missingLines(look, list) : [])
  ]
}

const show = (answer: Services, look: Look.Look): ReadonlyArray<string> => [
  Naming.heading(look, "服务清单", "services", answer.on),
  ...(answer.lists.length === 0
    ? look.say("当日没有生效的服务清单。", "No service list is in force on that day.")
    : answer.lists.flatMap((list) => listLines(look, list, answer)))
]

/** `louyu services` */
export const services = Command.define<Services>({
  name: "services",
  about: {
    zh: "服务清单：事项、部门、点位，哪些无人使用，缺少什么",
    en: "service lists: items, departments and places, what nobody uses, and what is missing"
  },
  arguments: [],
  options: {
    ...Source.options,
    unused: { about: { zh: "只看一年来无人使用的事项", en: "only the items nobody used for a year" } },
    missing: { about: { zh: "只看需求有而清单没有的", en: "only what is wanted and not on the list" } }
  },
  examples: ["louyu services --store sqlite:city.db", "louyu services --store sqlite:city.db --unused --missing"],
  answer: Services,
  work,
  show
})
