import type { Identifier } from "@louyu/kernel"
import type { OrganisationStep } from "./Report.ts"

type UnitId = Identifier.UnitId

/** Units that are set up above each other, and the row that closes the circle. */
export interface Circle {
  readonly step: OrganisationStep
  readonly units: ReadonlyArray<UnitId>
}

interface Made {
  readonly step: OrganisationStep
  readonly unit: UnitId
  readonly superiors: ReadonlyArray<UnitId>
}

const madeBy = (steps: ReadonlyArray<OrganisationStep>): ReadonlyArray<Made> =>
  steps.flatMap((step) => {
    const { command } = step
    if (command._tag !== "EstablishUnit" && command._tag !== "FormBranch") return []
    return [{ step, unit: command.unit, superiors: [command.under, command.within].filter((id) => id !== undefined) }]
  })

/**
 * Every circle among the units a folder sets up: in command, in location, or through both, in which case none of them
 * could be set up first.
 *
 * Cost: O(units).
 */
export const find = (steps: ReadonlyArray<OrganisationStep>): ReadonlyArray<Circle> => {
  const made = madeBy(steps)
  const places = new Map(made.map(({ unit }, index) => [unit, index]))
  const done = new Uint8Array(made.length)
  const circles: Array<Circle> = []
  const path: Array<{ readonly index: number; readonly open: Array<number> }> = []
  const onPath = new Map<number, number>()
  const begin = (index: number): void => {
    const superiors = made[index]?.superiors ?? []
    onPath.set(index, path.length)
    path.push({ index, open: superiors.flatMap((unit) => places.get(unit) ?? []) })
  }
  for (let start = 0; start < made.length; start++) {
    if (done[start] === 0) begin(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.open.pop()
      const back = next === undefined ? undefined : onPath.get(next)
      if (next === undefined) {
        done[top.index] = 1
        onPath.delete(top.index)
        path.pop()
      } else if (back !== undefined) {
        const units = [...path.slice(back), path[back]].flatMap((one) => made[one?.index ?? -1]?.unit ?? [])
        circles.push({ step: (made[top.index] as Made).step, units })
      } else if (done[next] === 0) begin(next)
    }
  }
  return circles
}
