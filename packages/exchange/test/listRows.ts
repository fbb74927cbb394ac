import { count, from, given, list, maybe, several, text, to, unit, type Written, written } from "./rows.ts"
import { fc } from "./seeded.ts"

const yes = (flag: boolean | undefined): string => (flag === undefined ? "" : flag ? "是" : "no")
const cell = (value: string | number | undefined): string => (value === undefined ? "" : `${value}`)
const named = (name: string, nameEn: string | undefined) => given({ zh: name, en: nameEn })

const id = (prefix: string) => fc.integer({ min: 0, max: 9_999 }).map((n) => `${prefix}-${n}`)
const categories = [
  ["停车", "parking"],
  ["parking", "parking"],
  ["Loans and finance", "finance"],
  ["共享办公", "shared-space"]
] as const
const category = fc.constantFrom(...categories)
const amount = fc.integer({ min: 1, max: 500 })

const windows = fc.constantFrom(
  { cell: "1-5 12:00-13:00", data: [{ weekdays: [1, 2, 3, 4, 5], open: "12:00", close: "13:00" }] },
  {
    cell: "周6，7 9:30-17:00；1、3 18:00–24:00",
    data: [
      { weekdays: [6, 7], open: "09:30", close: "17:00" },
      { weekdays: [1, 3], open: "18:00", close: "24:00" }
    ]
  }
)
const pers = [
  ["同时", "atOnce"],
  ["每周", "week"],
  ["total", "total"]
] as const
const capacity = fc.record({ amount: count, unit: fc.constantFrom("座", "seats"), per: fc.constantFrom(...pers) })
const capacityCells = (one: { amount: number; unit: string; per: (typeof pers)[number] } | undefined) => ({
  capacity: cell(one?.amount),
  countedIn: one?.unit ?? "",
  per: one?.per[0] ?? ""
})
const capacityData = (one: { amount: number; unit: string; per: (typeof pers)[number] } | undefined) =>
  one && { amount: one.amount, unit: one.unit, per: one.per[1] }

const eligibilities = [
  ["企业规模=micro..small", { _tag: "sizeBetween", field: "size", atLeast: "micro", atMost: "small" }],
  [
    "stage=初创/growing；员工人数=..50",
    {
      _tag: "all",
      conditions: [
        { _tag: "oneOf", field: "stage", values: ["founding", "growing"] },
        { _tag: "numberBetween", field: "staff", atMost: 50 }
      ]
    }
  ],
  [
    '{"_tag":"not","condition":{"_tag":"hasAny","field":"qualifications","values":["highTech"]}}',
    { _tag: "not", condition: { _tag: "hasAny", field: "qualifications", values: ["highTech"] } }
  ]
] as const

const items = fc.uniqueArray(
  fc.record({
    code: id("S"),
    name: text,
    nameEn: maybe(text),
    domain: fc.constantFrom(["社务", "community"] as const, ["legal", "legal"] as const),
    category,
    owners: several,
    channels: fc.constantFrom(["驿站;上门", ["station", "doorstep"]] as const, ["群聊", ["chatGroup"]] as const),
    audience: maybe(fc.constant(["白领", "riders"])),
    eligibility: maybe(fc.constantFrom(...eligibilities)),
    papers: maybe(fc.constant(["营业执照", "公章"])),
    fee: maybe(fc.constantFrom(["12.50", 1_250] as const, ["3.5万", 3_500_000] as const)),
    workdays: maybe(amount),
    validFrom: maybe(from),
    validTo: maybe(to),
    assured: maybe(from)
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 4 }
)

/** A list in two versions at most. */
const services: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .array(fc.record({ items, listName: maybe(text), from }), { maxLength: 2 })
  .map((versions) =>
    versions.flatMap(({ items: all, listName, from: begin }, n): ReadonlyArray<Written> => {
      const adopted = {
        _tag: "AdoptServiceList",
        list: {
          id: "list-1",
          version: n + 1,
          names: { zh: listName ?? "list-1" },
          items: all.map((one) =>
            given({
              code: one.code,
              names: named(one.name, one.nameEn),
              domain: one.domain[1],
              category: one.category[1],
              owners: one.owners,
              channels: one.channels[1],
              audience: one.audience,
              eligibility: one.eligibility?.[1],
              papers: one.papers?.map((zh) => ({ zh })),
              fee: one.fee?.[1],
              workdays: one.workdays,
              validFrom: one.validFrom,
              validTo: one.validTo
            })
          )
        },
        from: begin
      }
      return all.map((one, i) => ({
        file: "services.csv",
        cells: {
          list: "list-1",
          version: `${n + 1}`,
          listName: listName ?? "",
          from: begin,
          item: one.code,
          name: one.name,
          nameEn: one.nameEn ?? "",
          domain: one.domain[0],
          category: one.category[0],
          owners: list(one.owners),
          channels: one.channels[0],
          audience: list(one.audience),
          eligibility: one.eligibility?.[0] ?? "",
          papers: list(one.papers),
          fee: one.fee?.[0] ?? "",
          workdays: cell(one.workdays),
          validFrom: one.validFrom ?? "",
          validTo: one.validTo ?? "",
          assured: one.assured ?? ""
        },
        commands: [
          ...(i === 0 ? [adopted] : []),
          ...(one.assured === undefined
            ? []
            : [{ _tag: "AssureItem", list: "list-1", item: one.code, on: one.assured }])
        ]
      }))
    })
  )

const offered = fc
  .uniqueArray(
    fc.record({ item: id("S"), place: unit, capacity: maybe(capacity), windows: maybe(windows), from, to: maybe(to) }),
    { selector: ({ item, place }) => `${item} ${place}`, maxLength: 4 }
  )
  .map((all) =>
    all.map(({ item, place, capacity: room, windows: week, from: begin, to: end }): Written => {
      const at = { list: "list-1", item, place }
      const stop = end === undefined ? [] : [{ _tag: "StopOffering", ...at, on: end }]
      return {
        file: "offerings.csv",
        cells: { ...at, ...capacityCells(room), windows: week?.cell ?? "", from: begin, to: end ?? "" },
        commands: [
          given({ _tag: "OfferItem", ...at, capacity: capacityData(room), windows: week?.data, from: begin }),
          ...stop
        ]
      }
    })
  )

const tenures = [
  ["", "own"],
  ["共享", "shared"],
  ["swapped", "swapped"]
] as const

const resources = fc
  .uniqueArray(
    fc.record({
      resource: id("r"),
      name: text,
      nameEn: maybe(text),
      owner: unit,
      category,
      place: unit,
      tenure: fc.constantFrom(...tenures),
      capacity,
      windows: maybe(windows),
      terms: maybe(text),
      from,
      resized: maybe(fc.record({ amount: count, from: to })),
      isEnded: fc.boolean()
    }),
    { selector: ({ resource }) => resource, maxLength: 4 }
  )
  .map((all) =>
    all.flatMap(({ resized, isEnded, tenure, terms, ...one }): ReadonlyArray<Written> => {
      const end = isEnded ? "2031-01-01" : ""
      const cells = {
        resource: one.resource,
        name: one.name,
        nameEn: one.nameEn ?? "",
        owner: one.owner,
        kind: "工位",
        category: one.category[0],
        place: one.place,
        tenure: tenure[0],
        ...capacityCells(one.capacity),
        windows: one.windows?.cell ?? "",
        terms: terms ?? "",
        from: one.from,
        to: resized === undefined ? end : ""
      }
      const registered = given({
        _tag: "RegisterResource",
        resource: one.resource,
        names: named(one.name, one.nameEn),
        owner: one.owner,
        kind: "工位",
        category: one.category[1],
        place: one.place,
        tenure: tenure[1],
        capacity: capacityData(one.capacity),
        windows: one.windows?.data,
        terms: terms === undefined ? undefined : { zh: terms },
        from: one.from
      })
      const ended = isEnded ? [{ _tag: "WithdrawResource", resource: one.resource, on: end }] : []
      if (resized === undefined) return [{ file: "resources.csv", cells, commands: [registered, ...ended] }]
      const { amount: now, from: begin } = resized
      const resize = { _tag: "ResizeResource", resource: one.resource, amount: now, from: begin }
      return [
        {
          file: "resources.csv",
          cells: { ...cells, capacity: `${now}`, from: begin, to: end },
          commands: [resize, ...ended]
        },
        { file: "resources.csv", cells, commands: [registered] }
      ]
    })
  )

const origins = [
  ["", "selfRaised"],
  ["自报", "selfRaised"],
  ["走访", "visit"],
  ["survey", "survey"]
] as const

const needs = written(
  "needs.csv",
  fc.record({
    need: id("n"),
    care: unit,
    unit,
    matter: fc.constantFrom(["停车", "parking"] as const, ["b-2", undefined] as const),
    category: maybe(category),
    isLater: fc.boolean(),
    text: maybe(fc.constant("希望增加车位")),
    place: maybe(unit),
    urgency: maybe(fc.integer({ min: 1, max: 5 })),
    quantity: maybe(amount),
    divisible: maybe(fc.boolean()),
    wanted: maybe(fc.record({ from: maybe(from), to: maybe(to), windows })),
    origin: fc.constantFrom(...origins),
    stage: maybe(fc.constant("founding")),
    on: from,
    closed: maybe(to)
  }),
  (r) => ({
    need: r.need,
    care: r.care,
    unit: r.unit,
    matter: r.matter[0],
    category: r.category?.[0] ?? "",
    classified: r.isLater && r.category !== undefined ? "2020-03-01" : "",
    text: r.text ?? "",
    place: r.place ?? "",
    urgency: cell(r.urgency),
    quantity: cell(r.quantity),
    divisible: yes(r.divisible),
    wantedFrom: r.wanted?.from ?? "",
    wantedTo: r.wanted?.to ?? "",
    windows: r.wanted?.windows.cell ?? "",
    origin: r.origin[0],
    stage: r.stage ?? "",
    on: r.on,
    closed: r.closed ?? "",
    reason: r.closed === undefined ? "" : "已搬走"
  }),
  (r) => {
    const { need, on } = r
    const isLater = r.isLater && r.category !== undefined
    return [
      ...(r.origin[1] === "selfRaised"
        ? [{ _tag: "RaiseNeed", care: r.care, need, unit: r.unit, matter: r.matter[0], on }]
        : []),
      given({
        _tag: "RegisterNeed",
        need,
        raiser: r.unit,
        category: isLater ? undefined : (r.category?.[1] ?? r.matter[1]),
        text: r.text ?? r.matter[0],
        place: r.place ?? r.care,
        urgency: r.urgency ?? 3,
        quantity: r.quantity ?? 1,
        divisible: r.divisible,
        wanted: r.wanted && given({ from: r.wanted.from ?? on, to: r.wanted.to, windows: r.wanted.windows.data }),
        origin: r.origin[1],
        stage: r.stage,
        on
      }),
      ...(isLater ? [{ _tag: "ClassifyNeed", need, category: r.category?.[1], on: "2020-03-01" }] : []),
      ...(r.closed === undefined ? [] : [{ _tag: "CloseNeed", need, reason: "已搬走", on: r.closed }])
    ]
  }
)

const offers = fc.oneof(
  fc.record({ list: fc.constant("list-1"), item: id("S"), place: unit }).map((at) => ({
    cells: at as Readonly<Record<string, string>>,
    data: { _tag: "item", ...at }
  })),
  id("r").map((resource) => ({ cells: { resource }, data: { _tag: "resource", resource } }))
)
const stars = fc.integer({ min: 1, max: 5 })
const ends = fc.constantFrom("rejected", "withdrawn", undefined)

const matches = fc
  .uniqueArray(
    fc.record({
      match: id("m"),
      need: id("n"),
      offer: offers,
      quantity: maybe(amount),
      from,
      to: maybe(to),
      on: from,
      accepted: maybe(from),
      end: ends,
      deliveries: fc.uniqueArray(fc.record({ on: from, quantity: maybe(amount) }), {
        selector: ({ on }) => on,
        maxLength: 3
      }),
      raiser: maybe(stars),
      owner: maybe(stars),
      followUp: maybe(fc.boolean()),
      closed: maybe(to)
    }),
    { selector: ({ match }) => match, maxLength: 3 }
  )
  .map((all) =>
    all.flatMap(
      ({ match, offer, quantity, deliveries, raiser, owner, followUp, end, ...r }): ReadonlyArray<Written> => {
        const isRated = raiser !== undefined || owner !== undefined
        const cells = {
          match,
          need: r.need,
          ...offer.cells,
          quantity: cell(quantity),
          from: r.from,
          to: r.to ?? "",
          on: r.on,
          accepted: r.accepted ?? "",
          ...(end === undefined ? {} : { [end]: "2030-05-01", reason: "改由他处承接" }),
          raiserStars: cell(raiser),
          ownerStars: cell(owner),
          rated: isRated ? "2030-01-01" : "",
          followUp: isRated ? yes(followUp) : "",
          closed: r.closed ?? ""
        }
        const proposed = {
          match,
          need: r.need,
          offer: offer.data,
          quantity: quantity ?? 1,
          from: r.from,
          to: r.to,
          on: r.on
        }
        const tag = end === "rejected" ? "RejectMatch" : "WithdrawMatch"
        const rating = { _tag: "RateMatch", match, on: "2030-01-01" }
        const commands = [
          given({ _tag: "ProposeMatch", ...proposed }),
          ...(r.accepted === undefined ? [] : [{ _tag: "AcceptMatch", match, on: r.accepted }]),
          ...(end === undefined ? [] : [{ _tag: tag, match, reason: "改由他处承接", on: "2030-05-01" }]),
          ...(raiser === undefined ? [] : [given({ ...rating, side: "raiser", stars: raiser, followUp })]),
          ...(owner === undefined ? [] : [{ ...rating, side: "owner", stars: owner }]),
          ...(r.closed === undefined ? [] : [{ _tag: "CloseMatch", match, on: r.closed }])
        ]
        const parts = deliveries.map((one) => ({
          cells: { delivered: one.on, deliveredQuantity: cell(one.quantity) },
          commands: [{ _tag: "DeliverMatch", match, quantity: one.quantity ?? quantity ?? 1, on: one.on }]
        }))
        const [first = { cells: {}, commands: [] }, ...more] = parts
        return [
          { file: "matches.csv", cells: { ...cells, ...first.cells }, commands: [...commands, ...first.commands] },
          ...more.map((part) => ({ file: "matches.csv", cells: { ...cells, ...part.cells }, commands: part.commands }))
        ]
      }
    )
  )

const projects = fc
  .uniqueArray(
    fc.record({
      project: id("pr"),
      name: text,
      category,
      place: unit,
      needs: fc.uniqueArray(id("n"), { minLength: 1, maxLength: 4 }),
      sponsors: several,
      budget: maybe(fc.constantFrom(["120000", 12_000_000] as const, ["8万", 8_000_000] as const)),
      beneficiaries: maybe(fc.record({ of: unit, people: amount })),
      year: maybe(fc.constant(2_026)),
      on: from,
      resources: fc.array(
        fc.record({
          resource: id("r"),
          quantity: maybe(amount),
          from: maybe(from),
          to: maybe(to),
          isFree: fc.boolean()
        }),
        { maxLength: 3 }
      ),
      states: fc.record({ approved: fc.boolean(), published: fc.boolean(), promoted: fc.boolean() }),
      percent: maybe(fc.integer({ min: 0, max: 100 })),
      end: fc.constantFrom("completed", "cancelled", "merged", undefined)
    }),
    { selector: ({ project }) => project, maxLength: 3 }
  )
  .map((all) =>
    all.flatMap(({ project, resources: taken, states, percent, end, ...r }): ReadonlyArray<Written> => {
      const day = (is: boolean) => (is ? "2030-02-01" : "")
      const cells = {
        project,
        name: r.name,
        category: r.category[0],
        place: r.place,
        needs: list(r.needs),
        sponsors: list(r.sponsors),
        budget: r.budget?.[0] ?? "",
        beneficiaries: r.beneficiaries === undefined ? "" : `${r.beneficiaries.of}=${r.beneficiaries.people}`,
        year: cell(r.year),
        on: r.on,
        approved: day(states.approved),
        published: day(states.published),
        promoted: day(states.promoted),
        percent: cell(percent),
        reported: day(percent !== undefined),
        completed: day(end === "completed"),
        cancelled: day(end === "cancelled"),
        reason: end === "cancelled" ? "资金未落实" : "",
        mergedInto: end === "merged" ? "pr-x" : "",
        merged: day(end === "merged")
      }
      const on = "2030-02-01"
      const plan = given({
        _tag: "ProposeProject",
        project,
        names: { zh: r.name },
        category: r.category[1],
        place: r.place,
        needs: r.needs,
        sponsors: r.sponsors,
        budget: r.budget?.[1],
        beneficiaries: r.beneficiaries && [r.beneficiaries],
        year: r.year,
        on: r.on
      })
      const course = [
        ...(states.approved ? [{ _tag: "ApproveProject", project, on }] : []),
        ...(states.published ? [{ _tag: "PublishProject", project, on }] : []),
        ...(states.promoted ? [{ _tag: "PromoteProject", project, on }] : []),
        ...(percent === undefined ? [] : [{ _tag: "ReportProgress", project, percent, on }]),
        ...(end === "completed" ? [{ _tag: "CompleteProject", project, on }] : []),
        ...(end === "cancelled" ? [{ _tag: "CancelProject", project, reason: "资金未落实", on }] : []),
        ...(end === "merged" ? [{ _tag: "MergeProjects", project, into: "pr-x", on }] : [])
      ]
      const parts = taken.map(({ isFree, ...one }) => ({
        cells: {
          resource: one.resource,
          quantity: cell(one.quantity),
          from: one.from ?? "",
          to: one.to ?? "",
          released: isFree ? "2029-01-01" : ""
        },
        commands: [
          given({
            _tag: "CommitResource",
            project,
            resource: one.resource,
            quantity: one.quantity ?? 1,
            from: one.from ?? r.on,
            to: one.to
          }),
          ...(isFree ? [{ _tag: "ReleaseResource", project, resource: one.resource, on: "2029-01-01" }] : [])
        ]
      }))
      const [first = { cells: {}, commands: [] }, ...more] = parts
      const joined = { _tag: "JoinNeeds", project, needs: r.needs, on: r.on }
      return [
        {
          file: "projects.csv",
          cells: { ...cells, ...first.cells },
          commands: [plan, joined, ...course, ...first.commands]
        },
        ...more.map((part) => ({ file: "projects.csv", cells: { ...cells, ...part.cells }, commands: part.commands }))
      ]
    })
  )

const partners: fc.Arbitrary<Written> = fc.oneof(
  written(
    "partners.csv",
    fc.record({
      posting: id("po"),
      side: fc.constantFrom("offer", "want"),
      enterprise: unit,
      category,
      from,
      to: maybe(to)
    }),
    (r) => ({
      ...r,
      category: r.category[0],
      side: r.side === "offer" ? "提供" : "want",
      text: "样品打版",
      to: r.to ?? ""
    }),
    ({ to: end, category: [, of], ...r }) => [
      { _tag: "PublishPosting", ...r, category: of, text: "样品打版" },
      ...(end === undefined ? [] : [{ _tag: "EndPosting", posting: r.posting, on: end }])
    ]
  ),
  written(
    "chain-positions.csv",
    fc.record({ enterprise: unit, chain: fc.constant("garments"), position: id("x"), from, to: maybe(to) }),
    (r) => ({ ...r, to: r.to ?? "" }),
    ({ to: end, from: begin, ...r }) => [
      { _tag: "TakePosition", ...r, from: begin },
      ...(end === undefined ? [] : [{ _tag: "LeavePosition", ...r, on: end }])
    ]
  ),
  written(
    "partnerships.csv",
    fc.record({
      partnership: fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `ps-${n}`),
      giver: unit,
      taker: unit,
      offer: maybe(id("po")),
      want: maybe(id("po")),
      on: from,
      giverAccepted: maybe(from),
      isDeclined: fc.boolean(),
      worth: maybe(amount)
    }),
    ({ isDeclined, worth, ...r }) => ({
      ...r,
      offer: r.offer ?? "",
      want: r.want ?? "",
      giverAccepted: r.giverAccepted ?? "",
      declinedBy: isDeclined ? "接受方" : "",
      declined: isDeclined ? "2029-01-01" : "",
      reason: isDeclined ? "价格不合" : "",
      exchange: worth === undefined ? "" : "x-1",
      worth: cell(worth),
      exchanged: worth === undefined ? "" : "2029-02-01"
    }),
    ({ isDeclined, worth, giverAccepted, ...r }) => {
      const { partnership } = r
      const answer = { _tag: "AnswerPartnership", partnership }
      const exchange = { _tag: "RecordExchange", partnership, exchange: "x-1", from: "giver", worth, on: "2029-02-01" }
      return [
        given({ _tag: "ProposePartnership", ...r }),
        ...(giverAccepted === undefined ? [] : [{ ...answer, side: "giver", accepts: true, on: giverAccepted }]),
        ...(isDeclined ? [{ ...answer, side: "taker", accepts: false, reason: "价格不合", on: "2029-01-01" }] : []),
        ...(worth === undefined ? [] : [exchange])
      ]
    }
  )
)

/** Rows about services, resources, needs, matches, projects and partners, on the units of the other rows. */
export const listRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    services,
    offered,
    resources,
    fc.array(needs, { maxLength: 4 }),
    matches,
    projects,
    fc.uniqueArray(partners, {
      selector: ({ cells }) => `${cells.partnership ?? cells.posting ?? cells.position}`,
      maxLength: 5
    })
  )
  .map((parts) => parts.flat())
