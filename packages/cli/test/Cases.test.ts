import { readFileSync } from "node:fs"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { ask, folder, questions, stored } from "./support/cases.ts"
import { Workshop } from "./support/shell.ts"

describe("an answer about casework for people", () => {
  it.each(questions)("%s is drawn as kept in golden/, in each language", async (name, argv) => {
    for (const language of ["zh", "en"]) {
      using shop = new Workshop()
      const { code, out, err } = await shop.run([...argv, "--folder", folder, "--lang", language])
      expect(err).toBe("")
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
    }
  })
})

describe("an answer about casework in JSON", () => {
  it.each(questions)("%s has the documented shape and nothing besides", async (_, argv) => {
    const { code, answer } = await ask(...argv)
    expect(code).toBe(0)
    const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
    const decoded = Schema.decodeUnknownSync(schema)(answer, { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(answer)
  })
})

interface Listed {
  readonly id: string
  readonly title: string | null
  readonly place: { readonly id: string } | null
  readonly raiser: unknown
  readonly urgency: string
  readonly due: string | null
  readonly answers: ReadonlyArray<string> | null
}

const list = async (...argv: ReadonlyArray<string>): Promise<ReadonlyArray<Listed>> =>
  (await ask("cases", ...argv)).answer.cases
const ids = (all: ReadonlyArray<Listed>) => all.map(({ id }) => id)

describe("louyu cases", () => {
  it("R5-19 counts cases by urgency and standing, listed or not, and lists what is due first at the beginning", async () => {
    const { answer } = await ask("cases", "--limit", "2")
    expect(answer).toMatchObject({
      at: "2026-11-22T16:30:00+08:00",
      total: 11,
      found: 11,
      urgency: { overdue: 2, warning: 1, onTrack: 2, unlimited: 1, paused: 1, over: 4 },
      standing: { open: 6, suspended: 1, closed: 2, rejected: 1, merged: 1 }
    })
    expect(ids(answer.cases)).toEqual(["c2", "c10"])
    const sums: ReadonlyArray<readonly [string, string, Readonly<Record<string, number>>]> = answer.stages.map(
      ({ flow, stage, urgency }: Record<string, { readonly id: string }>) => [flow?.id, stage?.id, urgency]
    )
    expect(sums.map(([flow, stage]) => `${flow} ${stage}`)).toEqual([
      "propertyCouncilHall raised",
      "propertyCouncilHall accepted",
      "propertyCouncilHall classified",
      "propertyCouncilHall inProgress",
      "jointMeeting raised",
      "jointMeeting classified"
    ])
    const all = sums.flatMap(([, , urgency]) => Object.values(urgency)).reduce((a, b) => a + b)
    expect(all).toBe(answer.standing.open + answer.standing.suspended)
  })

  it("R5-19 R5-20 says of each when it is due, how it stands against that, and who answers", async () => {
    const [late, escalated] = await list("--overdue")
    expect(late).toMatchObject({ id: "c2", urgency: "overdue", due: "2026-11-11T23:59:59+08:00", answers: ["p-1"] })
    expect(escalated).toMatchObject({ id: "c10", level: { id: "committee" }, answers: ["p-9"] })
  })

  it("R5-3 R5-4 counts what is due in working days of the calendar, or in hours of the clock", async () => {
    expect(ids(await list("--due-in", "1wd"))).toEqual(["c3", "c4"])
    expect(ids(await list("--due-in", "2wd"))).toEqual(["c3", "c4"])
    expect(ids(await list("--due-in", "3wd"))).toEqual(["c3", "c4", "c1"])
    // From Sunday afternoon to the end of Monday it is 31 and a half hours.
    expect(ids(await list("--due-in", "31h"))).toEqual([])
    expect(ids(await list("--due-in", "32h"))).toEqual(["c3", "c4"])
    const { answer } = await ask("cases", "--due-in", "1wd", "--on", "2026-09-30T09:00")
    // After the thirtieth of September come seven days of holiday.
    expect(answer.until).toBe("2026-10-08T23:59:59+08:00")
  })

  it("lists cases of a place and within it, of a category, of a level, and those that are not over", async () => {
    expect(ids(await list("--place", "b2"))).toEqual(["c3", "c6", "c11", "c5"])
    expect(ids(await list("--place", "cbd", "--category", "parking"))).toEqual(["c2", "c8"])
    expect(ids(await list("--level", "committee"))).toEqual(["c10"])
    expect(ids(await list("--open"))).toEqual(["c2", "c10", "c3", "c4", "c1", "c6", "c9"])
  })

  it("answers for a moment as things stood then, whatever the clock of the machine says", async () => {
    const told = (...argv: ReadonlyArray<string>) =>
      ask("cases", ...argv).then(({ answer }) => [answer.at, answer.total, answer.standing.closed])
    expect(await told("--on", "2026-11-09T08:59")).toEqual(["2026-11-09T08:59:00+08:00", 4, 1])
    expect(await told("--on", "2026-11-09")).toEqual(["2026-11-09T23:59:59+08:00", 5, 1])
    expect(await told("--on", "2026-10-19")).toEqual(["2026-10-19T23:59:59+08:00", 1, 0])
    using shop = new Workshop()
    const argv = ["cases", "--folder", folder, "--on", "2026-11-09", "--json"]
    const [early, late] = [await shop.run(argv, { now: () => 0 }), await shop.run(argv)]
    expect([early.code, early.out]).toEqual([0, late.out])
  })

  it("R5-18 shows a private case without title, raiser, place and who answers, unless who looks may see it", async () => {
    const labour = async (...as: ReadonlyArray<string>) =>
      (await list("--category", "labour", ...as)).map(({ id, title, place, raiser, answers }) => ({
        id,
        title,
        place: place?.id ?? null,
        raiser,
        answers
      }))
    const hidden = { id: "c4", title: null, place: null, raiser: null, answers: null }
    expect(await labour()).toEqual([hidden])
    expect(await labour("--as", "p-1")).toEqual([hidden])
    expect(await labour("--as", "p-77")).toEqual([
      { id: "c4", title: "加班费未结清", place: "b1", raiser: { unit: null, person: "p-77" }, answers: ["p-1"] }
    ])
  })

  it("R5-18 where a private case is cannot be found out by asking place after place", async () => {
    const counted = async (...argv: ReadonlyArray<string>) => (await ask("cases", "--place", "b1", ...argv)).answer
    expect(ids((await counted()).cases)).not.toContain("c4")
    expect((await counted()).total).toBe(6)
    expect((await counted("--as", "p-77")).total).toBe(7)
  })

  it("R5-18 nothing of a private case is printed to anybody else, in any answer and any language", async () => {
    for (const [, argv] of questions.filter(([, words]) => !words.includes("p-77"))) {
      for (const form of [["--json"], ["--lang", "zh"], ["--lang", "en"]]) {
        using shop = new Workshop()
        const { out } = await shop.run([...argv, "--folder", folder, ...form])
        expect(out).not.toMatch(/加班费|p-77/u)
      }
    }
  })

  it.each([
    [["--due-in", "2d"], "cli/OptionInvalid"],
    [["--due-in", "0wd"], "cli/OptionInvalid"],
    [["--due-in", "tomorrow"], "cli/OptionInvalid"],
    [["--due-in", "2wd", "--overdue"], "cli/OptionsClash"],
    [["--category", "rain"], "cli/OptionInvalid"],
    [["--level", "moon"], "cli/OptionInvalid"],
    [["--on", "2026-11-22T25:00"], "cli/OptionInvalid"],
    [["--on", "2026-02-30T09:00"], "cli/OptionInvalid"],
    [["--as", "no blanks"], "louyu/IdInvalid"]
  ])("refuses %j", async (argv, expected) => {
    const { code, answer } = await ask("cases", ...argv)
    expect([code, answer.error.code]).toEqual([2, expected])
  })

  it("prints what its README shows", async () => {
    using shop = new Workshop()
    const argv = ["cases", "--folder", folder, "--on", "2026-11-22", "--due-in", "2wd", "--lang", "en"]
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
    expect(readme).toContain(`\n${(await shop.run(argv)).out}`)
  })

  it("says what is possible where a value is not", async () => {
    const { answer } = await ask("cases", "--due-in", "2d")
    expect(answer.error.text.en).toBe(
      'The value "2d" of option --due-in is not a length of time: 2wd (working days), 4wh (working hours) or 6h (hours of the clock).'
    )
    expect((await ask("cases", "--level", "moon")).answer.error.text.en).toContain("microGrid, building, committee")
  })

  it("R5-4 says so where the calendar ends, has no office hours, or there is no such place", async () => {
    const failed = async (...argv: ReadonlyArray<string>) => {
      const { code, answer } = await ask("cases", ...argv)
      return [code, answer.error.code]
    }
    expect(await failed("--due-in", "40wd")).toEqual([1, "kernel/CalendarYearUnknown"])
    expect(await failed("--due-in", "4wh")).toEqual([1, "kernel/CalendarHoursMissing"])
    expect(await failed("--place", "nowhere")).toEqual([1, "cli/UnitUnknown"])
  })
})

describe("louyu case", () => {
  const facts = (answer: { readonly story: ReadonlyArray<{ readonly fact: string }> }) =>
    answer.story.map(({ fact }) => fact)

  it("F-09 tells every fact of a case in its order, in both languages, with who, what and why", async () => {
    const { answer } = await ask("case", "c5")
    expect(facts(answer)).toEqual([
      "CaseRaised",
      "CaseDeliberated",
      "CaseStarted",
      "CaseResolved",
      "CaseFollowedUp",
      "CaseClosed"
    ])
    expect(answer.story[1]).toEqual({
      at: "2026-10-13T09:00:00+08:00",
      fact: "CaseDeliberated",
      text: { zh: "远航大厦议定：设置取餐柜。", en: "Agreed on at Voyage Tower: 设置取餐柜." }
    })
    expect(answer.steps.map(({ stage, minutes }: never) => [(stage as { id: string }).id, minutes])).toEqual([
      ["raised", 1440],
      ["discussed", 1440],
      ["resolving", 2880],
      ["resolved", 4320],
      ["followedUp", 1440],
      ["closed", null]
    ])
  })

  it("P-37 R5-7 tells up which levels it went, why, and that an ordinary matter left its building", async () => {
    const { answer } = await ask("case", "c10")
    expect(answer.escalations).toMatchObject([
      { from: { id: "microGrid" }, to: { id: "building" }, cause: "beyondMeans", breach: false },
      { from: { id: "building" }, to: { id: "committee" }, cause: "responsibilityUnclear", breach: true }
    ])
    expect(answer.whose).toMatchObject({ by: "ladder", answers: ["p-9"], post: { unit: { id: "east" } } })
  })

  it("R5-20 says who answers and why, step by step", async () => {
    const { answer } = await ask("case", "c1")
    expect(answer.whose).toMatchObject({ by: "place", answers: ["p-1"] })
    expect(answer.whose.steps.map(({ why, person }: Record<string, unknown>) => [why, person])).toEqual([
      ["leads", null],
      ["held", "p-1"]
    ])
  })

  it("R5-2 says when stage and whole are due, how long they may take, and by which calendar", async () => {
    const { answer } = await ask("case", "c10")
    expect(answer.due).toMatchObject({
      stage: { by: "2026-11-13T23:59:59+08:00", within: { en: "2 working days" } },
      whole: { by: "2026-11-18T23:59:59+08:00", warn: "2026-11-16T23:59:59+08:00" },
      calendar: "china chinese-days 1.5.7",
      kept: false
    })
  })

  it("R5-5 a case that waits has no due time, and may go on", async () => {
    const { answer } = await ask("case", "c6")
    expect(answer).toMatchObject({
      case: { standing: "suspended", urgency: "paused", due: null },
      due: null,
      pauses: [{ from: "2026-11-12T09:00:00+08:00", to: null }],
      next: [{ action: "resume" }]
    })
  })

  it("R5-1 R5-8 R5-10 says what may be done now, with the reasons for closing and the last day for taking it up again", async () => {
    const next = async (id: string, ...more: ReadonlyArray<string>) => (await ask("case", id, ...more)).answer.next
    expect((await next("c1")).map(({ action }: { action: string }) => action)).toEqual(["resolve", "close", "escalate"])
    const [, close] = await next("c1")
    expect(close.reasons.map(({ id }: { id: string }) => id)).toEqual([
      "explained",
      "notPossible",
      "notOurs",
      "withdrawn"
    ])
    // Nothing of a council chamber is closed as solved before somebody asked.
    const asked = await next("c5", "--on", "2026-10-19T08:00")
    const closing = asked.find(({ action }: { action: string }) => action === "close")
    expect(closing.reasons.map(({ id }: { id: string }) => id)).toEqual(["notOurs", "withdrawn"])
    expect(await next("c11")).toMatchObject([{ action: "reopen", until: "2026-11-27" }])
    expect(await next("c11", "--on", "2026-11-28")).toEqual([])
    expect(await next("c5")).toEqual([])
  })

  it("R5-11 R5-12 names cases that look like the same matter, and those that were merged", async () => {
    expect((await ask("case", "c8")).answer.matter.mergedInto).toBe("c2")
    expect((await ask("case", "c2")).answer.matter.absorbed).toEqual(["c8"])
    const { answer } = await ask("case", "c8", "--on", "2026-11-05")
    expect(answer.alike).toMatchObject([{ id: "c2", title: "地下车库停车难", over: false }])
  })

  it("R5-18 tells nothing of a private case but where it stands, unless who looks may see it", async () => {
    const hidden = (await ask("case", "c4")).answer
    expect(hidden).toMatchObject({ matter: null, whose: null, story: [], alike: [], case: { withheld: true } })
    const seen = (await ask("case", "c4", "--as", "p-77")).answer
    expect(seen).toMatchObject({ matter: { by: { person: "p-77" } }, case: { withheld: false } })
    expect(seen.story).toHaveLength(1)
  })

  it("R5-4 says why the calendar does not tell when a case is due", async () => {
    using shop = new Workshop()
    shop.casework({ "cases.csv": "late,councilChamber,年末事项,,b1,other,desk,e1,,,,2026-12-31 09:00" })
    const { out } = await shop.run(["case", "late", "--folder", "cases", "--on", "2026-12-31", "--json"])
    expect(JSON.parse(out)).toMatchObject({ due: null, case: { urgency: "unlimited" } })
    expect(JSON.parse(out).obstacle.en).toContain("2027")
  })

  it("names the case somebody probably meant when there is none of that id", async () => {
    const { code, answer } = await ask("case", "c100")
    expect([code, answer.error.code, answer.error.nearest]).toEqual([1, "cli/CaseUnknown", "c10"])
    // It was not raised yet.
    expect((await ask("case", "c10", "--on", "2026-11-08")).answer.error.code).toBe("cli/CaseUnknown")
  })
})

describe("a store with casework", () => {
  it("R1-4 answers as the folder does that was loaded into it, and counts its facts", async () => {
    const { shop, ask: askStore } = await stored()
    using _ = shop
    for (const [, argv] of questions) {
      expect((await askStore(...argv)).answer).toEqual((await ask(...argv)).answer)
    }
    const again = JSON.parse((await shop.run(["load", folder, "--store", "sqlite:store.db", "--json"])).out)
    expect([again.events, again.facts > 100]).toEqual([0, true])
  })
})
