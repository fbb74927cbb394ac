/** Something somebody needs, in whole units. */
export interface Need {
  readonly id: string
  /** Units needed; 1 when not given. */
  readonly quantity?: number
  /** Whether parts of the quantity may come from several candidates, or come alone. */
  readonly divisible?: boolean
  /** Priority: a unit met counts this many times its score. */
  readonly weight: number
  /** Whole days it has waited. */
  readonly waiting: number
  /** The offer, and if it matters the slot, of a match both sides have accepted. */
  readonly held?: { readonly offer: string; readonly slot?: string }
}

/** The capacity of an offer in one time slot. */
export interface Slot {
  readonly id: string
  readonly capacity: number
}

/** Something that is offered, in whole units: in all, and in each of its time slots. */
export interface Offer {
  readonly id: string
  readonly capacity: number
  readonly slots?: ReadonlyArray<Slot>
}

/** One way a need could be met: by which offer, when, and how good that would be. */
export interface Candidate {
  readonly need: string
  readonly offer: string
  /** A slot of the offer; without one only the capacity of the offer as a whole counts. */
  readonly slot?: string
  /** Whole points from 0 to 1000, the more the better. */
  readonly score: number
}

/** How waiting counts: each day beyond `after` adds `perDay` points to every score of the need. */
export interface Fairness {
  readonly after: number
  readonly perDay: number
}

/** What is to be allocated. The order of the lists means nothing. */
export interface Problem {
  readonly needs: ReadonlyArray<Need>
  readonly offers: ReadonlyArray<Offer>
  readonly candidates: ReadonlyArray<Candidate>
  readonly fairness?: Fairness
}

/** Units of a need that a candidate gets. */
export interface Assignment {
  readonly need: string
  readonly offer: string
  readonly slot?: string
  readonly quantity: number
  readonly score: number
}

/** A candidate that a need did not get. */
export interface Lost {
  readonly offer: string
  readonly slot?: string
  /** What a unit of the need would have counted there. */
  readonly worth: number
  /** What a unit there would have had to count; nothing when accepted matches hold all of it. */
  readonly price?: number
  /** Of the needs served there, the one that counts least; nothing when there is no capacity at all. */
  readonly to?: string
}

/** Units of a need that nobody gets, and why. */
export interface Unmet {
  readonly need: string
  readonly quantity: number
  readonly why: "noCandidate" | "noCapacity"
  readonly lost: ReadonlyArray<Lost>
}

/** An accepted match that could not stay: its candidate is gone, or the capacity no longer covers all accepted ones. */
export interface Moved {
  readonly need: string
  readonly from: string
  readonly slot?: string
  readonly why: "candidateGone" | "capacityShrank"
}

/** The price of a unit of capacity, on top of the offer's where it is a slot's. */
export interface PlacePrice {
  readonly offer: string
  readonly slot?: string
  readonly price: number
}

/** Prices that prove a bound: no allocation is worth more than all capacity and all gains at these prices. */
export interface Leaf {
  readonly places: ReadonlyArray<PlacePrice>
}

/** A question both answers of which were followed: does the need get this candidate, in whole, or not? */
export interface Branch {
  readonly need: string
  readonly offer: string
  readonly slot?: string
  readonly taken: Proof
  readonly refused: Proof
}

/** Why nothing is better where whole quantities make prices alone too weak; nothing at all where it does not fit. */
export type Proof = Leaf | Branch | "doesNotFit"

/**
 * Prices that prove an allocation the best one (linear programming duality): every need has the candidates that leave it
 * the highest gain, and whatever has a price is full.
 *
 * Units: `point` units of price are one point of the total; `held` units are one unit of an accepted match.
 */
export interface Certificate {
  readonly point: number
  readonly held: number
  readonly needs: ReadonlyArray<{ readonly need: string; readonly price: number }>
  readonly places: ReadonlyArray<PlacePrice>
  /** Only where needs that may not be divided were in each other's way. */
  readonly proof?: Proof
}

/** Who gets what. */
export interface Allocation {
  readonly assignments: ReadonlyArray<Assignment>
  readonly unmet: ReadonlyArray<Unmet>
  readonly moved: ReadonlyArray<Moved>
  /** Sum over all units met of weight x (score + points for waiting). */
  readonly total: number
  /** Whether nothing better exists; false only when the effort for whole quantities ran out. */
  readonly proved: boolean
  readonly certificate: Certificate
}
