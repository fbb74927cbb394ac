import { inspect } from "node:util"
import { Access, AccessPolicy, Directory, Masking, Sealed } from "@louyu/roles"
import { PlainPlaces } from "@louyu/roles/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { after, attempt, date, directory, person, refusal, schemes, unit, write } from "./city.ts"

const { adopt, appoint } = write
const two = "twoHeadsFourStaff"
const policy = AccessPolicy.cautious
const rosters = after([
  adopt("street", "streetPosts", "2022-01-01"),
  adopt("tower", two, "2022-01-01"),
  adopt("plaza", two, "2022-01-01"),
  appoint("street", "streetPosts", "twoNewSecretary", "street", "p-street", "2022-01-01"),
  appoint("tower", two, "buildingChief", "tower", "p-chief", "2022-01-01", { to: "2023-01-01" }),
  appoint("tower", two, "microGridHead", "grid-1", "p-head", "2022-01-01"),
  appoint("plaza", two, "buildingChief", "plaza", "p-beside", "2022-01-01")
])
const on = directory(rosters, "2022-06-01")
const contact = { record: { id: "c-1", class: "contact", unit: unit("firm") }, purpose: "service" }
const opinion = { record: { id: "o-1", class: "opinion", unit: unit("grid-1") }, purpose: "governance" }
const decide = (who: string, request: Access.Request, at = on) => Access.decide(at, policy, person(who), request)
const sealed = Sealed.seal(contact.record, {
  name: "欧阳小明",
  mobile: "13812345678",
  email: "ming@example.com",
  duty: "前台",
  secret: "x"
})

describe("graded access", () => {
  it("P-41 R2-15 who is responsible above a record reads it, who is beside it does not", () => {
    expect(decide("p-chief", contact).outcome).toBe("allow")
    expect(decide("p-beside", contact).outcome).toBe("deny")
    expect(decide("p-beside", contact).fields.name?.missing).toBe("place")
    expect(decide("p-nobody", contact).outcome).toBe("deny")
  })

  it("P-41 R2-19 of opinions only themes and counts go up; text and names stay in the building", () => {
    const showing = (who: string) =>
      Object.entries(decide(who, opinion).fields)
        .filter(([, one]) => one.showing === "show")
        .map(([field]) => field)
    expect(showing("p-street")).toEqual(["theme", "count"])
    expect(showing("p-head")).toEqual(["theme", "count", "text"])
    expect(decide("p-street", opinion).fields.text?.missing).toBe("stays")
    expect(decide("p-head", opinion).fields.author?.showing).toBe("mask")
    expect(showing("p-chief")).toEqual(["theme", "count", "text", "author"])
  })

  it("R2-18 a decision names the right that shows a field, or what is missing", () => {
    const { fields } = decide("p-chief", contact)
    expect(fields.name?.by).toMatchObject({ unit: "tower", post: { role: "buildingChief" } })
    expect(decide("p-chief", { ...contact, purpose: "curiosity" }).fields.name?.missing).toBe("purpose")
    expect(decide("p-chief", { ...contact, record: { ...contact.record, class: "unheard" } }).outcome).toBe("deny")
  })

  it("R2-16 a right given for a time ends by itself, and one with a post ends with the post", () => {
    const grant = {
      _tag: "GrantAccess",
      roster: "tower",
      unit: "tower",
      person: "p-temp",
      level: 2,
      purpose: "service",
      from: "2022-06-01",
      to: "2022-07-01"
    }
    const given = after([grant], rosters)
    expect(decide("p-temp", contact, directory(given, "2022-06-30")).outcome).toBe("allow")
    expect(decide("p-temp", contact, directory(given, "2022-07-01")).outcome).toBe("deny")
    expect(decide("p-temp", { ...contact, purpose: "visit" }, directory(given, "2022-06-30")).outcome).toBe("deny")
    const revoked = after(
      [
        { _tag: "RevokeAccess", roster: "tower", unit: "tower", person: "p-temp", purpose: "service", on: "2022-06-10" }
      ],
      given
    )
    expect(decide("p-temp", contact, directory(revoked, "2022-06-10")).outcome).toBe("deny")
    expect(decide("p-chief", contact, directory(rosters, "2023-01-01")).outcome).toBe("deny")
  })

  it("R2-16 a right is given only within its roster, and a higher one is news while a lower one runs", () => {
    const grant = (level: number, at: string) => ({
      _tag: "GrantAccess",
      roster: "tower",
      unit: at,
      person: "p-temp",
      level,
      purpose: "service",
      from: "2022-06-01",
      to: "2022-07-01"
    })
    expect(refusal(rosters, grant(1, "plaza"))).toBe("roles/UnitOutside")
    expect(refusal(rosters, grant(1, "street"))).toBe("roles/UnitOutside")
    const low = after([grant(1, "tower")], rosters)
    expect(Result.getOrThrow(attempt(low, grant(1, "tower"))).events).toEqual([])
    const high = after([grant(2, "tower")], low)
    expect(decide("p-temp", contact, directory(low, "2022-06-02")).fields.name?.showing).toBe("mask")
    expect(decide("p-temp", contact, directory(high, "2022-06-02")).fields.name?.showing).toBe("show")
  })

  it("R2-17 everybody who can see a record is listed, and what a person can see, as subtrees", () => {
    expect(Access.whoCanSee(on, policy, contact)).toEqual([
      { person: "p-chief", outcome: "allow" },
      { person: "p-street", outcome: "allow" }
    ])
    expect(Access.visible(on, policy, person("p-chief"), "contact", "service")).toEqual([
      { unit: "tower", level: 3, shown: ["name", "mobile", "email", "duty"] }
    ])
    expect(Access.visible(on, policy, person("p-street"), "opinion", "governance")).toEqual([
      { unit: "street", level: 3, shown: ["theme", "count"] }
    ])
    expect(Access.visible(on, policy, person("p-nobody"), "contact", "service")).toEqual([])
  })

  it("R2-15 P-41 what stays in a building is not promised to whoever is above one that lies in another", () => {
    const nested = PlainPlaces.of([
      { unit: unit("tower"), sorts: ["building"] },
      { unit: unit("annex"), sorts: ["building"], under: unit("tower") },
      { unit: unit("grid-1"), sorts: ["microGrid"], under: unit("tower") }
    ])
    const now = Directory.of(schemes, rosters.values(), nested, date("2022-06-01"))
    const parts = Access.visible(now, policy, person("p-chief"), "opinion", "governance")
    expect(parts).toEqual([{ unit: "tower", level: 3, shown: ["theme", "count"] }])
    const shown = (at: string) => decide("p-chief", { ...opinion, record: { ...opinion.record, unit: unit(at) } }, now)
    expect([shown("annex").fields.text?.showing, shown("tower").fields.text?.showing]).toEqual(["hide", "show"])
  })

  it("P-41 domain 2.8: Party membership, members' files and minors' data are sensitive by policy", () => {
    const levels = (id: string) =>
      Object.values(policy.classes.find((one) => one.id === id)?.fields ?? {}).map((rule) => rule.level)
    expect(Math.min(...levels("member"))).toBeGreaterThanOrEqual(3)
    expect(Math.min(...levels("minor"))).toBeGreaterThanOrEqual(3)
  })
})

describe("sealed records", () => {
  it("P-41 a record shows what the decision shows, masks what it masks and never a field without a rule", () => {
    const whole = Result.getOrThrow(Sealed.read(sealed, decide("p-chief", contact)))
    expect(whole.fields).toEqual({ name: "欧阳小明", mobile: "13812345678", email: "ming@example.com", duty: "前台" })
    const low = after(
      [
        {
          _tag: "GrantAccess",
          roster: "tower",
          unit: "tower",
          person: "p-low",
          level: 1,
          purpose: "service",
          from: "2022-01-01",
          to: "2023-01-01"
        }
      ],
      rosters
    )
    const masked = Result.getOrThrow(Sealed.read(sealed, decide("p-low", contact, directory(low, "2022-06-01"))))
    expect(masked.fields).toEqual({ name: "欧阳**", mobile: "138****5678", email: "m***@example.com", duty: "前台" })
  })

  it("P-41 reading something sensitive leaves an entry that names no value", () => {
    const { audit } = Result.getOrThrow(Sealed.read(sealed, decide("p-chief", contact)))
    expect(audit).toMatchObject({ actor: "p-chief", record: "c-1", purpose: "service" })
    expect(audit?.fields.map((one) => one.field)).toEqual(["name", "mobile", "email"])
    expect(JSON.stringify(audit)).not.toContain("13812345678")
  })

  it("P-41 nothing opens a record but a real decision about that very record", () => {
    const real = decide("p-chief", contact)
    const forged: Access.Decision = { ...real }
    const other = decide("p-chief", { ...contact, record: { ...contact.record, id: "c-2" } })
    const elsewhere = decide("p-chief", { ...contact, record: { ...contact.record, unit: unit("grid-1") } })
    const otherClass = decide("p-chief", {
      record: { ...contact.record, class: "opinion" },
      purpose: "service"
    })
    expect([elsewhere.outcome, otherClass.outcome]).toEqual(["allow", "allow"])
    for (const decision of [forged, other, elsewhere, otherClass, decide("p-beside", contact)]) {
      const reading = Sealed.read(sealed, decision)
      expect(Result.isFailure(reading) && reading.failure.code).toBe("roles/AccessDenied")
    }
  })

  it("P-41 a decision cannot be turned to another record, nor a record to another decision, after it was made", () => {
    const record = { ...contact.record }
    const request = { record, purpose: "service" }
    const mine = decide("p-beside", { ...request, record: { ...record, unit: unit("plaza") } })
    const open = decide("p-chief", request)
    const secret = Sealed.seal({ ...record, id: "c-2" }, { name: "诸葛大明" })
    record.id = "c-2"
    expect(Result.isFailure(Sealed.read(secret, open))).toBe(true)
    for (const change of [
      () => Object.assign(mine, { outcome: "allow" }),
      () => Object.assign(mine.fields, open.fields),
      () => Object.assign(mine.fields.name ?? {}, { showing: "show" }),
      () => Object.assign(open.request.record, { id: "c-2" }),
      () => Object.assign(open.rules.name ?? {}, { level: 0 }),
      () => Object.assign(secret, { record: contact.record }),
      () => Object.assign(secret.record, { id: "c-1" })
    ]) {
      expect(change).toThrow(TypeError)
    }
    expect(Result.isFailure(Sealed.read(secret, open))).toBe(true)
  })

  it("P-41 every sensitive field that is shown or masked is in the audit entry with the right that shows it", () => {
    const member = { id: "m-1", class: "member", unit: unit("party-body") }
    const file = Sealed.seal(member, {
      name: "欧阳小明",
      standing: "正式",
      file: "x",
      identityNumber: "330482199001011234"
    })
    const asked = { record: member, purpose: "membership" }
    const read = Result.getOrThrow(Sealed.read(file, decide("p-chief", asked)))
    expect(read.fields).toEqual({ name: "欧阳小明", standing: "正式", identityNumber: "330482********1234" })
    expect(read.audit?.fields).toEqual([
      { field: "name", showing: "show", unit: "tower", role: "buildingChief" },
      { field: "standing", showing: "show", unit: "tower", role: "buildingChief" },
      { field: "identityNumber", showing: "mask", unit: "tower", role: "buildingChief" }
    ])
    const themes = Sealed.seal(opinion.record, { theme: "停车", text: "我家漏水" })
    const plain = Result.getOrThrow(Sealed.read(themes, decide("p-street", opinion)))
    expect(plain).toEqual({ fields: { theme: "停车" }, audit: undefined })
  })

  it("P-41 printing or serialising a sealed record shows no field", () => {
    for (const text of [JSON.stringify(sealed), `${sealed}`, inspect(sealed), JSON.stringify({ ...sealed })]) {
      expect(text).not.toContain("13812345678")
      expect(text).not.toContain("小明")
    }
  })

  it("R2-19 masks never give the value, however short", () => {
    expect(Masking.apply("name", "张")).toBe("*")
    expect(Masking.apply("name", "张三")).toBe("张*")
    expect(Masking.apply("name", "欧阳")).toBe("欧*")
    expect(Masking.apply("name", "王小明")).toBe("王**")
    expect(Masking.apply("mobile", "138 1234 5678")).toBe("138****5678")
    expect(Masking.apply("email", "no address")).toBe("***")
    expect(Masking.apply("identity", "A1234567")).toBe("********")
    expect(Masking.apply("mobile", "021-61234567")).toBe("****4567")
    expect(Masking.apply("mobile", "12345")).toBe("****")
    expect(Masking.apply("email", "a@b.cn")).toBe("***@b.cn")
    expect(Masking.apply("identity", "330482199001011234")).toBe("330482********1234")
    expect(Masking.apply("text", "我家漏水")).toBe("***")
  })
})
