import { Text } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Notifications, Profile, Profiles } from "../src/index.ts"

type Rule = Notifications.NotificationRule

const desk = { kind: "wecom", channel: "street" } as const
const sound: Rule = {
  id: "needs",
  names: Text.of("新需求"),
  events: ["NeedRegistered"],
  place: "place",
  to: { _tag: "role", role: "investmentLiaison", over: desk },
  title: Text.of("{place} 有新需求", "A new need at {place}"),
  text: Text.of("{raiser}：{text}", "{raiser}: {text}")
}

const validate = (rules: ReadonlyArray<Rule>, more: Partial<Notifications.Notifications> = {}) =>
  Profile.validate({ ...Profiles.pinghu, notifications: { rules, ...more } })
const found = (...given: Parameters<typeof validate>) => validate(...given).map(({ _tag, path }) => [_tag, path])

describe("rules of notification of a profile", () => {
  it("R4-21 a rule about facts that are recorded, with fields they have, to a role there is, is sound", () => {
    expect(found([sound])).toEqual([])
  })

  it("R4-21 names a type of fact that is never recorded, and those it may have meant", () => {
    const problems = validate([{ ...sound, events: ["NeedRegistred"] }])
    expect(problems).toMatchObject([
      {
        _tag: "FactUnknown",
        path: "notifications.rules[0].events[0]",
        similar: expect.arrayContaining(["NeedRegistered"])
      }
    ])
    expect(problems[0]?.text.zh).toContain("NeedRegistered")
    const [strange] = validate([{ ...sound, events: ["Rain"] }])
    expect(strange?.text).toMatchObject({
      zh: expect.not.stringContaining("相近"),
      en: expect.not.stringContaining("similar")
    })
  })

  it("R4-21 names fields in conditions, places and texts that none of the facts has", () => {
    const rule: Rule = {
      ...sound,
      where: { urgency: 5, urgent: true },
      place: "building",
      text: { zh: "{text}{wording}", others: { pt: "{texto}" } }
    }
    expect(found([rule])).toEqual([
      ["FactFieldUnknown", "notifications.rules[0].where.urgent"],
      ["FactFieldUnknown", "notifications.rules[0].place"],
      ["FactFieldUnknown", "notifications.rules[0].text"],
      ["FactFieldUnknown", "notifications.rules[0].text"]
    ])
    expect(validate([rule])[0]?.text.en).toMatch(/NeedRegistered has no field "urgent"; there are: .*urgency/u)
  })

  it("R4-21 a field within a field and one in a list are found, and one beyond them is not", () => {
    const lead: Rule = { ...sound, events: ["ProspectOpened"], text: Text.of("{names}") }
    expect(found([{ ...lead, place: "intent.buildings.0" }])).toEqual([])
    expect(found([{ ...lead, place: "intent.buildings.first" }])).toEqual([
      ["FactFieldUnknown", "notifications.rules[0].place"]
    ])
    expect(found([{ ...lead, place: "intent.buildings.0.floor" }])).toEqual([
      ["FactFieldUnknown", "notifications.rules[0].place"]
    ])
  })

  it("R4-21 of several types of facts one with the field is enough", () => {
    expect(found([{ ...sound, events: ["NeedClosed", "NeedRegistered"] }])).toEqual([])
  })

  it("R5-12 R5-20 who raised a matter, and who answers for it, is known of facts about cases only", () => {
    const told = (event: string, to: Rule["to"]): Rule => ({
      id: event,
      names: Text.of("事项"),
      events: [event],
      to,
      title: Text.of("{place}"),
      text: Text.of("事项")
    })
    const audiences = [
      { _tag: "raisers", over: desk },
      { _tag: "answering", over: desk },
      { _tag: "role", role: "investmentLiaison", over: desk }
    ] as const
    for (const to of audiences) {
      expect(found([told("CaseClosed", to)])).toEqual([])
      expect(found([told("NeedClosed", to)])).toEqual([["FactFieldUnknown", "notifications.rules[0].to"]])
    }
    expect(found([told("NeedClosed", { _tag: "channel", over: desk })])).toEqual([])
  })

  it("R2-13 names a role nobody can hold", () => {
    expect(found([{ ...sound, to: { _tag: "role", role: "caretaker", over: desk } }])).toEqual([
      ["ReferenceUnknown", "notifications.rules[0].to.role"]
    ])
  })

  it("P-05 names the channel of the chat groups that no kind of adapter reaches", () => {
    const rule: Rule = { ...sound, to: { _tag: "group" } }
    expect(found([rule], { groups: { wechat: "wecom" } })).toEqual([])
    expect(validate([rule], { groups: { dingtalk: "dingtalk" } })).toMatchObject([
      {
        _tag: "ReferenceUnknown",
        path: "notifications.rules[0].to",
        sort: "chatChannel",
        id: "wechat",
        known: ["dingtalk"]
      }
    ])
  })

  it("R4-21 a word that is no field of a city's own rules is always found, wherever it stands", () => {
    const rules = Profiles.pinghu.notifications?.rules ?? []
    const groups = { wechat: "wecom" }
    fc.assert(
      fc.property(
        fc.constantFrom(...rules.keys()),
        fc.constantFrom("where", "place", "title", "text"),
        (index, part) => {
          const wrong = {
            where: { nowhere: 1 },
            place: "nowhere",
            title: Text.of("{nowhere}"),
            text: Text.of("{nowhere}")
          }
          const changed = rules.map((rule, at) => (at === index ? { ...rule, [part]: wrong[part] } : rule))
          const path = `notifications.rules[${index}].${part}${part === "where" ? ".nowhere" : ""}`
          expect(found(changed, { groups })).toEqual([["FactFieldUnknown", path]])
        }
      ),
      { numRuns: 40 }
    )
  })
})
