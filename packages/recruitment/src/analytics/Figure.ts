import { Share } from "@louyu/kernel"

/**
 * A share with all that is needed to read it.
 *
 * Shape: `definition` is the code of what is counted out of what; `population` is how many subjects the question was
 * about; `asOf` is `undefined` only where nothing has happened and no date was asked for.
 */
export interface Figure extends Share.Share {
  readonly definition: string
  readonly population: number
  readonly asOf: number | undefined
}

export const make = (
  definition: string,
  numerator: number,
  denominator: number,
  about: { readonly population: number; readonly asOf: number | undefined }
): Figure => ({ definition, ...Share.of(numerator, denominator), population: about.population, asOf: about.asOf })
