import { describe, expect, it } from "vitest"
import { brief } from "./folder.ts"
import { asked, posted, wrong } from "./posts.ts"

const services = (...rows: ReadonlyArray<string>) => ({
  "services.csv": [
    "list,version,from,item,name,domain,category,owners,channels,eligibility,fee,valid_from,valid_to",
    ...rows,
    ""
  ].join("\n")
})
const item = "L,1,2022-01-01,S-01,白领食堂,社务,用餐,e-1,驿站"
const resources = (row: string) => ({
  "resources.csv": `resource,name,owner,kind,category,place,capacity,counted_in,per,windows,from,to\n${row}\n`
})
const needs = (heads: string, row: string) => ({ "needs.csv": `need,unit,matter,on,${heads}\n${row}\n` })
const matches = (heads: string, ...rows: ReadonlyArray<string>) => ({
  "matches.csv": [`match,need,from,on,${heads}`, ...rows, ""].join("\n")
})
const projects = (heads: string, row: string) => ({
  "projects.csv": `project,name,category,place,needs,sponsors,on,${heads}\n${row}\n`
})
const board = "giver,taker,on"

describe("needs.csv", () => {
  it("P-23 P-29 one need raised unasked is on the list and counts for visits, one found there is on the list only", () => {
    const told = (origin: string) =>
      asked(needs("origin", `n-1,e-1,停车,2022-05-01,${origin}`)).filter(({ _tag }) => _tag !== "AdoptScheme")
    const registered = {
      _tag: "RegisterNeed",
      need: "n-1",
      raiser: "e-1",
      category: "parking",
      text: "停车",
      place: "b-1",
      urgency: 3,
      quantity: 1,
      on: "2022-05-01"
    }
    expect(told("")).toEqual([
      { _tag: "RaiseNeed", care: "b-1", need: "n-1", unit: "e-1", matter: "停车", on: "2022-05-01" },
      { ...registered, origin: "selfRaised" }
    ])
    expect(told("走访")).toEqual([{ ...registered, origin: "visit" }])
  })
})

describe("the order of steps", () => {
  it("is what can be had, then needs, then what becomes of them, whenever each begins", () => {
    const report = posted({
      ...services(`${item},,,,`),
      "offerings.csv": "list,item,place,from\nL,S-01,b-1,2022-09-01\n",
      ...resources("seats,工位,e-1,工位,共享办公,b-1,40,座,同时,1-5 09:00-18:00,2022-03-01,2024-01-01"),
      ...needs("quantity", "n-1,e-1,用餐,2022-05-01,30"),
      ...matches("list,item,place,quantity,accepted", "m-1,n-1,2022-09-01,2022-06-01,L,S-01,b-1,30,2022-06-02"),
      ...projects(
        "resource,quantity,from,approved",
        "p-1,共享工区,共享办公,b-1,n-1,e-1,2022-06-05,seats,40,2022-10-01,2022-06-10"
      ),
      "partners.csv": "posting,side,enterprise,category,text,from\npo-1,提供,e-1,企业对接,打样,2021-01-01\n",
      "partnerships.csv": "partnership,giver,taker,on,giver_accepted\nps-1,e-1,pc-1,2021-02-01,2021-02-02\n"
    })
    expect(report.findings.map(brief)).toEqual([])
    expect(report.steps.map(({ command }) => command._tag).slice(-15)).toEqual([
      "RaiseNeed",
      "AdoptServiceList",
      "RegisterResource",
      "OfferItem",
      "WithdrawResource",
      "RegisterNeed",
      "ProposeMatch",
      "AcceptMatch",
      "ProposeProject",
      "JoinNeeds",
      "CommitResource",
      "ApproveProject",
      "PublishPosting",
      "ProposePartnership",
      "AnswerPartnership"
    ])
  })
})

describe("offerings.csv", () => {
  it("R3-1 an offering that another one follows says its end at once, so that loading again changes nothing", () => {
    const rows = "list,item,place,from,to\nL,S-01,b-1,2023-01-01,2024-01-01\nL,S-01,b-1,2022-01-01,2023-01-01\n"
    const at = { list: "L", item: "S-01", place: "b-1" }
    expect(asked({ "offerings.csv": rows }).slice(2)).toEqual([
      { _tag: "OfferItem", ...at, from: "2022-01-01", to: "2023-01-01" },
      { _tag: "OfferItem", ...at, from: "2023-01-01" },
      { _tag: "StopOffering", ...at, on: "2024-01-01" }
    ])
  })
})

describe("bad rows about the lists get a typed error at their place", () => {
  const full = `${resources("r,车位,e-1,车位,停车,b-1,1,个,同时,,2022-01-01,")["resources.csv"]}`
  it.each([
    ["category", services(`${item.replace("用餐", "吃喝")},,,,`), "error services.csv 2 category CategoryUnknown"],
    ["field", services(`${item},身高=170,,,`), "error services.csv 2 eligibility FieldUnknown"],
    ["pair", services(`${item},小微企业,,,`), "error services.csv 2 eligibility PairInvalid"],
    ["number", services(`${item},员工人数=很多,,,`), "error services.csv 2 eligibility JsonInvalid"],
    ["bounds", services(`${item},员工人数=50..10,,,`), "error services.csv 2 eligibility BoundsInvalid"],
    ["option", services(`${item},stage=老年,,,`), "error services.csv 2 eligibility OptionUnknown"],
    ["no JSON", services(`${item},{a},,,`), "error services.csv 2 eligibility JsonBroken"],
    ["no condition", services(`${item},{},,,`), "error services.csv 2 eligibility JsonInvalid"],
    ["fee", services(`${item},,免费,,`), "error services.csv 2 fee MoneyMalformed"],
    ["fee below zero", services(`${item},,-5,,`), "error services.csv 2 fee NumberInvalid"],
    ["validity", services(`${item},,,2023-01-01,2022-01-01`), "error services.csv 2 valid_to PeriodReversed"],
    [
      "two days of one version",
      services(`${item},,,,`, `${item.replace("2022", "2023").replace("S-01", "S-02")},,,,`),
      "error services.csv 3 from RowsDisagree"
    ],
    [
      "a code twice in a version",
      services(`${item},,,,`, `${item.replace("白领食堂", "早餐车")},,,,`),
      "error services.csv 3 item CodeRepeated"
    ],
    [
      "half a capacity",
      { "offerings.csv": "list,item,place,capacity,from\nL,S-01,b-1,5,2022-01-01\n" },
      "error offerings.csv 2 counted_in CapacityIncomplete"
    ],
    [
      "negative capacity",
      resources("r,车位,e-1,车位,停车,b-1,-1,个,同时,,2022-01-01,"),
      "error resources.csv 2 capacity NumberInvalid"
    ],
    [
      "window",
      resources("r,车位,e-1,车位,停车,b-1,1,个,同时,午间,2022-01-01,"),
      "error resources.csv 2 windows WindowInvalid"
    ],
    [
      "weekday",
      resources("r,车位,e-1,车位,停车,b-1,1,个,同时,5-8 09:00-10:00,2022-01-01,"),
      "error resources.csv 2 windows WindowInvalid"
    ],
    [
      "reversed window",
      resources("r,车位,e-1,车位,停车,b-1,1,个,同时,1-5 13:00-12:00,2022-01-01,"),
      "error resources.csv 2 windows WindowReversed"
    ],
    [
      "reversed resource",
      resources("r,车位,e-1,车位,停车,b-1,1,个,同时,,2022-01-01,2021-01-01"),
      "error resources.csv 2 to PeriodReversed"
    ],
    [
      "two names of one resource",
      { "resources.csv": `${full}r,泊位,e-1,车位,停车,b-1,2,个,同时,,2023-01-01,\n` },
      "error resources.csv 3 name RowsDisagree"
    ],
    ["urgency", needs("urgency", "n,e-1,停车,2022-05-01,9"), "error needs.csv 2 urgency ChoiceUnknown"],
    ["no reason", needs("closed", "n,e-1,停车,2022-05-01,2022-06-01"), "error needs.csv 2 reason CellMissing"],
    [
      "reversed wish",
      needs("wanted_to", "n,e-1,停车,2022-05-01,2022-04-01"),
      "error needs.csv 2 wanted_to PeriodReversed"
    ],
    ["no offer", matches("quantity", "m,n,2022-05-01,2022-05-01,1"), "error matches.csv 2 item OneOfNeeded"],
    [
      "two offers",
      matches("item,resource", "m,n,2022-05-01,2022-05-01,S-01,r"),
      "error matches.csv 2 resource OneOfNeeded"
    ],
    ["half an offer", matches("item", "m,n,2022-05-01,2022-05-01,S-01"), "error matches.csv 2 list CellMissing"],
    [
      "rating without a day",
      matches("resource,raiser_stars", "m,n,2022-05-01,2022-05-01,r,5"),
      "error matches.csv 2 rated CellMissing"
    ],
    [
      "rejection without a reason",
      matches("resource,rejected", "m,n,2022-05-01,2022-05-01,r,2022-05-02"),
      "error matches.csv 2 reason CellMissing"
    ],
    [
      "two matches in one",
      matches("resource,delivered", "m,n,2022-05-01,2022-05-01,r,2022-05-02", "m,n,2022-05-02,2022-05-01,r,2022-05-03"),
      "error matches.csv 3 from RowsDisagree"
    ],
    [
      "progress without a day",
      projects("percent", "p,车位,停车,b-1,n,e-1,2022-05-01,50"),
      "error projects.csv 2 reported CellMissing"
    ],
    [
      "beneficiaries",
      projects("beneficiaries", "p,车位,停车,b-1,n,e-1,2022-05-01,e-1=0"),
      "error projects.csv 2 beneficiaries NumberInvalid"
    ],
    [
      "whose benefit",
      projects("beneficiaries", "p,车位,停车,b-1,n,e-1,2022-05-01,e-9=3"),
      "error projects.csv 2 beneficiaries ReferenceUnknown"
    ],
    [
      "side",
      { "partners.csv": "posting,side,enterprise,category,text\npo,旁观,e-1,停车,车位\n" },
      "error partners.csv 2 side ChoiceUnknown"
    ],
    [
      "who declined",
      { "partnerships.csv": `partnership,${board},declined\nps,e-1,pc-1,2022-01-01,2022-02-01\n` },
      "error partnerships.csv 2 declined_by CellMissing"
    ],
    [
      "worth",
      { "partnerships.csv": `partnership,${board},exchange\nps,e-1,pc-1,2022-01-01,x-1\n` },
      "error partnerships.csv 2 worth CellMissing"
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
      ...needs("care,category", "n,e-1,停车,2022-05-01,b-1,parking")
    }
    expect(
      wrong(files).filter((one) => !one.startsWith("error units.csv") && !one.startsWith("error schemes.csv"))
    ).toEqual(["error city.json ProfileUnknown"])
  })
})
