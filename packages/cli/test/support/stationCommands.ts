const from = "2026-01-05"

const station = (id: string, kind: string, zh: string, en: string, place: string, standing: object) => ({
  _tag: "OpenStation",
  station: id,
  kind,
  names: { zh, en },
  place,
  standing,
  from
})

const workdays = { kinds: ["workday", "makeUpWorkday"] }
const rule = (id: string, sort: string, days: object, open: string, close: string) => ({
  id,
  sort,
  days,
  windows: [{ open, close }]
})

const hours = (id: string, ...rules: ReadonlyArray<object>) => ({
  _tag: "SetStationHours",
  station: id,
  hours: { rules },
  from
})

const haves = ["place", "facilities", "signs", "flag", "books", "rules"]

/** Five stations: two networks, one that stands alone, and one that has closed. */
const networks = [
  station("centre", "partyMassCentre", "湖东党群服务中心", "Lake East Party-mass Centre", "b1", {
    tier: "main",
    cluster: "cbd",
    scheme: "1+X"
  }),
  station("red", "redCollarStation", "远航红领驿站", "Voyage Red-collar Station", "b2", {
    tier: "sub",
    main: "centre"
  }),
  station("rider", "riderStation", "骑士加油站", "Rider Stop", "b1", { tier: "sub", main: "centre" }),
  station("port", "partyMassCentre", "港湾党群服务中心", "Harbour Party-mass Centre", "b3", {
    tier: "main",
    cluster: "harbour"
  }),
  station("self", "selfServiceStation", "港湾智慧政务e站", "Harbour Self-service", "b3", { tier: "alone" }),
  station("old", "redCollarStation", "旧驿站", "Old Station", "b2", { tier: "alone" }),
  { _tag: "CloseStation", station: "old", to: "2026-06-01" },
  { _tag: "ArrangeSpace", station: "centre", source: "integrated", owner: "wy", areaSquareMetres: 1200, from },
  {
    _tag: "AddressAudiences",
    station: "centre",
    audiences: ["enterprises", "staff", "residents"],
    places: ["b2"],
    from
  },
  { _tag: "LabelStation", station: "centre", set: "threePlatforms", labels: ["governmentEnterprise"], from },
  { _tag: "AssessStation", station: "centre", standard: "sixHaves", met: haves, on: "2026-03-02" },
  { _tag: "AssessStation", station: "red", standard: "sixHaves", met: haves.slice(0, 4), on: "2026-03-02" },
  {
    _tag: "DescribeCatchment",
    station: "centre",
    minutes: 15,
    enterprises: { value: 400, qualifier: "atLeast" },
    from
  },
  hours(
    "centre",
    rule("day", "regular", workdays, "09:00", "12:00"),
    rule("noon", "noon", workdays, "12:00", "13:30"),
    rule("afternoon", "regular", workdays, "13:30", "17:30"),
    rule("evening", "evening", { weekdays: [3] }, "18:00", "20:30"),
    rule("rest", "weekend", { kinds: ["weekend"] }, "10:00", "16:00")
  ),
  hours("red", rule("day", "regular", workdays, "09:00", "17:00")),
  { _tag: "SetStationHours", station: "self", hours: { always: true }, from },
  {
    _tag: "SetStationHours",
    station: "rider",
    hours: {
      rules: [rule("all", "extended", {}, "10:00", "22:00")],
      exceptions: [{ days: { from: "2026-11-20", to: "2026-11-24" }, windows: [] }]
    },
    from
  }
]

const staff = (enterprise: string, year: number, employees: number, on = "2026-02-01") => ({
  _tag: "ReportEnterpriseYear",
  enterprise,
  year,
  employees,
  on
})

/** Who works where: of two firms in one tower one told how many; of another tower it was published. */
const staffs = [
  staff("e1", 2025, 240),
  staff("e3", 2024, 90, "2026-01-02"),
  staff("e3", 2025, 110),
  staff("e4", 2025, 130),
  {
    _tag: "PublishFigure",
    publication: "voyage-staff",
    indicator: "staffCount",
    scope: { id: "b2", names: { zh: "远航大厦" } },
    printed: { count: { value: 500, qualifier: "atLeast" }, unit: "one" },
    on: "2025-12-31",
    source: "街道简报",
    published: "2026-01-20"
  }
]

const allocation = (id: string, audience: string, unit: string, spaces: number, open: string, close: string) => ({
  _tag: "AllocateSpaces",
  facility: "bays",
  allocation: id,
  audience,
  unit,
  spaces,
  days: audience === "staff" ? workdays : {},
  window: { open, close },
  from: "2026-11-02",
  to: "2027-01-01"
})

const inside = [
  {
    _tag: "FurnishRoom",
    room: "forum",
    station: "centre",
    kind: "exchange",
    names: { zh: "会客厅", en: "Forum" },
    areaSquareMetres: 90,
    capacity: 40,
    from
  },
  {
    _tag: "FurnishRoom",
    room: "hall24",
    station: "centre",
    kind: "selfService24h",
    names: { zh: "24小时政务区", en: "24-hour area" },
    from
  },
  { _tag: "SetRoomHours", room: "hall24", hours: { always: true }, from },
  {
    _tag: "FurnishRoom",
    room: "attic",
    station: "old",
    kind: "reading",
    names: { zh: "旧阅读区", en: "Old reading room" },
    from
  },
  {
    _tag: "BookRoom",
    room: "forum",
    booking: "b-1",
    date: "2026-11-23",
    window: { open: "12:00", close: "13:00" },
    by: { unit: "e1" }
  },
  {
    _tag: "TakeRoomOut",
    room: "forum",
    outage: "paint",
    from: "2026-11-23",
    to: "2026-11-25",
    window: { open: "14:00", close: "18:00" },
    reason: "粉刷"
  },
  {
    _tag: "ListServiceItem",
    item: "licence",
    names: { zh: "营业执照打印", en: "Business licence print-out" },
    minutesBefore: { value: 60, qualifier: "exact" },
    minutesHere: { value: 10, qualifier: "exact" }
  },
  { _tag: "ListServiceItem", item: "gas", names: { zh: "天然气缴费", en: "Gas payment" } },
  { _tag: "ListServiceItem", item: "cert", names: { zh: "社保证明", en: "Social-security certificate" } },
  {
    _tag: "InstallServicePoint",
    point: "d1",
    sort: "device",
    kind: "allInOne",
    names: { zh: "一号综合机", en: "All-in-one 1" },
    station: "centre",
    room: "hall24",
    items: ["licence", "cert"],
    at: Date.parse("2026-02-02T09:00+08:00")
  },
  {
    _tag: "InstallServicePoint",
    point: "w1",
    sort: "desk",
    kind: "counter",
    names: { zh: "一号窗口", en: "Counter 1" },
    station: "centre",
    items: ["licence", "gas"],
    at: Date.parse("2026-02-02T09:00+08:00")
  },
  {
    _tag: "InstallServicePoint",
    point: "d2",
    sort: "device",
    kind: "gasPayment",
    names: { zh: "燃气终端", en: "Gas terminal" },
    station: "self",
    items: ["gas"],
    at: Date.parse("2026-02-02T09:00+08:00")
  },
  { _tag: "FailServicePoint", point: "d2", reason: "缺纸", at: Date.parse("2026-11-21T09:00+08:00") },
  {
    _tag: "RegisterFacility",
    facility: "canteen",
    kind: "canteen",
    names: { zh: "白领食堂", en: "Canteen" },
    place: "b1",
    station: "centre",
    quantity: { value: 120, qualifier: "about" },
    from
  },
  {
    _tag: "RegisterFacility",
    facility: "bays",
    kind: "tidalParking",
    names: { zh: "错时共享车位", en: "Shared bays" },
    place: "b2",
    quantity: { value: 40, qualifier: "atLeast" },
    from
  },
  {
    _tag: "SetSharedWindows",
    facility: "bays",
    audience: "staff",
    shared: [{ days: workdays, windows: [{ open: "08:00", close: "18:00" }] }],
    from
  },
  {
    _tag: "SetSharedWindows",
    facility: "bays",
    audience: "residents",
    shared: [{ days: {}, windows: [{ open: "19:00", close: "24:00" }] }],
    from
  },
  allocation("trade", "staff", "e2", 12, "08:30", "17:00"),
  allocation("lunch", "staff", "e1", 8, "12:00", "14:00"),
  allocation("night", "residents", "wy", 30, "20:00", "24:00"),
  {
    _tag: "StationDepartment",
    stationing: "tax-monday",
    station: "centre",
    department: "tax",
    names: { zh: "税务驻点咨询", en: "Tax advice" },
    pattern: { weekdays: [1], everyWeeks: 2 },
    window: { open: "14:00", close: "16:00" },
    from: "2026-11-09"
  },
  {
    _tag: "StationDepartment",
    stationing: "jobs-daily",
    station: "red",
    department: "jobs",
    names: { zh: "人社窗口", en: "Employment desk" },
    pattern: { every: "workday" },
    window: { open: "09:00", close: "11:30" },
    from: "2026-11-02"
  }
]

const plan = {
  cycle: { from: "2026-11-16", to: "2026-12-14" },
  members: [
    { unit: "tax" },
    { unit: "jobs", sharePercent: 200 },
    { unit: "fire", unavailable: [{ from: "2026-11-23", to: "2026-11-28" }] }
  ],
  shifts: [
    {
      shift: "day",
      names: { zh: "日间值班", en: "Day shift" },
      stations: ["centre", "red"],
      window: { open: "09:00", close: "17:00" },
      days: { on: workdays },
      needed: 1
    },
    {
      shift: "noon",
      names: { zh: "午间值班", en: "Noon shift" },
      stations: ["port"],
      window: { open: "12:00", close: "13:00" },
      days: { on: { weekdays: [1] } },
      needed: 1,
      members: ["fire"]
    }
  ],
  themes: {
    every: "week",
    themes: [
      { theme: "policy", names: { zh: "政策周", en: "Policy week" } },
      { theme: "safety", names: { zh: "安全周", en: "Safety week" } }
    ]
  }
}

const to = (_tag: string, on: string, fields: object) => ({ _tag, roster: "winter", ...fields, on })

/** A roster that was generated and published for some weeks, and changed by hand; another that is only drafted. */
const duty = [
  to("DraftRoster", "2026-11-09", { names: { zh: "冬季轮值", en: "Winter roster" }, plan }),
  to("GenerateRoster", "2026-11-10", { generation: 1 }),
  to("PublishRoster", "2026-11-11", { generation: 1, through: "2026-12-04" }),
  to("CancelDuty", "2026-11-12", { slot: "2026-11-24/day/red/1", manager: "east", reason: "大厦停电" }),
  {
    _tag: "DraftRoster",
    roster: "next",
    names: { zh: "下期轮值", en: "Next roster" },
    plan: { ...plan, cycle: { from: "2026-12-14", to: "2026-12-31" } },
    on: "2026-11-16"
  }
]

/** Everything said of stations and who is on duty at them. */
export const commands: ReadonlyArray<object> = [...networks, ...staffs, ...inside, ...duty]
