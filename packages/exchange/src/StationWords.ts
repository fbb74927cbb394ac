import type { Profile } from "@louyu/profiles"
import { StationCatalogue } from "@louyu/stations"
import * as Result from "effect/Result"
import type { Context } from "./Context.ts"
import type { Reading } from "./Form.ts"
import { StationWordUnknown } from "./StationSheetError.ts"
import * as Vocabulary from "./Vocabulary.ts"

type Words = Vocabulary.Vocabulary<string>

/** What a word can be that means something anywhere. */
export type Sort = Exclude<StationWordUnknown["sort"], "label" | "criterion">

/** The words in which a city speaks of its stations; labels by their set, criteria by their standard. */
export interface StationWords {
  readonly words: Readonly<Record<Sort, Words>>
  readonly label: ReadonlyMap<string, Words>
  readonly criterion: ReadonlyMap<string, Words>
}

/** Prepares the words of a profile for finding. */
export const make = ({ stations = StationCatalogue.preset }: Profile.Profile): StationWords => ({
  words: {
    stationKind: Vocabulary.make(stations.stationKinds),
    roomKind: Vocabulary.make(stations.roomKinds),
    pointKind: Vocabulary.make(stations.pointKinds),
    facilityKind: Vocabulary.make(stations.facilityKinds),
    audience: Vocabulary.make(stations.audiences),
    labelSet: Vocabulary.make(stations.labelSets),
    standard: Vocabulary.make(stations.standards)
  },
  label: new Map(stations.labelSets.map(({ id, labels }) => [id, Vocabulary.make(labels)])),
  criterion: new Map(stations.standards.map(({ id, criteria }) => [id, Vocabulary.make(criteria)]))
})

/** A word under any of its names, or else the ones most like it. */
export const find = (
  sort: StationWordUnknown["sort"],
  word: string,
  vocabulary: Words,
  { advise }: Context
): Reading<string> => {
  const found = vocabulary.find(word)
  if (found !== undefined) return Result.succeed(found)
  const names = vocabulary.words.flatMap(({ id, names: { zh } }) => [id, zh])
  const near = advise(word, names.join(), names, names.length)
  const nearest = near.length > 0 ? near : Vocabulary.names(vocabulary)
  return Result.fail(new StationWordUnknown({ sort, word: word.slice(0, 60), nearest }))
}

/** Words of a set of labels, or of a standard, each once; `undefined` when there is no profile, which is an error of its own. */
export const findAll = (
  sort: "label" | "criterion",
  of: string,
  words: ReadonlyArray<string>,
  context: Context
): Reading<ReadonlyArray<string>> | undefined => {
  const known = context.stations?.[sort].get(of)
  if (known === undefined) return undefined
  return Result.map(Result.all(words.map((word) => find(sort, word, known, context))), (found) => [...new Set(found)])
}
