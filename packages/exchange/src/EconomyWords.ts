import { EconomySettings, type EnterpriseError } from "@louyu/economy"
import type { Profile } from "@louyu/profiles"
import * as Result from "effect/Result"
import * as Vocabulary from "./Vocabulary.ts"

/** The words a city has for its enterprises, by the list they stand in, and its indicators. */
export type EconomyWords = Readonly<Record<EnterpriseError.WordList | "indicators", Vocabulary.Vocabulary<string>>>

/** Prepares the words of a profile for finding; `undefined` when its settings contradict themselves. */
export const make = ({ economy }: Profile.Profile): EconomyWords | undefined =>
  Result.getOrElse(
    Result.map(
      EconomySettings.resolve(economy),
      ({ enterprises, indicators }): EconomyWords => ({
        qualifications: Vocabulary.make(enterprises.qualifications),
        levels: Vocabulary.make(enterprises.qualifications.flatMap(({ levels = [] }) => levels)),
        intellectualProperty: Vocabulary.make(enterprises.intellectualProperty),
        supports: Vocabulary.make(enterprises.supports),
        outcomes: Vocabulary.make(enterprises.outcomes),
        brands: Vocabulary.make(enterprises.brands),
        indicators: Vocabulary.make([...indicators.values()])
      })
    ),
    () => undefined
  )
