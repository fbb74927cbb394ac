import { Identifier } from "@louyu/kernel"
import type { Notifications } from "@louyu/profiles"
import * as Domain from "./Domain.ts"
import * as Deliveries from "./delivery/Deliveries.ts"
import * as Delivery from "./delivery/Delivery.ts"
import type { DeliveryError } from "./delivery/DeliveryError.ts"
import type * as Outbox from "./delivery/Outbox.ts"

const name = "deliveries"

/** The stream of a channel: messages of one channel wait for each other, those of others do not. */
export const streamOf = (over: Notifications.ChannelRef): Identifier.StreamId =>
  Identifier.StreamId.make(`${name}:${Deliveries.nameOf(over)}`)

/** What waits for a channel, and the channel. */
export interface Channel {
  readonly over: Notifications.ChannelRef
  readonly outbox: Outbox.Outbox
}

const channelOf = (stream: string): Notifications.ChannelRef => {
  const [kind = "", ...rest] = stream.slice(name.length + 1).split(".")
  return { kind, channel: rest.join(".") }
}

/** The deliveries of a city as a domain of its ledger; it shows every channel anything was ever planned for. */
export const deliveries: Domain.Domain<
  Delivery.Command,
  Delivery.Event,
  DeliveryError,
  ReadonlyArray<Channel>
> = Domain.define({
  name,
  command: Delivery.Command,
  event: Delivery.Event,
  schemaVersion: Delivery.schemaVersion,
  decider: Deliveries.decider,
  stream: ({ over }) => streamOf(over),
  facts: () => undefined,
  view: (streams) =>
    [...streams.entries()]
      .map(([stream, outbox]) => ({ over: channelOf(stream), outbox }))
      .toSorted((a, b) => (Deliveries.nameOf(a.over) < Deliveries.nameOf(b.over) ? -1 : 1))
})
