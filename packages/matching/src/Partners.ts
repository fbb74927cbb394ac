import { type CivilDate, type Decider, type Identifier, Period } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Catalogue } from "./Catalogue.ts"
import * as Category from "./Category.ts"
import type { ChainId, IndustryChain, PositionId } from "./IndustryChain.ts"
import { IdTaken, type MatchingError, NotFound, NotPossible, OneEnterprise } from "./MatchingError.ts"
import type { PartnerCommand, PartnershipId, PostingId, PublishPosting } from "./PartnerCommand.ts"
import type { ExchangeRecorded, PartnerEvent, PartnershipAnswered, PartnershipProposed } from "./PartnerEvent.ts"
import * as Rule from "./rules/Rule.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/** What an enterprise offers or wants, as long as it does. */
export interface Posting {
  readonly posting: Omit<typeof PublishPosting.Type, "_tag">
  readonly life: Period.Period
}

/** The position of an enterprise in a chain, for a time. */
export interface Placed extends Period.Period {
  readonly enterprise: UnitId
  readonly chain: ChainId
  readonly position: PositionId
}

/** Two enterprises, what they said to each other's offer, and what they gave each other. */
export interface Partnership {
  readonly proposed: Omit<typeof PartnershipProposed.Type, "_tag">
  readonly answers: ReadonlyArray<typeof PartnershipAnswered.Type>
  readonly exchanges: ReadonlyArray<typeof ExchangeRecorded.Type>
}

/** Where a partnership stands, on a day or by now: both sides have to accept, one is enough to decline. */
export const statusOf = (
  { answers: all }: Partnership,
  on?: CivilDate.CivilDate
): "proposed" | "agreed" | "declined" => {
  const answers = on === undefined ? all : all.filter((one) => one.on <= on)
  if (answers.some(({ accepts }) => !accepts)) return "declined"
  return new Set(answers.map(({ side }) => side)).size === 2 ? "agreed" : "proposed"
}

/** The board of partners with its whole history. Immutable. */
export interface Board {
  readonly postings: HashMap.HashMap<PostingId, Posting>
  readonly placed: ReadonlyArray<Placed>
  readonly partnerships: HashMap.HashMap<PartnershipId, Partnership>
}

/** The board nobody wrote on yet. */
export const initial: Board = { postings: HashMap.empty(), placed: [], partnerships: HashMap.empty() }

/** A posting. */
export const posting = (board: Board, id: PostingId): Posting | undefined =>
  Option.getOrUndefined(HashMap.get(board.postings, id))

/** A partnership. */
export const partnership = (board: Board, id: PartnershipId): Partnership | undefined =>
  Option.getOrUndefined(HashMap.get(board.partnerships, id))

/** The postings that hold on a date. */
export const postingsOn = (board: Board, on: Date): ReadonlyArray<Posting> =>
  [...HashMap.values(board.postings)]
    .filter(({ life }) => Period.contains(life, on))
    .toSorted((a, b) => (a.posting.posting < b.posting.posting ? -1 : 1))

type Decision = Result.Result<ReadonlyArray<PartnerEvent>, MatchingError>
const nothing: Decision = Result.succeed([])
const facts = (...events: ReadonlyArray<PartnerEvent>): Decision => Result.succeed(events)
const openEnd = (from: Date, to: Date | undefined): Period.Period => (to === undefined ? { from } : { from, to })

type Of<Tag extends PartnerCommand["_tag"]> = Extract<PartnerCommand, { readonly _tag: Tag }>
interface Context extends Rule.Context {
  readonly chains: ReadonlyArray<IndustryChain>
}

const publish = (context: Context, board: Board, { _tag, ...fields }: Of<"PublishPosting">): Decision => {
  const { posting: id, enterprise, category, text, from, to } = fields
  const before = posting(board, id)?.posting
  if (before !== undefined) {
    return Equal.equals(before, fields) ? nothing : Result.fail(new IdTaken({ sort: "posting", id }))
  }
  const checked = Rule.all(
    () => Rule.ordered(from, to),
    () => Rule.existing(context, enterprise, from),
    () => Rule.sorted(context, category),
    () => Rule.impersonal(id, text)
  )
  return Result.flatMap(checked, () => facts({ _tag: "PostingPublished", ...fields }))
}

const samePlace = (a: Placed, b: Pick<Placed, "enterprise" | "chain" | "position">): boolean =>
  a.enterprise === b.enterprise && a.chain === b.chain && a.position === b.position

const take = (context: Context, board: Board, { _tag, ...fields }: Of<"TakePosition">): Decision => {
  const { enterprise, chain, position, from, to } = fields
  const known = context.chains.find(({ id }) => id === chain)
  if (known === undefined) return Result.fail(new NotFound({ sort: "chain", id: chain }))
  if (!known.positions.some(({ id }) => id === position)) {
    return Result.fail(new NotFound({ sort: "position", id: position }))
  }
  const checked = Rule.all(
    () => Rule.ordered(from, to),
    () => Rule.existing(context, enterprise, from)
  )
  return Result.flatMap(checked, () => {
    const holds = board.placed.some(
      (one) => samePlace(one, fields) && (one.from === from || Period.contains(one, from))
    )
    return holds ? nothing : facts({ _tag: "PositionTaken", ...fields })
  })
}

const propose = (context: Context, board: Board, { _tag, ...fields }: Of<"ProposePartnership">): Decision => {
  const { partnership: id, giver, taker, offer, want, on } = fields
  const before = partnership(board, id)?.proposed
  if (before !== undefined) {
    return Equal.equals(before, fields) ? nothing : Result.fail(new IdTaken({ sort: "partnership", id }))
  }
  if (giver === taker) return Result.fail(new OneEnterprise({ enterprise: giver }))
  const belongs = (of: PostingId | undefined, side: "offer" | "want", enterprise: UnitId) => (): Rule.Checked => {
    const found = of === undefined ? undefined : posting(board, of)
    if (of === undefined) return Rule.fine
    const fits = found !== undefined && Period.contains(found.life, on)
    return fits && found.posting.side === side && found.posting.enterprise === enterprise
      ? Rule.fine
      : Result.fail(new NotFound({ sort: "posting", id: of }))
  }
  const checked = Rule.all(
    () => Rule.existing(context, giver, on),
    () => Rule.existing(context, taker, on),
    belongs(offer, "offer", giver),
    belongs(want, "want", taker)
  )
  return Result.flatMap(checked, () => facts({ _tag: "PartnershipProposed", ...fields }))
}

const answer = (board: Board, { _tag, ...fields }: Of<"AnswerPartnership">): Decision => {
  const { partnership: id, side, accepts, reason } = fields
  return Result.flatMap(Rule.known(partnership(board, id), "partnership", id), (known): Decision => {
    const own = known.answers.find((one) => one.side === side)
    if (own?.accepts === accepts) return nothing
    const status = statusOf(known)
    if (status !== "proposed" || own !== undefined) {
      return Result.fail(new NotPossible({ sort: "partnership", id, status, action: "AnswerPartnership" }))
    }
    const checked = reason === undefined ? Rule.fine : Rule.impersonal(id, reason)
    return Result.flatMap(checked, () => facts({ _tag: "PartnershipAnswered", ...fields }))
  })
}

const exchange = (board: Board, { _tag, ...fields }: Of<"RecordExchange">): Decision => {
  const { partnership: id, exchange: name } = fields
  return Result.flatMap(Rule.known(partnership(board, id), "partnership", id), (known): Decision => {
    const event = { _tag: "ExchangeRecorded", ...fields } as const
    const before = known.exchanges.find((one) => one.exchange === name)
    if (before !== undefined) {
      return Equal.equals(before, event) ? nothing : Result.fail(new IdTaken({ sort: "partnership", id: name }))
    }
    const status = statusOf(known)
    return status === "agreed"
      ? facts(event)
      : Result.fail(new NotPossible({ sort: "partnership", id, status, action: "RecordExchange" }))
  })
}

const endsOn = (period: Period.Period, on: Date): "ends" | "ended" | "not" =>
  period.to === on
    ? "ended"
    : Period.contains(period, on)
      ? "ends"
      : period.to !== undefined && period.to <= on
        ? "ended"
        : "not"

const decide = (context: Context, board: Board, command: PartnerCommand): Decision => {
  switch (command._tag) {
    case "PublishPosting":
      return publish(context, board, command)
    case "EndPosting": {
      const { posting: id, on } = command
      return Result.flatMap(Rule.known(posting(board, id), "posting", id), ({ life }) => {
        const now = endsOn(life, on)
        if (now === "not") return Result.fail(new NotFound({ sort: "posting", id }))
        return now === "ended" ? nothing : facts({ _tag: "PostingEnded", posting: id, on })
      })
    }
    case "TakePosition":
      return take(context, board, command)
    case "LeavePosition": {
      const { _tag, ...fields } = command
      const held = board.placed.filter((one) => samePlace(one, fields)).map((one) => endsOn(one, fields.on))
      if (held.includes("ends")) return facts({ _tag: "PositionLeft", ...fields })
      return held.includes("ended") ? nothing : Result.fail(new NotFound({ sort: "position", id: fields.position }))
    }
    case "ProposePartnership":
      return propose(context, board, command)
    case "AnswerPartnership":
      return answer(board, command)
    case "RecordExchange":
      return exchange(board, command)
  }
}

/** Adds a fact to the board. */
export const evolve = (board: Board, event: PartnerEvent): Board => {
  switch (event._tag) {
    case "PostingPublished": {
      const { _tag, ...fields } = event
      const made = { posting: fields, life: openEnd(fields.from, fields.to) }
      return { ...board, postings: HashMap.set(board.postings, fields.posting, made) }
    }
    case "PostingEnded": {
      const end = ({ posting: of, life }: Posting): Posting => ({
        posting: of,
        life: { from: life.from, to: event.on }
      })
      return { ...board, postings: HashMap.modify(board.postings, event.posting, end) }
    }
    case "PositionTaken": {
      const { _tag, ...placed } = event
      return { ...board, placed: [...board.placed, placed] }
    }
    case "PositionLeft": {
      const end = (one: Placed): Placed =>
        samePlace(one, event) && Period.contains(one, event.on) ? { ...one, to: event.on } : one
      return { ...board, placed: board.placed.map(end) }
    }
    case "PartnershipProposed": {
      const { _tag, ...proposed } = event
      const made: Partnership = { proposed, answers: [], exchanges: [] }
      return { ...board, partnerships: HashMap.set(board.partnerships, proposed.partnership, made) }
    }
    case "PartnershipAnswered":
    case "ExchangeRecorded": {
      const add = (known: Partnership): Partnership =>
        event._tag === "ExchangeRecorded"
          ? { ...known, exchanges: [...known.exchanges, event] }
          : { ...known, answers: [...known.answers, event] }
      return { ...board, partnerships: HashMap.modify(board.partnerships, event.partnership, add) }
    }
  }
}

/** The write side of the board of partners of a city. */
export type PartnersDecider = Decider.Decider<PartnerCommand, Board, PartnerEvent, MatchingError, Rule.Facts>

/**
 * The rules of offers, wants, positions in chains and partnerships.
 *
 * Shape: a command that changes nothing gives no events.
 * Source: H-32, H-34, W-20.
 */
export const decider = ({ categories, fields = [], chains = [] }: Catalogue): PartnersDecider => ({
  initial,
  evolve,
  decide: (board, command, known) =>
    decide({ categories: Category.of(categories), fields, chains, facts: known }, board, command)
})
