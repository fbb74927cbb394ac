import { type CivilDate, type Decider, PersonalData, Text } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import {
  CorrectionNotLater,
  type IndicatorUnknown,
  PublicationIdTaken,
  PublicationTextPersonal,
  PublicationUnknown,
  PublishedEarly,
  UnitUnfit
} from "./FigureError.ts"
import * as Indicator from "./Indicator.ts"
import type { PublicationCommand, PublicationEvent } from "./PublicationCommand.ts"
import type { Printed, PublicationId, Published } from "./Published.ts"
import * as Unit from "./Unit.ts"

type Date = CivilDate.CivilDate

/** A published figure with what was said of it later, in the order it was told here. */
export interface Publication {
  readonly published: Published
  readonly corrections: ReadonlyArray<{ readonly printed: Printed; readonly on: Date }>
  readonly withdrawn: Date | undefined
}

/** Every figure ever published. Immutable. */
export interface Publications {
  readonly byId: HashMap.HashMap<PublicationId, Publication>
  /** By indicator. */
  readonly byIndicator: HashMap.HashMap<string, ReadonlyArray<PublicationId>>
}

/** Nothing was published yet. */
export const initial: Publications = { byId: HashMap.empty(), byIndicator: HashMap.empty() }

/** A publication, with its corrections. */
export const get = (publications: Publications, id: PublicationId): Publication | undefined =>
  Option.getOrUndefined(HashMap.get(publications.byId, id))

/** A published figure as it was known on a day, or by now; `undefined` before it was published or after it was withdrawn. */
export const known = ({ published, corrections, withdrawn }: Publication, on?: Date): Published | undefined => {
  if (withdrawn !== undefined && (on === undefined || withdrawn <= on)) return undefined
  if (on !== undefined && on < published.published) return undefined
  let last: Publication["corrections"][number] | undefined
  for (const one of corrections) {
    if ((on === undefined || one.on <= on) && (last === undefined || one.on > last.on)) last = one
  }
  return last === undefined ? published : { ...published, printed: last.printed }
}

/** What was published of an indicator and not taken back, as known on a day. Cost: O(publications of the indicator). */
export const ofIndicator = (
  publications: Publications,
  indicator: Indicator.IndicatorId,
  on?: Date
): ReadonlyArray<Published> =>
  Option.getOrElse(HashMap.get(publications.byIndicator, indicator), (): ReadonlyArray<PublicationId> => []).flatMap(
    (id) => {
      const found = get(publications, id)
      return (found === undefined ? undefined : known(found, on)) ?? []
    }
  )

/** Why a published figure is refused. */
export type PublicationError =
  | IndicatorUnknown
  | UnitUnfit
  | PublicationIdTaken
  | PublicationUnknown
  | CorrectionNotLater
  | PublishedEarly
  | PublicationTextPersonal

type Decision = Result.Result<ReadonlyArray<PublicationEvent>, PublicationError>
const nothing: Decision = Result.succeed([])

const fits = (
  indicators: Indicator.Indicators,
  id: string,
  { unit }: Printed
): Result.Result<void, IndicatorUnknown | UnitUnfit> =>
  Result.flatMap(Indicator.get(indicators, id), (indicator) =>
    Unit.between(indicator.unit, unit) === undefined
      ? Result.fail(new UnitUnfit({ indicator: id, unit }))
      : Result.succeed(undefined)
  )

const publish = (indicators: Indicator.Indicators, publications: Publications, published: Published): Decision => {
  const { publication, indicator, printed, source, scope, on, expected } = published
  const before = get(publications, publication)
  if (before !== undefined) {
    return Equal.equals(before.published, published) ? nothing : Result.fail(new PublicationIdTaken({ publication }))
  }
  const traces = PersonalData.traces([source, ...Text.wordings(scope.names)].join("；"))
  if (traces.length > 0) return Result.fail(new PublicationTextPersonal({ publication, traces }))
  if (published.published < on && expected !== true) {
    return Result.fail(new PublishedEarly({ publication, on, published: published.published }))
  }
  return Result.map(fits(indicators, indicator, printed), () => [{ _tag: "FigurePublished", ...published }])
}

const decide = (
  indicators: Indicator.Indicators,
  publications: Publications,
  command: PublicationCommand
): Decision => {
  if (command._tag === "PublishFigure") {
    const { _tag, ...published } = command
    return publish(indicators, publications, published)
  }
  const { publication, on } = command
  const before = get(publications, publication)
  if (before === undefined) return Result.fail(new PublicationUnknown({ publication }))
  const late = on > before.published.published
  const refused = Result.fail(new CorrectionNotLater({ publication, on }))
  if (command._tag === "WithdrawPublication") {
    if (before.withdrawn === on) return nothing
    return late && before.withdrawn === undefined
      ? Result.succeed([{ _tag: "PublicationWithdrawn", publication, on }])
      : refused
  }
  const { printed } = command
  const same = before.corrections.find((one) => one.on === on)
  if (same !== undefined && Equal.equals(same.printed, printed)) return nothing
  const open = before.withdrawn === undefined || on < before.withdrawn
  if (same !== undefined || !late || !open) return refused
  return Result.map(fits(indicators, before.published.indicator, printed), () => [
    { _tag: "PublicationCorrected", publication, printed, on }
  ])
}

/** Adds a fact. Facts stay facts when indicators change. */
export const evolve = (publications: Publications, event: PublicationEvent): Publications => {
  const { byId, byIndicator } = publications
  switch (event._tag) {
    case "FigurePublished": {
      const { _tag, ...published } = event
      const ids = Option.getOrElse(HashMap.get(byIndicator, published.indicator), () => [])
      return {
        byId: HashMap.set(byId, published.publication, { published, corrections: [], withdrawn: undefined }),
        byIndicator: HashMap.set(byIndicator, published.indicator, [...ids, published.publication])
      }
    }
    case "PublicationCorrected": {
      const { printed, on } = event
      const corrected = HashMap.modify(byId, event.publication, (one) => ({
        ...one,
        corrections: [...one.corrections, { printed, on }]
      }))
      return { byId: corrected, byIndicator }
    }
    case "PublicationWithdrawn":
      return { byId: HashMap.modify(byId, event.publication, (one) => ({ ...one, withdrawn: event.on })), byIndicator }
  }
}

/** The write side of published figures. */
export type PublicationDecider = Decider.Decider<PublicationCommand, Publications, PublicationEvent, PublicationError>

/**
 * The rules of published figures under a city's indicators.
 *
 * Shape: a stream of its own, since a published figure may speak of anything, not only of enterprises. Nothing computed
 * is ever overwritten, and what was published is kept with its corrections.
 * Source; invariant 15.
 */
export const decider = (indicators: Indicator.Indicators): PublicationDecider => ({
  initial,
  evolve,
  decide: (publications, command) => decide(indicators, publications, command)
})
