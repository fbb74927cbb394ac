import * as fc from "fast-check"
import { cell, id, named } from "./listWords.ts"
import { from, given, list, maybe, several, text, to, unit, type Written } from "./rows.ts"

const station = id("st")
/** A count as somebody writes it, and what it is. */
export const qualified = fc.constantFrom(
  { cell: "94", data: { value: 94, qualifier: "exact" } },
  { cell: "400余", data: { value: 400, qualifier: "atLeast" } },
  { cell: "近2000", data: { value: 2000, qualifier: "nearly" } },
  { cell: "约1.5万", data: { value: 15_000, qualifier: "about" } }
)
/** A time of day as somebody writes it, and what it is. */
export const time = fc.constantFrom(
  { cell: "9:00-12：00", data: { open: "09:00", close: "12:00" } },
  { cell: "18:00~24:00", data: { open: "18:00", close: "24:00" } }
)
/** Days as somebody writes them, and what they are. */
export const days = fc.constantFrom(
  { cell: "工作日", data: { kinds: ["workday", "makeUpWorkday"] } },
  { cell: "周三、五", data: { weekdays: [3, 5] } },
  { cell: "1 workdays", data: { weekdays: [1], kinds: ["workday", "makeUpWorkday"] } },
  { cell: "每天", data: {} }
)
const kinds = fc.constantFrom(["红领驿站", "redCollarStation"] as const, ["Rider station", "riderStation"] as const)
const sources = fc.constantFrom(["整合", "integrated"] as const, ["own", "own"] as const)
const audiences = fc.constantFrom(
  ["企业；riders", ["enterprises", "riders"]] as const,
  ["周边居民", ["residents"]] as const
)
const area = fc.integer({ min: 1, max: 900 })
const schemes = fc.constantFrom("1+N", "1+X")

const standings = fc.oneof(
  fc.record({ cluster: unit, scheme: maybe(schemes), tier: fc.constantFrom("", "主阵地") }).map((one) => ({
    cells: { cluster: one.cluster, scheme: one.scheme ?? "", tier: one.tier },
    data: given({ tier: "main", cluster: one.cluster, scheme: one.scheme })
  })),
  fc.record({ main: station, tier: fc.constantFrom("", "sub") }).map(({ main, tier }) => ({
    cells: { main, tier },
    data: { tier: "sub", main }
  })),
  fc.constantFrom("", "独立").map((tier) => ({ cells: { tier }, data: { tier: "alone" } }))
)

const facts = fc
  .record({
    space: maybe(fc.record({ source: sources, owner: maybe(unit) })),
    served: maybe(fc.record({ audiences, places: maybe(several) })),
    reach: maybe(
      fc.record({
        minutes: fc.integer({ min: 1, max: 60 }),
        enterprises: maybe(qualified),
        households: maybe(qualified)
      })
    )
  })
  .map(({ space, served, reach }) => ({
    cells: {
      source: space?.source[0] ?? "",
      owner: space?.owner ?? "",
      audiences: served?.audiences[0] ?? "",
      openTo: list(served?.places),
      minutes: cell(reach?.minutes),
      enterprises: reach?.enterprises?.cell ?? "",
      households: reach?.households?.cell ?? ""
    },
    commands: (of: string, on: string, areaSquareMetres?: number) => [
      ...(space === undefined
        ? []
        : [
            given({
              _tag: "ArrangeSpace",
              station: of,
              source: space.source[1],
              owner: space.owner,
              areaSquareMetres,
              from: on
            })
          ]),
      ...(served === undefined
        ? []
        : [
            given({
              _tag: "AddressAudiences",
              station: of,
              audiences: served.audiences[1],
              places: served.places,
              from: on
            })
          ]),
      ...(reach === undefined
        ? []
        : [
            given({
              _tag: "DescribeCatchment",
              station: of,
              minutes: reach.minutes,
              enterprises: reach.enterprises?.data,
              households: reach.households?.data,
              from: on
            })
          ])
    ]
  }))

const opened = fc
  .record({
    station,
    kind: kinds,
    name: text,
    nameEn: maybe(text),
    place: unit,
    standing: standings,
    area: maybe(area),
    facts,
    from,
    to: maybe(to)
  })
  .map(
    (one): Written => ({
      file: "stations.csv",
      cells: {
        station: one.station,
        kind: one.kind[0],
        name: one.name,
        nameEn: one.nameEn ?? "",
        place: one.place,
        ...one.standing.cells,
        area: cell(one.area),
        ...one.facts.cells,
        from: one.from,
        to: one.to ?? ""
      },
      commands: [
        given({
          _tag: "OpenStation",
          station: one.station,
          kind: one.kind[1],
          names: named(one.name, one.nameEn),
          place: one.place,
          standing: one.standing.data,
          areaSquareMetres: one.area,
          from: one.from
        }),
        ...one.facts.commands(one.station, one.from),
        ...(one.to === undefined ? [] : [{ _tag: "CloseStation", station: one.station, to: one.to }])
      ]
    })
  )

const changes = fc
  .record({
    station,
    main: station,
    cluster: unit,
    scheme: maybe(schemes),
    area: maybe(area),
    facts,
    source: sources,
    from
  })
  .chain((one) => {
    const of = { station: one.station, from: one.from }
    const row = (cells: Written["cells"], ...commands: Written["commands"]): Written => ({
      file: "station-changes.csv",
      cells: { ...of, ...cells },
      commands
    })
    return fc.constantFrom(
      row({ change: "挂靠", main: one.main }, { _tag: "AttachStation", ...of, main: one.main }),
      row({ change: "reattach", main: one.main }, { _tag: "ReattachStation", ...of, main: one.main }),
      row({ change: "解除" }, { _tag: "DetachStation", ...of }),
      row({ change: "接替" }, { _tag: "PromoteStation", ...of }),
      row(
        { change: "设为主阵地", cluster: one.cluster, scheme: one.scheme ?? "" },
        given({ _tag: "FoundNetwork", ...of, cluster: one.cluster, scheme: one.scheme })
      ),
      row(
        { change: "空间", source: one.source[0], area: cell(one.area) },
        given({ _tag: "ArrangeSpace", ...of, source: one.source[1], areaSquareMetres: one.area })
      )
    )
  })

// Rows of opening hours no two of which contradict each other, with what each of them comes to.
const rule = (ruleId: string, sort: string, on: object, open: string, close: string, rest: object = {}) => ({
  id: ruleId,
  sort,
  days: on,
  windows: [{ open, close }],
  ...rest
})
const workdays = { kinds: ["workday", "makeUpWorkday"] }
const summer = { names: { zh: "暑期", en: "Summer" } }
const lines = [
  {
    cells: { sort: "常规", days: "工作日", times: "13:30-17:00；8:30-11:30" },
    rules: [
      {
        ...rule("regular-wm-0830", "regular", workdays, "08:30", "11:30"),
        windows: [
          { open: "08:30", close: "11:30" },
          { open: "13:30", close: "17:00" }
        ]
      }
    ],
    exceptions: []
  },
  {
    cells: { sort: "noon", days: "周一至周五 workdays", times: "12:00-13:00" },
    rules: [rule("noon-12345wm-1200", "noon", { weekdays: [1, 2, 3, 4, 5], ...workdays }, "12:00", "13:00")],
    exceptions: []
  },
  {
    cells: {
      sort: "周末",
      days: "双休日",
      times: "10:00-16:00",
      dates: "2024-07-01..2024-09-01；2025-07-01..",
      name: "暑期",
      nameEn: "Summer"
    },
    rules: [
      rule("weekend-e-1000-2024-07-01", "weekend", { kinds: ["weekend"] }, "10:00", "16:00", {
        ...summer,
        within: { from: "2024-07-01", to: "2024-09-01" }
      }),
      rule("weekend-e-1000-2025-07-01", "weekend", { kinds: ["weekend"] }, "10:00", "16:00", {
        ...summer,
        within: { from: "2025-07-01" }
      })
    ],
    exceptions: []
  },
  {
    cells: { sort: "关闭", dates: "2024-06-10;2024-02-10..2024-02-17", name: "放假" },
    rules: [],
    exceptions: [
      { days: { from: "2024-02-10", to: "2024-02-17" }, windows: [], names: { zh: "放假" } },
      { days: { from: "2024-06-10", to: "2024-06-11" }, windows: [], names: { zh: "放假" } }
    ]
  },
  {
    cells: { sort: "节假日", dates: "2024/10/1", times: "9:00-12:00" },
    rules: [],
    exceptions: [
      {
        days: { from: "2024-10-01", to: "2024-10-02" },
        windows: [{ open: "09:00", close: "12:00" }],
        sort: "holiday"
      }
    ]
  }
] as const

const hours = fc
  .record({
    of: fc.oneof(
      station.map((one) => ({ station: one })),
      id("rm").map((one) => ({ room: one }))
    ),
    from,
    lines: maybe(fc.shuffledSubarray([...lines], { minLength: 1 }))
  })
  .map((one): ReadonlyArray<Written> => {
    const rows: ReadonlyArray<Written["cells"]> = one.lines?.map(({ cells }) => cells) ?? [{ sort: "24小时" }]
    const rules = (one.lines ?? [])
      .flatMap((line) => line.rules.map((each) => each))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const exceptions = (one.lines ?? [])
      .flatMap((line) => line.exceptions.map((each) => each))
      .sort((a, b) => (a.days.from < b.days.from ? -1 : 1))
    const told =
      one.lines === undefined
        ? { always: true }
        : given({ rules, exceptions: exceptions.length === 0 ? undefined : exceptions })
    const command = {
      _tag: "room" in one.of ? "SetRoomHours" : "SetStationHours",
      ...one.of,
      hours: told,
      from: one.from
    }
    return rows.map((cells, n) => ({
      file: "hours.csv",
      cells: { ...one.of, from: one.from, ...cells },
      commands: n === 0 ? [command] : []
    }))
  })

const sets = fc.constantFrom(["三个平台", "threePlatforms", "政企沟通；buildingCommunity"] as const)
const labels = fc.record({ station, set: sets, some: fc.boolean(), from }).map(
  ({ station: of, set, some, from: on }): Written => ({
    file: "station-labels.csv",
    cells: { station: of, set: set[0], labels: some ? set[2] : "", from: on },
    commands: [
      {
        _tag: "LabelStation",
        station: of,
        set: set[1],
        labels: some ? ["governmentEnterprise", "buildingCommunity"] : [],
        from: on
      }
    ]
  })
)
const assessments = fc.record({ station, some: fc.boolean(), on: from }).map(
  ({ station: of, some, on }): Written => ({
    file: "assessments.csv",
    cells: { station: of, standard: "六有", met: some ? "有场所;flag" : "", on },
    commands: [{ _tag: "AssessStation", station: of, standard: "sixHaves", met: some ? ["place", "flag"] : [], on }]
  })
)

/** Rows about stations, on the units of the other rows. */
export const stationRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.uniqueArray(opened, { selector: ({ cells }) => cells.station, maxLength: 3 }),
    fc.array(changes, { maxLength: 3 }),
    fc
      .uniqueArray(hours, {
        selector: ([row]) => `${row?.cells.station} ${row?.cells.room}`,
        maxLength: 2
      })
      .map((all) => all.flat()),
    fc.array(labels, { maxLength: 1 }),
    fc.array(assessments, { maxLength: 1 })
  )
  .map((parts) => parts.flat())
