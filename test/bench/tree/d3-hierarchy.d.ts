// The part of d3-hierarchy 3 that is measured; the package brings no types.
declare module "d3-hierarchy" {
  export interface HierarchyNode<Datum> {
    readonly data: Datum
    readonly value?: number
    ancestors(): Array<HierarchyNode<Datum>>
    descendants(): Array<HierarchyNode<Datum>>
    path(target: HierarchyNode<Datum>): Array<HierarchyNode<Datum>>
    sum(value: (datum: Datum) => number): this
    each(visit: (node: HierarchyNode<Datum>) => void): this
  }

  interface Stratify<Datum> {
    (data: ReadonlyArray<Datum>): HierarchyNode<Datum>
    id(id: (datum: Datum) => string): this
    parentId(parentId: (datum: Datum) => string | undefined): this
  }

  export function stratify<Datum>(): Stratify<Datum>
}
