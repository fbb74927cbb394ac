import type { Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as FastCheck from "fast-check"
import { describe, expect, it } from "vitest"
import { Case, FlowPresets, Open311, Open311Error, Open311Report } from "../src/index.ts"
import { after, at, classify, decide, on, person, raise, unit } from "./scene.ts"

const setting: Open311.Setting = {
  flows: FlowPresets.all,
  nameOf: (id) => ({ "tower-a": "甲座", "committee-1": "示例街道综合党委" })[id as string],
  language: "zh"
}
const decodeRequest = Schema.decodeUnknownSync(Open311.ServiceRequest)
const decodeService = Schema.decodeUnknownSync(Open311.Service)

const opened = after([raise("c1", "05-06"), on("AcceptCase", "05-06 10:00"), classify("05-06 11:00")])

describe("matters on the wire of a city hotline", () => {
  it("R5-22 lists every sort of matter that is not private, each under a code that leads back to it", () => {
    const services = Open311.services(setting)
    const open = FlowPresets.all.flatMap((flow) => flow.categories.filter((sort) => sort.private !== true))
    expect(services).toHaveLength(open.length)
    for (const service of services) {
      expect(decodeService(service)).toEqual(service)
      const found = Open311.findService(setting, service.service_code)
      expect(found?.category.names.zh).toBe(service.service_name)
      expect(found?.flow.names.zh).toBe(service.group)
    }
  })

  it("R5-22 shows a case with its stage, place and agency, in UTC, and nobody who raised it", () => {
    const request = Open311.serviceRequest(setting, opened)
    expect(decodeRequest(request)).toEqual({
      service_request_id: "c1",
      status: "open",
      status_notes: "分类",
      service_code: "propertyCouncilHall:safety",
      service_name: "安全防盗",
      description: "地下车库电动车被盗",
      requested_datetime: "2024-05-06T01:00:00.000Z",
      updated_datetime: "2024-05-06T03:00:00.000Z",
      address: "甲座",
      address_id: "tower-a"
    })
    expect(JSON.stringify(request)).not.toContain("guide-1")
  })

  it("R5-22 says in its notes why a closed case is closed, since the wire has only open and closed", () => {
    const closed = after([on("CloseCase", "05-08", { reason: "withdrawn" })], opened)
    const request = Open311.serviceRequest(setting, closed)
    expect(request?.status).toBe("closed")
    expect(request?.status_notes).toBe("办结 · 本人撤回")
    expect(request?.updated_datetime).toBe("2024-05-08T01:00:00.000Z")
  })

  it("R5-22 a private case does not leave the city", () => {
    expect(Open311.serviceRequest(setting, after([raise("c1", "05-06", { private: true })]))).toBeUndefined()
    expect(Open311.serviceRequest(setting, after([raise("c1", "05-06", { category: "labour" })]))).toBeUndefined()
  })

  it("R5-22 answers by id, or by days, status and service, the latest first", () => {
    const cases = [0, 1, 2].map((month) => after([raise(`c-${month}`, `0${month + 3}-10`)]))
    const ids = (query: Open311.Query) =>
      Open311.serviceRequests(setting, cases, query, at("05-20")).map((one) => one.service_request_id)
    expect(ids({})).toEqual(["c-2", "c-1", "c-0"])
    expect(ids({ from: at("04-01"), to: at("05-01") })).toEqual(["c-1"])
    expect(ids({ status: "closed" })).toEqual([])
    expect(ids({ services: ["propertyCouncilHall:safety"], status: "open" })).toHaveLength(3)
    expect(ids({ ids: ["c-0"], status: "closed" })).toEqual(["c-0"])
    expect(ids({ to: at("09-20") })).toEqual([])
  })

  it("R5-22 never gives more than 90 days or 1000 requests, whatever is asked, and all that fit otherwise", () => {
    const day = FastCheck.integer({ min: 0, max: 200 })
    const base = after([raise("c", "01-01")])
    const begin = base.raised.at
    const dayLong = 86_400_000
    FastCheck.assert(
      FastCheck.property(
        FastCheck.array(day, { maxLength: 40 }),
        day,
        FastCheck.option(day, { nil: undefined }),
        (days, to, from) => {
          const cases = days.map((one, index) => ({
            ...base,
            raised: { ...base.raised, case: Case.CaseId.make(`c-${index}`), at: begin + one * dayLong }
          }))
          const query = { to: begin + to * dayLong, ...(from !== undefined && { from: begin + from * dayLong }) }
          const given = Open311.serviceRequests(setting, cases, query, begin)
          const fitting = days.filter((one) => one <= to && one >= Math.max(from ?? 0, to - 90))
          expect(given).toHaveLength(fitting.length)
          expect(given.map((one) => one.requested_datetime)).toEqual(
            given
              .map((one) => one.requested_datetime)
              .sort()
              .reverse()
          )
        }
      )
    )
    const many = Array.from({ length: 1200 }, (_, index) => ({
      ...base,
      raised: { ...base.raised, case: Case.CaseId.make(`c-${index}`) }
    }))
    expect(Open311.serviceRequests(setting, many, {}, begin)).toHaveLength(1000)
  })
})

const reception: Open311Report.Reception = {
  flows: FlowPresets.all,
  case: Case.CaseId.make("h-1"),
  by: { unit: unit("hotline") },
  channel: "hotline",
  at: at("05-06"),
  exists: (id): id is Identifier.UnitId => id === "tower-a",
  locate: ({ address, coordinates }) =>
    address === "示例路1号" || (coordinates !== undefined && coordinates.lat > 30) ? unit("tower-b") : undefined
}
const post: Open311Report.Post = {
  service_code: "propertyCouncilHall:parking",
  description: "地库出口拥堵。每天八点到九点最重。",
  address_id: "tower-a",
  last_name: "示",
  first_name: "例",
  phone: "00000000000"
}

describe("reports of a city hotline", () => {
  it("R5-22 become a case the flow takes, and who reports is kept apart", () => {
    const { command, contact } = Result.getOrThrow(Open311Report.read(post, reception))
    expect(command).toMatchObject({
      category: "parking",
      title: "地库出口拥堵",
      text: post.description,
      place: "tower-a"
    })
    expect(contact).toEqual({ name: "示例", phone: "00000000000" })
    expect(JSON.stringify(command)).not.toMatch(/示例|00000000000/u)
    expect(decide(undefined, command)).toMatchObject([{ _tag: "CaseRaised", channel: "hotline" }])
  })

  it("R5-22 find their place by unit, address or point", () => {
    const placeOf = (more: object) =>
      Result.map(
        Open311Report.read({ service_code: post.service_code, description: "灯不亮", ...more }, reception),
        ({ command }) => command.place
      )
    expect(placeOf({ address_string: "示例路1号" })).toEqual(Result.succeed("tower-b"))
    expect(placeOf({ lat: "30.7", long: "121.0" })).toEqual(Result.succeed("tower-b"))
    for (const nowhere of [
      {},
      { lat: "95", long: "121" },
      { lat: "30.7" },
      { address_id: "no-such" },
      { lat: "", long: "" }
    ])
      expect(placeOf(nowhere)).toMatchObject({ failure: { _tag: "PlaceUnknown" } })
  })

  it.each([
    ["ServiceUnknown", { service_code: "propertyCouncilHall:dragons" }, 404],
    ["ServiceUnknown", { service_code: "" }, 404],
    ["DescriptionMissing", { description: "  " }, 400],
    ["DescriptionTooLong", { description: "灯".repeat(2001) }, 400],
    ["PlaceUnknown", { address_id: "tower-z" }, 400]
  ])("R5-22 are refused as %s in words of the wire", (tag, more, status) => {
    const read = Open311Report.read({ ...post, ...more }, reception)
    const failure = Result.isFailure(read) ? read.failure : undefined
    expect(failure?._tag).toBe(tag)
    expect(failure && Open311Error.answer(failure, "en")).toEqual({
      status,
      body: [{ code: `casework/${tag}`, description: failure?.text.en }]
    })
  })

  it("R5-22 what was reported comes back as the request it became", () => {
    const { command } = Result.getOrThrow(Open311Report.read(post, { ...reception, by: { person: person("p-1") } }))
    const shown = Open311.serviceRequest(setting, after([command]))
    expect(shown).toMatchObject({ service_code: post.service_code, address_id: "tower-a", status: "open" })
    expect(shown?.description).toContain("每天八点到九点最重")
  })
})
