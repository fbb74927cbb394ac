import { CivilDate, Instant } from "@louyu/kernel"
import { ConsoleNotifier } from "@louyu/notify-console"
import { Notifier, Position } from "@louyu/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Dispatcher, type Planner } from "louyu"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type { Look } from "../Look.ts"
import * as Mail from "../Mail.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import { OptionMissing, OptionsClash } from "../UsageError.ts"

const { field } = Answer

const Untold = Schema.Struct({
  rule: field(Schema.String, "the rule"),
  event: field(Schema.String, "the fact"),
  reason: field(
    Schema.Literals(["noPlace", "noCase", "noGroup", "noAdapter", "nobody"]),
    "why nobody is told: it names no place, no group is bound there or above, no adapter reaches that channel, nobody holds the post"
  )
})

const Notify = Schema.Struct({
  dryRun: field(Schema.Boolean, "whether nothing was recorded and nothing sent"),
  messages: field(Schema.Array(Mail.Mail), "what is told, in order; with a limit, the last ones"),
  total: field(Answer.Count, "how many there are in all"),
  untold: field(Schema.Array(Untold), "facts that rules are about and that nobody is told")
})
type Notify = typeof Notify.Type

// The day a fact is about, where it says one; otherwise the day it was recorded.
const dayOf = ({ event, recordedAt }: Planner.Fact): string => {
  const { on, from, at } = event
  const said = [on, from].find((one) => typeof one === "string" && CivilDate.is(one))
  if (typeof said === "string") return said
  return typeof at === "number" ? Instant.dateOf(at) : recordedAt.slice(0, 10)
}

const untoldOf = ({ rule, fact, untold }: Planner.Planned): ReadonlyArray<typeof Untold.Type> =>
  untold === undefined ? [] : [{ rule: rule.id, event: fact.id, reason: untold }]

// What goes out under one key is one message.
const merged = (mails: ReadonlyArray<Mail.Mail>): ReadonlyArray<Mail.Mail> =>
  [...Map.groupBy(mails, ({ key }) => key).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, lines: [first, ...rest].flatMap(({ lines }) => lines) }]
  )

const rehearse = Effect.fnUntraced(function* (
  dispatcher: Dispatcher.Dispatcher,
  since: CivilDate.CivilDate | undefined
) {
  const found = yield* dispatcher.preview(since === undefined ? undefined : Position.start)
  const wanted = since === undefined ? found : found.filter(({ fact }) => dayOf(fact) >= since)
  const inOrder = wanted.toSorted((a, b) =>
    dayOf(a.fact) < dayOf(b.fact) ? -1 : dayOf(a.fact) > dayOf(b.fact) ? 1 : 0
  )
  return {
    messages: merged(inOrder.flatMap(({ plans }) => plans.map(Mail.ofPlan))),
    untold: inOrder.flatMap(untoldOf)
  }
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const dryRun = given.switches.has("dry-run")
  const since = yield* Effect.fromResult(OptionValue.date(given, "since"))
  const limit = yield* Effect.fromResult(OptionValue.count(given, "limit"))
  if (!dryRun && since !== undefined) return yield* new OptionsClash({ options: ["--since", "--dry-run"] })
  if (!dryRun && given.values.has("folder"))
    return yield* new OptionMissing({ command: "notify", options: ["--dry-run", "--store"] })
  const { city, store } = yield* Source.opened(given, desk, { readOnly: dryRun })
  const { notifications } = yield* city.profile()
  // Whatever a channel is, here its messages are written to the terminal.
  const kinds = (notifications?.rules ?? []).flatMap(({ to }) => (to._tag === "group" ? [] : [to.over.kind]))
  const all = [...kinds, ...Object.values(notifications?.groups ?? {}), notifications?.alerts?.kind ?? "console"]
  const sink = (text: string) => Effect.sync(() => desk.io.stderr.write(text))
  const adapters = new Map(all.map((kind) => [kind, ConsoleNotifier.make({ sink })] as const))
  const services = Context.add(store, Notifier.Notifiers, adapters)
  const dispatcher = yield* Effect.provideContext(Dispatcher.make(city, { worker: "cli" }), services)
  const shown = (messages: ReadonlyArray<Mail.Mail>) => (limit === undefined ? messages : messages.slice(-limit))
  if (dryRun) {
    const { messages, untold } = yield* rehearse(dispatcher, since)
    return Command.good<Notify>({ dryRun, messages: shown(messages), total: messages.length, untold })
  }
  const { untold } = yield* dispatcher.plan()
  const { attempts } = yield* dispatcher.deliver()
  const channels = yield* city.deliveries.channels()
  const keys = new Set<string>(attempts.map(({ key }) => key))
  const messages = channels.flatMap(({ over, outbox }) =>
    [...keys].flatMap((key) => {
      const one = [...outbox.deliveries].find(([known]) => known === key)?.[1]
      return one === undefined ? [] : [Mail.ofDelivery(over, one)]
    })
  )
  return Command.good<Notify>({
    dryRun,
    messages: shown(messages),
    total: messages.length,
    untold: untold.flatMap(untoldOf)
  })
})

const reasons = {
  noPlace: ["没有说明地点", "no place is named"],
  noCase: ["与任何事项无关", "it is about no case"],
  noGroup: ["此处及上级均未绑定群", "no group is bound there or above"],
  noAdapter: ["没有相应的通知方式", "no adapter reaches that channel"],
  nobody: ["无人任职", "nobody holds the post"]
} as const

const show = ({ dryRun, messages, total, untold }: Notify, look: Look): ReadonlyArray<string> => {
  const head = dryRun
    ? look.label(`将发出 ${total} 条通知`, `${total} notifications would go out`)
    : look.label(`已发出 ${total} 条通知`, `${total} notifications went out`)
  const byReason = Map.groupBy(untold, ({ reason }) => reason)
  return [
    look.paint("bold", head),
    ...messages.flatMap((one) => Mail.lines(look, one)),
    ...[...byReason].map(([reason, all]) =>
      look.paint(
        "yellow",
        `${look.label("未通知", "told to nobody")} ${all.length}: ${look.label(reasons[reason][0], reasons[reason][1])}`
      )
    )
  ]
}

/** `louyu notify` */
export const notify = Command.define<Notify>({
  name: "notify",
  about: {
    zh: "按规则把新发生的事通知到群和人；此处以终端代替各渠道",
    en: "tell groups and people what happened, by rule; here the terminal stands for every channel"
  },
  arguments: [],
  options: {
    ...Source.options,
    "dry-run": {
      about: { zh: "只看会通知什么，不记录也不发送", en: "only show what would be told; record and send nothing" }
    },
    since: {
      value: "<date>",
      about: { zh: "与 --dry-run 一起：从哪一天的事算起", en: "with --dry-run: facts of which day on" }
    },
    limit: { value: "<n>", about: { zh: "最多显示最近几条", en: "how many of the latest to show" } }
  },
  examples: ["louyu notify --store sqlite:city.db --dry-run --since 2022-12-01", "louyu notify --store sqlite:city.db"],
  answer: Notify,
  work,
  show
})
