declare module "munkres-js" {
  /** Pairs of row and column with the least sum of costs. */
  export default function munkres(costs: ReadonlyArray<ReadonlyArray<number>>): Array<[row: number, column: number]>
}
