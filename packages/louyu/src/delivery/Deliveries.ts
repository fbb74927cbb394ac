import type { Decider } from "@louyu/kernel"
import type { Message } from "@louyu/ports"
import type { Notifications } from "@louyu/profiles"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Command, Event } from "./Delivery.ts"
import { type DeliveryError, DeliveryUnknown, NotNow, type Obstacle } from "./DeliveryError.ts"
import * as Outbox from "./Outbox.ts"

type Box = Outbox.Outbox
type Known = Outbox.DeliveryKnown
type Decision = Result.Result<ReadonlyArray<Event>, DeliveryError>
type Of<T extends Command["_tag"]> = Extract<Command, { readonly _tag: T }>

/** The name of a channel in messages and streams. */
export const nameOf = ({ kind, channel }: Notifications.ChannelRef): string => `${kind}.${channel}`

const nothing: Decision = Result.succeed([])
const facts = (...events: ReadonlyArray<Event>): Decision => Result.succeed(events)

const refuse = (
  { over, key }: { readonly over: Notifications.ChannelRef; readonly key?: string },
  because: Obstacle,
  until?: number
): Decision => Result.fail(new NotNow({ channel: nameOf(over), key: key ?? "", because, until }))

const known = (
  box: Box,
  { over, key }: { readonly over: Notifications.ChannelRef; readonly key: Message.DeliveryKey },
  decide: (known: Known) => Decision
): Decision => {
  const found = Outbox.delivery(box, key)
  return found === undefined ? Result.fail(new DeliveryUnknown({ channel: nameOf(over), key })) : decide(found)
}

const plan = (box: Box, { _tag, ...fields }: Of<"PlanDelivery">): Decision => {
  const { over, key, item, at } = fields
  const before = Outbox.delivery(box, key)
  if (before === undefined) return facts({ _tag: "DeliveryPlanned", ...fields })
  if (before.items.some(({ event }) => event === item.event)) return nothing
  // What went out already cannot take more along; a digest has a key of its own for every window.
  return before.status === "waiting" && before.attempts.length === 0
    ? facts({ _tag: "DeliveryJoined", over, key, item, at })
    : refuse(fields, "finished")
}

const claim = (box: Box, { _tag, rate, ...fields }: Of<"ClaimDelivery">): Decision =>
  known(box, fields, (delivery) => {
    const { key, at } = fields
    if (box.disabled !== undefined) return refuse(fields, "disabled")
    if (delivery.status !== "waiting") return refuse(fields, "finished")
    if (Outbox.next(box)?.key !== key) return refuse(fields, "notNext")
    const busy = Outbox.underWay(delivery, at)
    if (busy !== undefined) return refuse(fields, "claimed", busy.until)
    if (at < Outbox.due(delivery)) return refuse(fields, "notDue", Outbox.due(delivery))
    const open = Outbox.openFrom(box, rate, at)
    if (at < open) return refuse(fields, "limit", open)
    return facts({ _tag: "AttemptBegun", ...fields, attempt: delivery.attempts.length + 1 })
  })

const end = (box: Box, { _tag, ...fields }: Of<"EndAttempt">): Decision =>
  known(box, fields, (delivery) => {
    const { over, key, attempt, outcome, again, at } = fields
    const made = delivery.attempts[attempt - 1]
    if (made === undefined) return refuse(fields, "waiting")
    if (made.outcome !== undefined) return nothing
    const ended: Event = { _tag: "AttemptEnded", ...fields }
    if (delivery.status !== "waiting" || outcome._tag === "sent") return facts(ended)
    const { disabled } = box
    switch (outcome._tag) {
      case "rejected":
        return facts(ended, { _tag: "DeliveryGivenUp", over, key, reason: outcome.reason, at })
      case "channelDisabled":
        return disabled === undefined
          ? facts(ended, { _tag: "ChannelDisabled", over, reason: outcome.reason, at })
          : facts(ended)
      case "retry":
      case "unknown":
        return again === undefined
          ? facts(ended, { _tag: "DeliveryGivenUp", over, key, reason: outcome.reason, at })
          : facts(ended)
    }
  })

const decide = (box: Box, command: Command): Decision => {
  switch (command._tag) {
    case "PlanDelivery":
      return plan(box, command)
    case "ClaimDelivery":
      return claim(box, command)
    case "EndAttempt":
      return end(box, command)
    case "EnableChannel": {
      const { _tag, ...fields } = command
      return box.disabled === undefined ? nothing : facts({ _tag: "ChannelEnabled", ...fields })
    }
    case "ReplayDelivery": {
      const { _tag, ...fields } = command
      return known(box, fields, ({ status }) => {
        if (status === "waiting") return nothing
        return status === "sent" ? refuse(fields, "finished") : facts({ _tag: "DeliveryReplayed", ...fields })
      })
    }
    case "DropDelivery": {
      const { _tag, ...fields } = command
      return known(box, fields, ({ status }) => {
        if (status === "givenUp") return nothing
        return status === "sent" ? refuse(fields, "finished") : facts({ _tag: "DeliveryGivenUp", ...fields })
      })
    }
  }
}

const change = (box: Box, key: Message.DeliveryKey, f: (known: Known) => Known): Box => ({
  ...box,
  deliveries: HashMap.modify(box.deliveries, key, f)
})

const without = (box: Box, key: Message.DeliveryKey): Box => ({ ...box, queue: box.queue.filter((one) => one !== key) })

// No channel takes more than this in the time its rate is counted over.
const remembered = 1_000

const ended = (box: Box, { key, attempt, outcome, again }: Extract<Event, { readonly _tag: "AttemptEnded" }>): Box => {
  const isSent = outcome._tag === "sent"
  const after = change(box, key, (one) => ({
    ...one,
    attempts: one.attempts.map((made, at) => (at === attempt - 1 ? { ...made, outcome } : made)),
    status: isSent ? "sent" : one.status,
    notBefore: again ?? one.notBefore
  }))
  return isSent ? without(after, key) : after
}

const evolve = (box: Box, event: Event): Box => {
  switch (event._tag) {
    case "DeliveryPlanned": {
      const { key, rule, title, item, urgency, people = [], notBefore, at } = event
      const delivery: Known = {
        key,
        number: HashMap.size(box.deliveries) + 1,
        rule,
        title,
        items: [item],
        urgency,
        people,
        planned: at,
        turn: notBefore,
        notBefore,
        attempts: [],
        status: "waiting",
        reason: undefined,
        since: 0
      }
      return { ...box, deliveries: HashMap.set(box.deliveries, key, delivery), queue: Outbox.queued(box, delivery) }
    }
    case "DeliveryJoined":
      return change(box, event.key, (one) => ({ ...one, items: [...one.items, event.item] }))
    case "AttemptBegun": {
      const { key, worker, until, at } = event
      const attempt = { worker, until, at, outcome: undefined }
      const after = change(box, key, (one) => ({ ...one, attempts: [...one.attempts, attempt] }))
      return { ...after, recent: [...box.recent.slice(1 - remembered), at] }
    }
    case "AttemptEnded":
      return ended(box, event)
    case "DeliveryGivenUp":
      return without(
        change(box, event.key, (one) => ({ ...one, status: "givenUp", reason: event.reason })),
        event.key
      )
    case "DeliveryReplayed": {
      const after = change(box, event.key, (one) => ({
        ...one,
        status: "waiting",
        reason: undefined,
        turn: event.at,
        notBefore: event.at,
        since: one.attempts.length
      }))
      return { ...after, queue: Outbox.queued(after, { key: event.key, turn: event.at }) }
    }
    case "ChannelDisabled":
      return { ...box, disabled: { reason: event.reason, at: event.at } }
    case "ChannelEnabled":
      return { ...box, disabled: undefined }
  }
}

/**
 * The rules of what waits for one channel: one attempt at a time, in order, no faster than the
 * channel takes them, and whatever is given up can be replayed.
 *
 * Shape: a command that changes nothing gives no events. A delivery that arrived may have arrived more than once, but
 * never under another key.
 */
export const decider: Decider.Decider<Command, Box, Event, DeliveryError> = { initial: Outbox.initial, decide, evolve }
