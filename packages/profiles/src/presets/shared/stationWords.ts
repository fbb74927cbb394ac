import { StationCatalogue } from "@louyu/stations"

type Named = StationCatalogue.Named
type Said = ReadonlyArray<string | Named>
type Catalogue = StationCatalogue.StationCatalogue

/** What a city says of its stations: ids of words in common use, and words of its own. */
export type Spoken = {
  readonly [List in Exclude<keyof Catalogue, "labelSets" | "standards">]: Said
} & { readonly labelSets?: Catalogue["labelSets"]; readonly standards?: Catalogue["standards"] }

const common = StationCatalogue.preset

const spoken = (known: ReadonlyArray<Named>, said: Said): ReadonlyArray<Named> =>
  said.map((one) => {
    const word = typeof one === "string" ? StationCatalogue.find(known, one) : one
    if (word === undefined) throw new Error(`invariant: "${one}" is no word in common use for stations`)
    return word
  })

/** The words of a city for its stations; a word in common use that is not there is a bug and throws. */
export const stationWords = ({ labelSets = [], standards = [], ...lists }: Spoken): Catalogue => ({
  stationKinds: spoken(common.stationKinds, lists.stationKinds),
  roomKinds: spoken(common.roomKinds, lists.roomKinds),
  pointKinds: spoken(common.pointKinds, lists.pointKinds),
  facilityKinds: spoken(common.facilityKinds, lists.facilityKinds),
  audiences: spoken(common.audiences, lists.audiences),
  labelSets,
  standards
})

const [platforms, mosts] = common.labelSets
if (platforms === undefined || mosts === undefined) {
  throw new Error("invariant: the words in common use have three platforms and six mosts")
}

/** Three platforms (D-07) and six mosts (F-14), as they are in common use. */
export const [threePlatforms, sixMosts] = [platforms, mosts]
