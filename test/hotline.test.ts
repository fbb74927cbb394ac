import { Case, Casework, Command, FlowPresets, Open311, State } from "@louyu/casework"
import { Decider } from "@louyu/kernel"
import { Ajv } from "ajv"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { notLaidOut, readJson, sharedFile } from "../packages/kernel/test/sharedData.ts"

const published = (name: string): string | undefined => sharedFile(`fixtures/open311/schema/georeport-v2/${name}.json`)
const [request, service] = [published("request"), published("service")]
const at = Date.UTC(2024, 4, 6)
const setting: Open311.Setting = { flows: FlowPresets.all, nameOf: () => "甲座" }

const told = [
  {
    _tag: "RaiseCase",
    flow: "propertyCouncilHall",
    title: "地下车库电动车被盗",
    place: "tower-a",
    category: "safety",
    channel: "hotline",
    by: { unit: "hotline" }
  },
  { _tag: "AcceptCase" },
  { _tag: "ClassifyCase", scope: "common", difficulty: "ordinary", category: "safety" },
  { _tag: "CloseCase", reason: "withdrawn" }
].map((one, step) => Schema.decodeUnknownSync(Command.Command)({ ...one, case: "c-1", at: at + step * 3_600_000 }))

/** The case after each of the commands. */
const stories = told.map((_, step) => {
  const facts: Casework.Facts = {
    flow: (id) => FlowPresets.all.find((flow) => flow.id === id),
    exists: () => true,
    mayDispatch: () => false
  }
  return Decider.run(Casework.decider, State.initial, told.slice(0, step + 1), facts).state
})

describe("the wire of a city hotline", () => {
  it.skipIf(request === undefined || service === undefined)(
    `R5-22 everything that is sent keeps the published schema of GeoReport v2 (skipped where ${notLaidOut})`,
    () => {
      const ajv = new Ajv({ strict: false, formats: { uri: true, "date-time": /^\d{4}-\d\d-\d\dT[\d:.]+Z$/ } })
      const isRequest = ajv.compile(readJson(request ?? "") as object)
      const isService = ajv.compile(readJson(service ?? "") as object)
      expect(Open311.services(setting).filter((one) => !isService(one))).toEqual([])
      const sent = stories.flatMap((known) => (known === undefined ? [] : [Open311.serviceRequest(setting, known)]))
      expect(sent.map((one) => [one?.service_request_id, one?.status, isRequest(one)])).toEqual([
        [Case.CaseId.make("c-1"), "open", true],
        [Case.CaseId.make("c-1"), "open", true],
        [Case.CaseId.make("c-1"), "open", true],
        [Case.CaseId.make("c-1"), "closed", true]
      ])
      expect(isRequest({ ...sent[0], status: "half" })).toBe(false)
    }
  )
})
