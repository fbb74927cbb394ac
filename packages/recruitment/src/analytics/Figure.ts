/**
 * A share with all that is needed to read it.
 *
 * Shape: `value` is `undefined` where the denominator is 0; `population` is how many subjects the question was about;
 * `asOf` is `undefined` only where nothing has happened and no date was asked for.
 */
export interface Figure {
  readonly definition: string
  readonly numerator: number
  readonly denominator: number
  readonly value: number | undefined
  readonly population: number
  readonly asOf: number | undefined
}

export const make = (
  definition: string,
  numerator: number,
  denominator: number,
  about: { readonly population: number; readonly asOf: number | undefined }
): Figure => ({
  definition,
  numerator,
  denominator,
  value: denominator === 0 ? undefined : numerator / denominator,
  population: about.population,
  asOf: about.asOf
})
