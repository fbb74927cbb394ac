/** A published project, what it costs and whom it would reach. */
export interface Project {
  readonly id: string
  /** The cluster whose quota it counts for. */
  readonly cluster?: string
  /** In whole units of the budget; 0 when not given. */
  readonly cost?: number
  /** Ids of those it reaches; one named twice counts once. */
  readonly beneficiaries: ReadonlyArray<string>
}

/** How many projects of a cluster must and may be chosen. */
export interface Quota {
  readonly cluster: string
  readonly min?: number
  readonly max?: number
}

/** What is to be selected. The order of the lists means nothing. */
export interface Problem {
  readonly projects: ReadonlyArray<Project>
  /** How many may be chosen. */
  readonly choose: number
  /** How much a beneficiary counts, where it is not 1. */
  readonly weights?: ReadonlyMap<string, number>
  readonly quotas?: ReadonlyArray<Quota>
  readonly budget?: number
}

/** What a project brings. */
export interface Reason {
  readonly project: string
  readonly chosen: boolean
  /** Weight of all it reaches. */
  readonly reach: number
  /** Weight of those only it reaches: lost without it when chosen, won with it when not. */
  readonly marginal: number
}

/** The projects chosen, and how good they are proved to be. */
export interface Selection {
  readonly chosen: ReadonlyArray<string>
  /** Weight of all beneficiaries, each counted once. */
  readonly value: number
  readonly cost: number
  /** No selection is worth more. */
  readonly bound: number
  /** How far the bound lies above the value, as a share of the value. */
  readonly gap: number
  readonly proved: boolean
  readonly reasons: ReadonlyArray<Reason>
}
