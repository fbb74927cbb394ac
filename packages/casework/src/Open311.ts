import { type Identifier, type Instant, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { type Category, category, type Flow } from "./Flow.ts"
import { type CaseKnown, closure, isOpen } from "./State.ts"

const optional = Schema.optionalKey(Schema.NullOr(Schema.String))
const moment = Schema.String.check(Schema.isPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/))

/** A sort of matter as a city hotline lists it. Source: GeoReport v2, GET services. */
export const Service = Schema.Struct({
  service_code: Schema.String,
  service_name: Schema.String,
  description: optional,
  metadata: Schema.Boolean,
  type: Schema.Literals(["realtime", "batch", "blackbox"]),
  keywords: optional,
  group: optional
})
export type Service = typeof Service.Type

/**
 * A matter as a city hotline reads it.
 *
 * Units: moments with their distance from UTC. Source: GeoReport v2, GET requests.
 */
export const ServiceRequest = Schema.Struct({
  service_request_id: Schema.String,
  status: Schema.Literals(["open", "closed"]),
  status_notes: optional,
  service_name: optional,
  service_code: Schema.String,
  description: Schema.optionalKey(Schema.NullOr(Schema.String.check(Schema.isMaxLength(4000)))),
  agency_responsible: optional,
  requested_datetime: moment,
  updated_datetime: Schema.optionalKey(Schema.NullOr(moment)),
  expected_datetime: Schema.optionalKey(Schema.NullOr(moment)),
  address: optional,
  address_id: optional
})
export type ServiceRequest = typeof ServiceRequest.Type

/** What the wire needs besides cases: the flows there are, how units are called, and the language of all labels. */
export interface Setting {
  readonly flows: ReadonlyArray<Flow>
  readonly nameOf: (unit: Identifier.UnitId) => string | undefined
  readonly language?: Text.Language
}

const labelOf = ({ language = "zh" }: Setting, names: Text.Text): string => Text.read(names, language)
const iso = (at: Instant.Instant): string => new Date(at).toISOString()

/** The code of a sort of matter on the wire. Shape: no code of a city has a colon, so the two parts can be told apart. */
export const serviceCode = (flow: Pick<Flow, "id">, sort: Pick<Category, "id">): string => `${flow.id}:${sort.id}`

/** The flow and sort of matter that a code of the wire names; `undefined` for a code nobody knows. */
export const findService = (
  { flows }: Pick<Setting, "flows">,
  code: string
): { readonly flow: Flow; readonly category: Category } | undefined => {
  const [id, sort = ""] = code.split(":")
  // The latest version of a flow is the one new matters go by.
  const flow = flows.filter((one) => one.id === id).sort((a, b) => b.version - a.version)[0]
  const found = flow && category(flow, sort)
  return flow && found && { flow, category: found }
}

/**
 * The sorts of matter that may be raised, those that are private left out.
 *
 * ```ts
 * const [first] = Open311.services({ flows: [FlowPresets.councilChamber], nameOf: () => undefined })
 * first?.service_code // => "councilChamber:partyMass"
 * ```
 */
export const services = (setting: Setting): ReadonlyArray<Service> =>
  setting.flows.flatMap((flow) =>
    flow.categories
      .filter((sort) => sort.private !== true && findService(setting, serviceCode(flow, sort))?.flow === flow)
      .map((sort) => ({
        service_code: serviceCode(flow, sort),
        service_name: labelOf(setting, sort.names),
        metadata: false,
        type: "realtime",
        group: labelOf(setting, flow.names)
      }))
  )

const notesOf = (setting: Setting, flow: Flow | undefined, known: CaseKnown): string => {
  const { standing, stage } = known
  const reached = flow?.stages.find(({ id }) => id === stage)
  const where = reached === undefined ? stage : labelOf(setting, reached.names)
  const reason = closure(known)?.reason
  const why = flow?.closings.find(({ id }) => id === reason)
  const given = why === undefined ? reason : labelOf(setting, why.names)
  return [where, ...(standing === "open" || standing === "closed" ? [] : [standing]), ...(given ? [given] : [])].join(
    " · "
  )
}

/**
 * A case as a city hotline reads it; `undefined` for a private one, which does not leave the city.
 *
 * Shape: the wire knows only open and closed; where a case stands and why it was closed is told in `status_notes`. What is
 * rejected or merged is closed. Nobody who raised it is named. Source: R5-22.
 */
export const serviceRequest = (setting: Setting, known: CaseKnown): ServiceRequest | undefined => {
  if (known.private) return undefined
  const { raised, handler, due, last } = known
  const flow = setting.flows.find(({ id, version }) => id === raised.flow && version === raised.version)
  const sort = known.category === undefined || flow === undefined ? undefined : category(flow, known.category)
  if (sort?.private === true) return undefined
  const agency = handler && (setting.nameOf(handler) ?? handler)
  const address = setting.nameOf(raised.place)
  const expected = isOpen(known) ? due?.whole?.by : undefined
  return {
    service_request_id: raised.case,
    status: isOpen(known) ? "open" : "closed",
    status_notes: notesOf(setting, flow, known),
    service_code: `${raised.flow}:${known.category ?? ""}`,
    ...(sort && { service_name: labelOf(setting, sort.names) }),
    description: [raised.title, ...(raised.text === undefined ? [] : [raised.text])].join("\n").slice(0, 4000),
    ...(agency !== undefined && { agency_responsible: agency }),
    requested_datetime: iso(raised.at),
    updated_datetime: iso(last),
    ...(expected !== undefined && { expected_datetime: iso(expected) }),
    ...(address !== undefined && { address }),
    address_id: raised.place
  }
}

/** What is asked for: certain requests by id, or those raised in a span of time. Shape: `from` and `to` inclusive. */
export interface Query {
  readonly ids?: ReadonlyArray<string>
  readonly services?: ReadonlyArray<string>
  readonly status?: ServiceRequest["status"]
  readonly from?: Instant.Instant
  readonly to?: Instant.Instant
}

const millisPerDay = 86_400_000
const longestDays = 90
const most = 1000

/**
 * The requests a hotline asks for, the latest raised first.
 *
 * Shape: without ids at most 90 days, those up to `to` (or `now`) where no `from` is given, and never more than 1000; ids
 * outrank everything else, as the standard has it. Cost: one pass over the cases, sorting what fits.
 */
export const serviceRequests = (
  setting: Setting,
  cases: Iterable<CaseKnown>,
  query: Query,
  now: Instant.Instant
): ReadonlyArray<ServiceRequest> => {
  const ids = query.ids && new Set<string>(query.ids)
  const to = query.to ?? (query.from === undefined ? now : query.from + longestDays * millisPerDay)
  const from = Math.max(query.from ?? 0, to - longestDays * millisPerDay)
  const found: Array<{ readonly at: Instant.Instant; readonly request: ServiceRequest }> = []
  for (const known of cases) {
    const { case: id, at } = known.raised
    if (ids === undefined ? at < from || at > to : !ids.has(id)) continue
    const request = serviceRequest(setting, known)
    if (request === undefined) continue
    const fits =
      ids !== undefined ||
      ((query.status === undefined || request.status === query.status) &&
        (query.services === undefined || query.services.includes(request.service_code)))
    if (fits) found.push({ at, request })
  }
  return found
    .sort((a, b) => b.at - a.at || (a.request.service_request_id < b.request.service_request_id ? -1 : 1))
    .slice(0, most)
    .map(({ request }) => request)
}
