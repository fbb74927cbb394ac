import { describe, expect, it } from "vitest"
import { read } from "./folder.ts"
import { asked, city, posted, wrong } from "./posts.ts"

const appointments = (...rows: ReadonlyArray<string>) => ({
  "appointments.csv": ["unit,role,person,from,to", ...rows, ""].join("\n")
})
const appointed = (...rows: ReadonlyArray<string>) =>
  asked(appointments(...rows)).filter(({ _tag }) => _tag === "Appoint" || _tag === "Extend")

describe("R2-7 schemes", () => {
  it("carry holders over to roles of the same code, unless the row says otherwise", () => {
    expect(asked({})).toEqual([
      { _tag: "AdoptScheme", roster: "b-1", scheme: "oneHeadSixStaff", version: 1, from: "2019-01-01" },
      {
        _tag: "AdoptScheme",
        roster: "b-1",
        scheme: "twoHeadsFourStaff",
        version: 1,
        from: "2022-03-01",
        mapping: [
          { from: "safetyOfficer" },
          { from: "governmentServiceOfficer" },
          ...[
            "buildingChief",
            "partyMassGuide",
            "investmentLiaison",
            "communityInformationOfficer",
            "propertyServiceOfficer"
          ].map((code) => ({ from: code, to: code }))
        ]
      }
    ])
  })

  it("build on the one that is in force elsewhere", () => {
    const files = { "units.csv": city, "schemes.csv": "roster,scheme,from\nb-1,双长四员,2022-03-01\n" }
    const mappingIn = (schemes: ReadonlyArray<string>) =>
      read(files, { schemes: () => schemes }).steps.flatMap(({ command }) =>
        command._tag === "AdoptScheme" ? [command.mapping?.length] : []
      )
    expect(mappingIn([])).toEqual([undefined])
    expect(mappingIn(["oneHeadSixStaff", "partyBuildingGuide"])).toEqual([5])
  })

  it("that end with nothing after them are dropped, those that are replaced are not", () => {
    const rows = [
      "roster,scheme,from,to",
      "b-1,一长六员,2019-01-01,2022-03-01",
      "b-1,双长四员,2022-03-01,2024-01-01",
      "b-1,楼长制,2020-01-01,",
      ""
    ]
    const steps = asked({ "schemes.csv": rows.join("\n") })
    expect(steps.map((step) => [step._tag, "from" in step ? step.from : "on" in step && step.on])).toEqual([
      ["AdoptScheme", "2019-01-01"],
      ["AdoptScheme", "2020-01-01"],
      ["AdoptScheme", "2022-03-01"],
      ["DropScheme", "2024-01-01"]
    ])
  })
})

describe("R2-1 appointments", () => {
  it("name a role by code or by a name in either language", () => {
    for (const role of ["buildingChief", "楼长", "樓長", "Building chief"]) {
      expect(appointed(`b-1,${role},p-1,2023-01-01,`)).toEqual([
        {
          _tag: "Appoint",
          roster: "b-1",
          scheme: "twoHeadsFourStaff",
          role: "buildingChief",
          unit: "b-1",
          person: "p-1",
          from: "2023-01-01"
        }
      ])
    }
  })

  it("mean the scheme that is in force on their first day", () => {
    const of = (date: string) => appointed(`b-1,楼长,p-1,${date},`).map((one) => "scheme" in one && one.scheme)
    expect([of("2022-02-28"), of("2022-03-01")]).toEqual([["oneHeadSixStaff"], ["twoHeadsFourStaff"]])
  })

  it("belong to the nearest unit around that has the scheme", () => {
    expect(appointed("g-1,微网格长,p-1,2022-03-01,")).toMatchObject([{ unit: "g-1", roster: "b-1" }])
    const other = { "units.csv": `${city}b-2,building,示例大厦,,cbd\ng-2,micro-grid,第二微网格,,b-2\n` }
    const elsewhere = { schemes: (unit: string) => (unit === "b-2" ? ["twoHeadsFourStaff"] : []) }
    expect(asked({ ...other, ...appointments("g-2,微网格长,p-1,2022-03-01,") }, elsewhere).at(-1)).toMatchObject({
      unit: "g-2",
      roster: "b-2"
    })
    expect(asked({ ...other, ...appointments("b-2,微网格长,p-1,2022-03-01,") }).at(-1)).toMatchObject({ roster: "b-2" })
  })

  it("belong to units that only the store knows, where it says they lie", () => {
    const elsewhere = {
      knows: (unit: string) => unit === "b-9" || unit === "g-9",
      within: (unit: string) => (unit === "g-9" ? "b-9" : undefined),
      schemes: (unit: string) => (unit === "b-9" ? ["twoHeadsFourStaff"] : [])
    }
    const report = read(appointments("g-9,微网格长,p-1,2023-01-01,", "b-9,楼长,p-2,2023-01-01,"), elsewhere)
    expect(report.findings).toEqual([])
    expect(report.steps.map(({ command }) => "roster" in command && command.roster)).toEqual(["b-9", "b-9"])
  })

  it("say their end anew, so that one filled in later counts, but not where the scheme changed meanwhile", () => {
    const tags = (row: string) => appointed(row).map(({ _tag }) => _tag)
    expect(tags("b-1,楼长,p-1,2022-03-01,2022-06-01")).toEqual(["Appoint", "Extend"])
    expect(tags("b-1,楼长,p-1,2019-03-01,2022-03-01")).toEqual(["Appoint", "Extend"])
    expect(tags("b-1,楼长,p-1,2019-03-01,2022-03-02")).toEqual(["Appoint"])
    expect(tags("b-1,楼长,p-1,2022-03-01,")).toEqual(["Appoint"])
  })
})

describe("the order of steps", () => {
  it("is the organisation, then posts by day with schemes first, then visits with plans first", () => {
    const report = posted({
      ...appointments("b-1,党群指导员,p-1,2022-03-01,", "b-1,楼长,p-2,2019-01-01,2020-01-01"),
      "acting.csv": "unit,role,person,from,to\nb-1,楼长,p-1,2022-03-01,2022-06-01\n",
      "grants.csv": "unit,person,level,purpose,from,to\nb-1,p-3,2,service,2019-01-01,2019-06-01\n",
      "visits.csv": "visit,plan,unit,by,on\nv-1,v,e-1,p-1,2022-05-02\n",
      "visit-plans.csv": "plan,unit,role,target,from,to\nv,b-1,党群指导员,e-1,2022-05-02,2022-06-01\n",
      "activities.csv": "unit,on,activity\nb-1,2030-01-01,主题党日\n"
    })
    expect(report.findings).toEqual([])
    expect(report.steps.map(({ command }) => command._tag).slice(9)).toEqual([
      "ReportActivity",
      "AdoptScheme",
      "Appoint",
      "Extend",
      "GrantAccess",
      "AdoptScheme",
      "Appoint",
      "ActFor",
      "PlanVisits",
      "RecordVisit",
      "EndPlan"
    ])
  })
})

describe("visits", () => {
  const plan = (rows: string) => asked({ "visit-plans.csv": rows }).at(-1)

  it("W-07 are planned as often as the role says, where the row does not", () => {
    expect(plan("plan,unit,role,target,from\nv-1,b-1,党群指导员,e-1,2022-05-02\n")).toEqual({
      _tag: "PlanVisits",
      care: "b-1",
      plan: "v-1",
      post: { scheme: "twoHeadsFourStaff", role: "partyMassGuide", unit: "b-1" },
      every: "weekly",
      targets: [{ unit: "e-1" }],
      from: "2022-05-02"
    })
  })

  it("F-08 are planned by tier", () => {
    const rows = [
      "plan,unit,role,every,tiers,target,tier,from",
      "v-1,g-1,微网格长,每季度,重点=10 workdays；一般：每年,e-1,重点,2022-05-02",
      "v-1,g-1,微网格长,每季度,重点=10 workdays；一般：每年,r-1,,2022-05-02",
      ""
    ]
    expect(plan(rows.join("\n"))).toMatchObject({
      care: "b-1",
      every: "quarterly",
      tiers: { 重点: { workdays: 10 }, 一般: "yearly" },
      targets: [{ unit: "e-1", tier: "重点" }, { unit: "r-1" }]
    })
  })

  it("are recorded with all needs that were found, in the building around or where the plan belongs", () => {
    const rows =
      "visit,plan,unit,by,on,need,matter\nv-1,,e-1,p-1,2022-05-03,n-1,parking\nv-1,,e-1,p-1,2022-05-03,n-2,safety\n"
    expect(asked({ "visits.csv": rows }).at(-1)).toEqual({
      _tag: "RecordVisit",
      care: "b-1",
      visit: "v-1",
      unit: "e-1",
      by: "p-1",
      on: "2022-05-03",
      needs: [
        { need: "n-1", matter: "parking" },
        { need: "n-2", matter: "safety" }
      ]
    })
    const planned = {
      "visit-plans.csv": "plan,care,unit,role,target,from\nv,cbd,b-1,党群指导员,e-1,2022-05-02\n",
      "visits.csv": "visit,plan,unit,by,on\nv-1,v,e-1,p-1,2022-05-03\n"
    }
    expect(asked(planned).at(-1)).toMatchObject({ care: "cbd", plan: "v", needs: [] })
  })

  it("P-35 from door to door are recorded where the sweep belongs", () => {
    const files = {
      "sweeps.csv": "sweep,units,expires_after_days,from,to\nsw,r-1,180,2022-10-10,2022-10-29\n",
      "doors.csv": "sweep,unit,on,result,occupant,members,by\nsw,r-1,2022-10-11,在用,e-1,2,p-1\n"
    }
    expect(asked(files).slice(2)).toEqual([
      { _tag: "StartSweep", care: "b-1", sweep: "sw", units: ["r-1"], from: "2022-10-10", expiresAfterDays: 180 },
      {
        _tag: "RecordDoor",
        care: "b-1",
        sweep: "sw",
        unit: "r-1",
        on: "2022-10-11",
        result: "occupied",
        occupant: "e-1",
        members: 2,
        by: "p-1"
      },
      { _tag: "CloseSweep", care: "b-1", sweep: "sw", on: "2022-10-29" }
    ])
  })
})

const posts = "unit,role,scheme,roster,person,from,to"
const standIn = `${posts.replace(",to", "")},to`

describe("bad rows about posts and visits get a typed error at their place", () => {
  it.each([
    ["scheme", { "schemes.csv": "roster,scheme\nb-1,一长九员\n" }, "error schemes.csv 2 scheme SchemeUnknown"],
    [
      "version",
      { "schemes.csv": "roster,scheme,version\nb-1,一长六员,7\n" },
      "error schemes.csv 2 version SchemeUnknown"
    ],
    [
      "mapping",
      { "schemes.csv": "roster,scheme,mapping\nb-1,一长六员,楼长\n" },
      "error schemes.csv 2 mapping MappingInvalid"
    ],
    [
      "old role",
      { "schemes.csv": "roster,scheme,mapping\nb-1,一长六员,楼主>楼长\n" },
      "error schemes.csv 2 mapping RoleUnknown"
    ],
    [
      "new role",
      { "schemes.csv": "roster,scheme,mapping\nb-1,一长六员,楼长>楼主\n" },
      "error schemes.csv 2 mapping RoleUnknown"
    ],
    [
      "gap",
      { "schemes.csv": "roster,scheme,from,to\nb-1,一长六员,2019-01-01,2022-01-01\nb-1,双长四员,2022-03-01,\n" },
      "error schemes.csv 2 to SchemeGap"
    ],
    [
      "overlap",
      { "schemes.csv": "roster,scheme,from,to\nb-1,一长六员,2019-01-01,2022-04-01\nb-1,双长四员,2022-03-01,\n" },
      "error schemes.csv 2 to PeriodsOverlap"
    ],
    [
      "reversed scheme",
      { "schemes.csv": "roster,scheme,from,to\nb-1,一长六员,2019-01-01,2019-01-01\n" },
      "error schemes.csv 2 to PeriodReversed"
    ],
    ["role", appointments("b-1,楼主,p-1,,"), "error appointments.csv 2 role RoleUnknown"],
    [
      "role of another scheme",
      { "appointments.csv": `${posts}\nb-1,微网格长,一长六员,,p-1,,\n` },
      "error appointments.csv 2 role RoleUnknown"
    ],
    [
      "which chief",
      { "schemes.csv": "roster,scheme\n", ...appointments("b-1,楼长,p-1,,") },
      "error appointments.csv 2 role RoleAmbiguous"
    ],
    ["unit", appointments("b-9,楼长,p-1,,"), "error appointments.csv 2 unit ReferenceUnknown"],
    ["person's name", appointments("b-1,楼长,张 三,,"), "error appointments.csv 2 person IdInvalid"],
    [
      "reversed period",
      appointments("b-1,楼长,p-1,2023-01-01,2022-01-01"),
      "error appointments.csv 2 to PeriodReversed"
    ],
    [
      "where from",
      { "appointments.csv": "unit,role,person,comes_from\nb-1,楼长,p-1,pc-9\n" },
      "error appointments.csv 2 comes_from ReferenceUnknown"
    ],
    ["acting without an end", { "acting.csv": `${standIn}\nb-1,楼长,,,p-1,,\n` }, "error acting.csv 2 to CellMissing"],
    [
      "acting beyond a change",
      { "acting.csv": `${standIn}\nb-1,楼长,,,p-1,2022-01-01,2022-04-01\n` },
      "error acting.csv 2 to SchemeChanges"
    ],
    [
      "a matter beyond a change",
      { "delegations.csv": `matter,${standIn}\nsafety,b-1,楼长,,,p-1,2022-01-01,2022-04-01\n` },
      "error delegations.csv 2 to SchemeChanges"
    ],
    [
      "level",
      { "grants.csv": "unit,person,level,purpose,from,to\nb-1,p-1,7,service,2022-01-01,2022-02-01\n" },
      "error grants.csv 2 level ChoiceUnknown"
    ],
    [
      "purpose",
      { "grants.csv": "unit,person,level,purpose,from,to\nb-1,p-1,2,servcie,2022-01-01,2022-02-01\n" },
      "warning grants.csv 2 purpose PurposeUnknown"
    ],
    [
      "rhythm",
      { "visit-plans.csv": "plan,unit,role,every,target\nv,b-1,微网格长,常去,e-1\n" },
      "error visit-plans.csv 2 every CadenceInvalid"
    ],
    [
      "no rhythm",
      { "visit-plans.csv": "plan,unit,role,target,from\nv,b-1,招商联络员,e-1,2022-05-01\n" },
      "error visit-plans.csv 2 every CellMissing"
    ],
    [
      "tiers",
      { "visit-plans.csv": "plan,unit,role,tiers,target\nv,b-1,微网格长,重点,e-1\n" },
      "error visit-plans.csv 2 tiers PairInvalid"
    ],
    [
      "two plans in one",
      { "visit-plans.csv": "plan,unit,role,target\nv,b-1,微网格长,e-1\nv,g-1,微网格长,r-1\n" },
      "error visit-plans.csv 3 unit RowsDisagree"
    ],
    [
      "two visits in one",
      { "visits.csv": "visit,unit,by,on\nv,e-1,p-1,2022-05-01\nv,e-1,p-1,2022-05-02\n" },
      "error visits.csv 3 on RowsDisagree"
    ],
    [
      "half a need",
      { "visits.csv": "visit,unit,by,on,need,matter\nv,e-1,p-1,2022-05-01,n-1,\n" },
      "error visits.csv 2 matter CellMissing"
    ],
    [
      "the other half",
      { "doors.csv": "sweep,unit,by,on,result,need,matter\nsw,r-1,p-1,2022-05-01,空置,,safety\n" },
      "error doors.csv 2 need CellMissing"
    ],
    ["no place", { "visits.csv": "visit,unit,by,on\nv,s-1,p-1,2022-05-01\n" }, "error visits.csv 2 care CellMissing"],
    [
      "no place of a need",
      { "needs.csv": "need,unit,matter,on\nn,s-1,safety,2022-05-01\n" },
      "error needs.csv 2 care CellMissing"
    ],
    [
      "no place of a sweep",
      { "sweeps.csv": "sweep,units,expires_after_days\nsw,s-1,180\n" },
      "error sweeps.csv 2 care CellMissing"
    ],
    [
      "sweep for no time",
      { "sweeps.csv": "sweep,units,expires_after_days\nsw,r-1,0\n" },
      "error sweeps.csv 2 expires_after_days NumberInvalid"
    ],
    [
      "result",
      { "doors.csv": "sweep,unit,by,on,result\nsw,r-1,p-1,2022-05-01,关门\n" },
      "error doors.csv 2 result ChoiceUnknown"
    ]
  ])("%s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
    for (const { problem } of posted(files).findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
    }
  })

  it("and nothing more than that when there is no profile", () => {
    const files = {
      "city.json": '{ "tenant": "a", "profile": "nowhere" }',
      ...appointments("b-1,楼长,p-1,2022-01-01,")
    }
    expect(
      wrong(files).filter((one) => !one.startsWith("error units.csv") && !one.startsWith("error schemes.csv"))
    ).toEqual(["error city.json ProfileUnknown"])
  })
})
