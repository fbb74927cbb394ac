import { CivilDate, Identifier, type Period, type Text } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as FunnelFigures from "../FunnelFigures.ts"
import * as FunnelShown from "../FunnelShown.ts"
import * as OptionValue from "../OptionValue.ts"
import * as ProspectBook from "../ProspectBook.ts"
import * as Source from "../Source.ts"

const period = (given: Arguments.Given): Result.Result<Period.Period | undefined, Arguments.UsageError> => {
  const value = given.values.get("cohort")
  if (value === undefined) return Result.succeed(undefined)
  const [from = "", to = "", ...more] = value.split("..")
  return CivilDate.is(from) && CivilDate.is(to) && from < to && more.length === 0
    ? Result.succeed({ from, to })
    : OptionValue.notSpan("cohort", value)
}

const isUnitId = Schema.is(Identifier.UnitId)

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const cohort = yield* Effect.fromResult(period(given))
  const by = yield* Effect.fromResult(OptionValue.oneOf(given, "by", FunnelShown.dimensions))
  const city = yield* Source.city(given, desk)
  const book = yield* ProspectBook.of(given, city, yield* Source.date(given, city))
  const pipeline = yield* ProspectBook.pipeline(book, given.values.get("pipeline"))
  const asked = { book, pipeline, cohort }
  const nameOf = (key: string): Text.Text | null =>
    (by === "building" || by === "place") && isUnitId(key) ? View.label(book.view, key) : null
  const stages = yield* Effect.fromResult(FunnelFigures.stages(asked))
  const groups = by === undefined ? undefined : yield* Effect.fromResult(FunnelFigures.groups(asked, by, nameOf))
  const { won, lost, why } = FunnelFigures.losses(asked)
  const { id, names, version } = pipeline
  return Command.good<FunnelShown.Funnel>({
    on: book.on,
    pipeline: { id, names },
    version,
    cohort: cohort === undefined ? null : { from: cohort.from, to: cohort.to ?? ProspectBook.dayAfter(book.on) },
    population: FunnelFigures.population(asked),
    stages,
    attention: FunnelFigures.attended(asked),
    expected: FunnelFigures.expected(asked) ?? null,
    won,
    lost,
    losses: why,
    by: by === undefined || groups === undefined ? null : { dimension: by, groups }
  })
})

/** `louyu funnel` */
export const funnel = Command.define<FunnelShown.Funnel>({
  name: "funnel",
  about: {
    zh: "线索走到哪一阶段、转化多少、停留多久、为何流失、预计落户多少",
    en: "how far prospects have come: conversion, days in each stage, what was lost and why, and what is expected"
  },
  arguments: [],
  options: {
    ...Source.options,
    pipeline: { value: "<id>", about: { zh: "哪个流程，默认招商", en: "the pipeline; that of firms by default" } },
    cohort: {
      value: "<from..to>",
      about: {
        zh: "只看这些日子登记的线索，如 2026-01-01..2026-07-01（不含后一日）",
        en: "only prospects opened within these days, the second one not included: 2026-01-01..2026-07-01"
      }
    },
    by: {
      value: FunnelShown.dimensions.join("|"),
      about: { zh: "另按来源、意向楼宇、联络员或地点分列", en: "also by source, building wanted, liaison or place" }
    }
  },
  examples: [
    "louyu funnel --store sqlite:city.db",
    "louyu funnel --store sqlite:city.db --cohort 2026-01-01..2026-07-01 --by source",
    "louyu funnel --store sqlite:city.db --pipeline branchIncubation --on 2026-06-30"
  ],
  answer: FunnelShown.Funnel,
  work,
  show: FunnelShown.lines
})
