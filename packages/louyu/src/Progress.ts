/**
 * How far long work has come.
 *
 * Shape: `read` counts events taken over from the store, `decide` commands decided, `write` events being recorded;
 * `total` is left out where it is not known beforehand.
 */
export interface Progress {
  readonly phase: "read" | "decide" | "write"
  readonly done: number
  readonly total?: number
}

/** Told about progress now and then, never more than once in a few thousand steps. */
export type Report = (progress: Progress) => void

/** Tells nobody. */
export const silent: Report = () => {}
