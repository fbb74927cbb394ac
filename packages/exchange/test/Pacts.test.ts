import { CivilDate } from "@louyu/kernel"
import { ChildcareClass, Code, CoManagement, Pact, Pairing } from "@louyu/programmes"
import { describe, expect, it } from "vitest"
import { asked, city, posted, wrong } from "./posts.ts"
import { table, together, turned } from "./programmesFolder.ts"

const day = CivilDate.make
const sound = [[], [], 0]

const pactHead = "pact,version,place,name,clause,text,on,adopted"
const first = [
  "co,1,b-1,富力共识,safety,公共安全,2022-01-01,2022-02-01",
  "co,1,b-1,富力共识,lawful,合法经营,2022-01-01,2022-02-01"
]
const second = ["co,2,,,safety,公共安全,2022-06-01,2022-06-10", "co,2,,,civility,文明互助,2022-06-01,2022-06-10"]
const signatures = (...rows: ReadonlyArray<string>) => table("pact,version,unit,person,on", ...rows)

describe("pacts.csv and pact-signatures.csv", () => {
  const files = {
    "pacts.csv": table(pactHead, ...second, ...first),
    "pact-signatures.csv": signatures(
      "co,2,pc-1,,2022-06-10",
      "co,1,e-1,,2022-02-01",
      "co,1,pc-1,,2022-06-10",
      "co,2,,p-1,2022-06-12"
    )
  }

  it.each([
    ["as they were written", files],
    ["the other way round", turned(files)]
  ])("D-14 a signature binds to its version, and a new one has to be signed again: rows %s", (_, folder) => {
    const { findings, refused, news, pacts } = together(folder)
    expect([findings, refused, news]).toEqual(sound)
    const pact = Pact.get(pacts.state, Code.PactId.make("co"))
    expect(pact && Pact.inForce(pact)).toMatchObject({ version: 2, drafted: "2022-06-01", adopted: "2022-06-10" })
    expect(pact && [1, 2].map((version) => Pact.signatures(pact, version).length)).toEqual([2, 2])
    expect(pact && Pact.toSignAgain(pact)).toEqual([{ unit: "e-1" }])
    expect(pact && Pact.changes(pact, 2)).toMatchObject({ added: ["civility"], removed: ["lawful"] })
  })

  it("D-14 a signature on a superseded version is refused at its row, and so is one on a version that is not adopted", () => {
    const late = {
      ...files,
      "pact-signatures.csv": signatures("co,1,e-1,,2022-07-01", "co,2,e-1,,2022-06-05", "co,3,e-1,,2022-07-01")
    }
    expect(together(late).refused.toSorted()).toEqual([
      "error pact-signatures.csv 2 PactVersionSuperseded",
      "error pact-signatures.csv 3 PactNotAdopted",
      "error pact-signatures.csv 4 ProgrammePartUnknown"
    ])
  })

  it("D-14 a version that is left out, and a clause that stands twice, are refused at their rows", () => {
    const third = second.map((row) => row.replace("co,2", "co,3"))
    expect(together({ "pacts.csv": table(pactHead, ...first, ...third) }).refused[0]).toBe(
      "error pacts.csv 4 PactVersionUnexpected"
    )
    const twice = table(pactHead, ...first, "co,1,b-1,富力共识,safety,平安,2022-01-01,2022-02-01")
    expect(together({ "pacts.csv": twice }).refused[0]).toBe("error pacts.csv 2 ProgrammeIdTaken")
  })

  it.each([
    [["co,1,,富力共识,safety,公共安全,2022-01-01,"], "2 place CellMissing"],
    [["co,1,b-1,,safety,公共安全,2022-01-01,"], "2 name CellMissing"],
    [["co,2,,富力共识,safety,公共安全,2022-01-01,"], "2 name CellExcluded"],
    [["co,0,b-1,富力共识,safety,公共安全,2022-01-01,"], "2 version NumberInvalid"],
    [["co,1,b-1,富力共识,,公共安全,2022-01-01,"], "2 clause CellMissing"],
    [["co,1,b-1,富力共识,safety,物业电话13800138000,2022-01-01,"], "2 text PersonalDataInCell"],
    [[...first.slice(0, 1), "co,1,b-1,富力共识,civility,文明,2022-01-01,2022-03-01"], "3 adopted RowsDisagree"]
  ])("what is wrong is named at its cell: %j", (rows, expected) => {
    expect(wrong({ "pacts.csv": table(pactHead, ...rows) })).toEqual([`error pacts.csv ${expected}`])
  })

  it("D-14 a unit or a person signs, not both and not nobody", () => {
    const rows = signatures("co,1,e-1,p-1,2022-02-02", "co,1,,,2022-02-02")
    expect(wrong({ "pact-signatures.csv": rows })).toEqual([
      "error pact-signatures.csv 2 unit OneOfNeeded",
      "error pact-signatures.csv 3 unit OneOfNeeded"
    ])
  })
})

const pairingHead = "pairing,name,fields,unit,line,signed,commitment,kind,quantity,from,to,on,terminated,reason"
const term = "2022-03-01,2023-03-01,2022-02-01,,"
const pairing = [
  `pg,结对共建,commerce;养老,b-1,楼宇,2022-02-10,money,资金,3.5万,${term}`,
  `pg,结对共建,commerce;养老,b-1,楼宇,2022-02-10,hall,场地,40,${term}`,
  `pg,结对共建,commerce;养老,c-1,社区,2022-02-20,doctor,人才,6,${term}`
]
const deliveries = table(
  "pairing,commitment,delivery,quantity,date,on",
  "pg,money,d-1,20000元,2022-04-01,2022-04-03",
  "pg,hall,d-2,10,2022-05-01,"
)

describe("pairings.csv and pairing-deliveries.csv", () => {
  const files = {
    "pairings.csv": table(pairingHead, ...pairing),
    "pairing-deliveries.csv": deliveries,
    "pairing-renewals.csv": table("pairing,on,to", "pg,2023-02-01,2024-03-01")
  }

  it.each([
    ["as they were written", files],
    ["the other way round", turned(files)]
  ])("F-12 parties of different lines sign, bring in what they promised, and go on: rows %s", (_, folder) => {
    const { findings, refused, news, pairings } = together(folder)
    expect([findings, refused, news]).toEqual(sound)
    const one = Pairing.get(pairings.state, Code.PairingId.make("pg"))
    expect(one && Pairing.unsigned(one)).toEqual([])
    expect(one?.to).toBe("2024-03-01")
    const kept =
      one &&
      Pairing.commitments(one).map(({ commitment, delivered }) => [
        commitment.commitment,
        commitment.quantity,
        delivered
      ])
    expect(kept?.toSorted()).toEqual([
      ["doctor", 6, 0],
      ["hall", 40, 10],
      ["money", 3_500_000, 2_000_000]
    ])
  })

  it("F-12 what is brought in before all have signed, or after the end, is refused at its row", () => {
    const open = pairing.map((row) => row.replace("2022-02-20", ""))
    expect(
      together({ "pairings.csv": table(pairingHead, ...open), "pairing-deliveries.csv": deliveries }).refused
    ).toEqual(["error pairing-deliveries.csv 2 PairingNotSigned", "error pairing-deliveries.csv 3 PairingNotSigned"])
    const ended = pairing.map((row) => row.replace(/,,$/u, ",2022-05-01,场地收回"))
    expect(
      together({ "pairings.csv": table(pairingHead, ...ended), "pairing-deliveries.csv": deliveries }).refused
    ).toEqual(["error pairing-deliveries.csv 3 OutsideTerm"])
  })

  it.each([
    [pairing.slice(0, 2), ["2 unit PartnerMissing"]],
    [[`pg,结对,,b-1,楼宇,,money,,,${term}`], ["2 kind CellMissing", "2 quantity CellMissing"]],
    [[`pg,结对,,b-1,楼宇,,money,资金,很多,${term}`, `pg,结对,,c-1,社区,,,,,${term}`], ["2 quantity MoneyMalformed"]],
    [[`pg,结对,,b-1,楼宇,,hall,场地,1.5,${term}`, `pg,结对,,c-1,社区,,,,,${term}`], ["2 quantity NumberInvalid"]],
    [[...pairing.slice(0, 2), `pg,结对共建,commerce;养老,b-1,行业,2022-02-10,,,,${term}`], ["4 line RowsDisagree"]],
    [[`pg,结对,,b-1,邻里,,,,,${term}`], ["2 line ChoiceUnknown"]]
  ])("what is wrong is named at its cell: %j", (rows, expected) => {
    expect(wrong({ "pairings.csv": table(pairingHead, ...rows) })).toEqual(
      expected.map((one) => `error pairings.csv ${one}`)
    )
  })

  it("F-12 nobody knows what is counted of a commitment that is not listed", () => {
    const strange = table("pairing,commitment,delivery,quantity,date", "pg,car,d-1,1,2022-04-01")
    expect(wrong({ "pairings.csv": table(pairingHead, ...pairing), "pairing-deliveries.csv": strange })).toEqual([
      "error pairing-deliveries.csv 2 commitment CommitmentUnlisted"
    ])
  })
})

const managedHead = "co_management,name,subject,kind,unit,duty,from,ended"
const managed = [
  "cm,四方共管,summer,楼宇,b-1,提供场地,2021-07-01,2021-09-01",
  "cm,四方共管,summer,街道,s-1,统筹,2021-07-01,2021-09-01",
  "cm,四方共管,summer,社区,c-1,招生,2021-07-01,2021-09-01",
  "cm,四方共管,summer,社会组织,so-1,日常运营,2021-07-01,2021-09-01"
]
const units = { "units.csv": `${city}so-1,enterprise,示例社工中心,,\n` }

describe("co-management.csv", () => {
  it("H-18 four parties each have a duty on every day, also after one was replaced", () => {
    const files = {
      ...units,
      "co-management.csv": table(managedHead, ...managed),
      "co-manager-changes.csv": table(
        "co_management,kind,unit,duty,from",
        "cm,楼宇,pc-1,提供场地,2021-08-10",
        "cm,楼宇,e-1,提供场地,2021-08-01"
      )
    }
    for (const folder of [files, { ...turned(files), ...units }]) {
      const { findings, refused, news, managed: known } = together(folder)
      expect([findings, refused, news]).toEqual(sound)
      const one = CoManagement.get(known.state, Code.CoManagementId.make("cm"))
      const building = (on: string) => one && CoManagement.duties(one, "building", day(on)).map(({ unit }) => unit)
      expect(["2021-07-31", "2021-08-01", "2021-08-10"].map(building)).toEqual([["b-1"], ["e-1"], ["pc-1"]])
      expect(one && CoManagement.life(one)).toEqual({ from: "2021-07-01", to: "2021-09-01" })
    }
  })

  it("H-18 a pact without one of the four kinds of parties is refused at its first row", () => {
    expect(together({ ...units, "co-management.csv": table(managedHead, ...managed.slice(0, 3)) }).refused[0]).toBe(
      "error co-management.csv 2 CoManagersMissing"
    )
    const disagree = table(managedHead, ...managed.slice(0, 1), managed[1]?.replace("summer", "winter") ?? "")
    expect(wrong({ ...units, "co-management.csv": disagree })).toEqual([
      "error co-management.csv 3 subject RowsDisagree"
    ])
  })
})

const classHead =
  "class,name,place,season,bands,capacity,waiting,course,course_name,course_capacity,committee,year,project,co_management,from,to,on"
const school = (capacity: number, waiting: number) =>
  ["martial,武术,1", "calligraphy,书法,"].map(
    (course) =>
      `cl,红领巾学堂,b-1,暑期,6-8;9至11岁,${capacity},${waiting},${course},s-1,2021,childcare,cm,2021-07-05,2021-08-25,2021-06-01`
  )
const enrolHead = "class,child,band,on,request,courses,chosen,withdrawn"

describe("childcare-classes.csv and enrolments.csv", () => {
  const files = {
    "childcare-classes.csv": table(classHead, ...school(2, 1)),
    "class-sizes.csv": table("class,on,capacity", "cl,2021-06-20,3"),
    "enrolments.csv": table(
      enrolHead,
      "cl,ch-1,6-8,2021-06-02,,martial;calligraphy,,2021-06-05",
      "cl,ch-2,6-8,2021-06-02,,calligraphy,2021-06-06,",
      "cl,ch-1,6-8,2021-06-06,,martial,2021-07-05,",
      "cl,ch-3,9-11,2021-06-05,,,,2021-06-05",
      "cl,ch-4,9-11,2021-06-20,,martial,2021-06-25,2021-06-25",
      "cl,ch-5,9-11,2021-06-21,,,,"
    )
  }

  it.each([
    ["as they were written", files],
    ["the other way round", turned(files)]
  ])("H-16 children are enrolled by id, choose courses and leave; who waits is moved up: rows %s", (_, folder) => {
    const { findings, refused, news, classes } = together(folder)
    expect([findings, refused, news]).toEqual(sound)
    const one = ChildcareClass.get(classes.state, Code.ClassId.make("cl"))
    expect(one?.opened).toMatchObject({
      practicalProject: { committee: "s-1", year: 2021, project: "childcare" },
      coManagement: "cm",
      room: { capacity: 2, waiting: 1 }
    })
    expect([one?.places.placed, one?.places.waiting, one?.places.capacity]).toEqual([3, 0, 3])
    const course = one && ChildcareClass.course(one, "martial")
    expect(course?.places.placed).toBe(1)
  })

  it("H-17 an enrolment over capacity is refused at its row, and no child is named", () => {
    const full = {
      "childcare-classes.csv": table(classHead, ...school(1, 0)),
      "enrolments.csv": table(
        enrolHead,
        "cl,ch-1,6-8,2021-06-02,,,,",
        "cl,ch-2,6-8,2021-06-03,,,,",
        "cl,ch-3,12-14,2021-06-03,,,,"
      )
    }
    expect(together(full).refused).toEqual([
      "error enrolments.csv 3 PlacesFull",
      "error enrolments.csv 4 BandNotAdmitted"
    ])
  })

  it.each([
    ["张小明", "child IdInvalid"],
    ["xiaoming", "child IdInvalid"],
    ["", "child CellMissing"]
  ])("H-16 what could be the name of a child is refused and never repeated: %s", (child, expected) => {
    const { findings } = posted({ "enrolments.csv": table(enrolHead, `cl,${child},6-8,2021-06-02,,,,`) })
    expect(findings.map(({ place, problem }) => `${place.column} ${problem._tag}`)).toEqual([expected])
    for (const { problem } of findings) {
      expect(child === "" || !JSON.stringify([problem, problem.text]).includes(child)).toBe(true)
    }
  })

  it("H-16 nor may a name stand where one enrolment is told from another", () => {
    const rows = table("class,child,band,on,request", "cl,ch-1,6-8,2021-06-02,张小明")
    const { findings } = posted({ "enrolments.csv": rows })
    expect(findings.map(({ place, problem }) => `${place.column} ${problem._tag}`)).toEqual(["request IdInvalid"])
    expect(JSON.stringify(findings.map(({ problem }) => [problem, problem.text]))).not.toContain("张小明")
  })

  it.each([
    [["cl,ch-1,5-6,2021-06-02,,,,"], "enrolments.csv", enrolHead, "2 band ChoiceUnknown"],
    [["cl,ch-1,6-8,2021-06-02,,,2021-06-03,"], "enrolments.csv", enrolHead, "2 courses CellMissing"],
    [["cl,ch-1,6-8,2021-06-02,,a;a,,"], "enrolments.csv", enrolHead, "2 courses ListRepeats"],
    [
      ["cl,学堂,b-1,暑期,6-8,9,,,武术,,,,,,2021-07-05,2021-08-25,"],
      "childcare-classes.csv",
      classHead,
      "2 course CellMissing"
    ],
    [
      ["cl,学堂,b-1,暑期,6-8,9,,,,,s-1,,,,2021-07-05,2021-08-25,"],
      "childcare-classes.csv",
      classHead,
      "2 year CellMissing"
    ],
    [
      ["cl,学堂,b-1,暑期,6-8,9,,,,,,,,,2021-07-05,2021-07-05,"],
      "childcare-classes.csv",
      classHead,
      "2 to PeriodReversed"
    ],
    [
      [...school(1, 0).slice(0, 1), ...school(2, 0).slice(1)],
      "childcare-classes.csv",
      classHead,
      "3 capacity RowsDisagree"
    ]
  ])("what is wrong is named at its cell: %j", (rows, file, head, expected) => {
    expect(wrong({ [file]: table(head, ...rows) })).toEqual([`error ${file} ${expected}`])
  })

  it("H-16 a class without courses is one row", () => {
    const row = "cl,学堂,b-1,summer,6-8,9,,,,,,,,,2021-07-05,2021-08-25,"
    expect(asked({ "childcare-classes.csv": table(classHead, row) }).at(-1)).toMatchObject({
      _tag: "OpenClass",
      courses: [],
      room: { capacity: 9 },
      on: "2021-07-05"
    })
  })
})
