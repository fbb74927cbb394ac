import { Instant } from "@louyu/kernel"

/** The clocks of a city, those of China where nothing is said. */
export const of = ({ dateOf }: { readonly dateOf?: Instant.DateOf }): Instant.DateOf =>
  dateOf ?? ((at) => Instant.dateOf(at))
