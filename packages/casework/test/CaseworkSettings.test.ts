import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as BodyPresets from "../src/BodyPresets.ts"
import * as CaseworkSettings from "../src/CaseworkSettings.ts"
import * as Flow from "../src/Flow.ts"
import * as FlowPresets from "../src/FlowPresets.ts"

const { propertyCouncilHall: hall, councilChamber: chamber } = FlowPresets
const third = { ...hall, version: 3 }
const second = { ...hall, version: 2 }
const settings = { flows: [hall, third, chamber, second], dispatching: ["committee"], bodies: BodyPresets.all }

describe("what is local", () => {
  it("R5-1 versions of a flow stand side by side, and the highest is the one for new cases", () => {
    expect(CaseworkSettings.flow(settings, hall.id)).toBe(third)
    expect([1, 2, 3].map((version) => CaseworkSettings.flow(settings, hall.id, version))).toEqual([hall, second, third])
    expect(CaseworkSettings.flow(settings, hall.id, 4)).toBeUndefined()
    expect(CaseworkSettings.flow(settings, Flow.FlowId.make("other"))).toBeUndefined()
    expect(CaseworkSettings.flow({}, hall.id)).toBeUndefined()
  })

  it("R5-1 new cases may be raised under the highest version of each flow, in the order of the settings", () => {
    expect(CaseworkSettings.current(settings)).toEqual([third, chamber])
    expect(CaseworkSettings.current({})).toEqual([])
  })

  it("R5-1 sound settings have nothing to tell, and come back from text as they were", () => {
    expect(CaseworkSettings.contradictions(settings)).toEqual([])
    expect(CaseworkSettings.contradictions({})).toEqual([])
    const text = JSON.stringify(Schema.encodeSync(CaseworkSettings.CaseworkSettings)(settings))
    expect(Schema.decodeUnknownSync(CaseworkSettings.CaseworkSettings)(JSON.parse(text))).toEqual(settings)
  })

  it("R5-1 what contradicts itself is told with its place, and so is a version or kind given twice", () => {
    const lost = { ...chamber, begin: Flow.StageId.make("nowhere") }
    const { jointMeeting } = BodyPresets
    const never = { ...jointMeeting, quorum: { numerator: 2, denominator: 1, above: false } }
    const found = CaseworkSettings.contradictions({
      flows: [hall, second, hall, lost],
      bodies: [jointMeeting, never]
    })
    expect(found.map(({ part, index, at }) => [part, index, at])).toEqual([
      ["flows", 2, hall.id],
      ["flows", 3, chamber.id],
      ["bodies", 1, jointMeeting.id]
    ])
    expect(found.map(({ ids }) => ids)).toEqual([
      [hall.id],
      expect.arrayContaining(["nowhere"]),
      ["quorum", jointMeeting.id]
    ])
  })
})
