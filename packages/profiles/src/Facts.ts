import { BodyEvent, Event as CaseEvent, WhistleEvent } from "@louyu/casework"
import { EnterpriseEvent, PublicationCommand, TaxEvent, TenancyEvent } from "@louyu/economy"
import { Event as MatchingEvent, PartnerEvent } from "@louyu/matching"
import { Event as OrganisationEvent } from "@louyu/organisation"
import {
  ActivityEvent,
  AnnualListEvent,
  ClassEvent,
  CoManagementEvent,
  PactEvent,
  PairingEvent,
  ProgrammeEvent,
  SeriesEvent,
  VolunteeringEvent,
  WishEvent,
  WorkLineEvent
} from "@louyu/programmes"
import { Event as RecruitmentEvent, StayEvent } from "@louyu/recruitment"
import { Event as RolesEvent, VisitEvent } from "@louyu/roles"
import { FacilityEvent, PointEvent, RoomEvent, RosterEvent, StationEvent, StationingEvent } from "@louyu/stations"
import type * as Schema from "effect/Schema"
import * as SchemaAST from "effect/SchemaAST"

const shapes: ReadonlyMap<string, SchemaAST.AST> = new Map(
  [
    OrganisationEvent.Event,
    RolesEvent.Event,
    VisitEvent.VisitEvent,
    MatchingEvent.Event,
    PartnerEvent.PartnerEvent,
    RecruitmentEvent.Event,
    StayEvent.StayEvent,
    EnterpriseEvent.EnterpriseEvent,
    TaxEvent.TaxEvent,
    TenancyEvent.TenancyEvent,
    PublicationCommand.PublicationEvent,
    CaseEvent.Event,
    BodyEvent.Event,
    WhistleEvent.Event,
    StationEvent.Event,
    StationingEvent.Event,
    RoomEvent.Event,
    PointEvent.Event,
    FacilityEvent.Event,
    RosterEvent.Event,
    ProgrammeEvent.Event,
    SeriesEvent.Event,
    ActivityEvent.Event,
    AnnualListEvent.Event,
    WishEvent.Event,
    PactEvent.Event,
    PairingEvent.Event,
    CoManagementEvent.Event,
    ClassEvent.Event,
    WorkLineEvent.Event,
    VolunteeringEvent.Event
  ].flatMap(({ cases }) =>
    Object.entries<Schema.Top>(cases).map(([tag, { ast }]) => [tag, SchemaAST.toType(ast)] as const)
  )
)

// What a city records of itself, besides what its domains do; their fields are known where they are recorded.
const ofTheCity: ReadonlySet<string> = new Set(["ProfileAdopted", "RecordRead"])

/** Tells whether facts of a type are ever recorded. */
export const isKnown = (type: string): boolean => shapes.has(type) || ofTheCity.has(type)

const firstWord = (type: string): string => /^[A-Z][a-z]*/u.exec(type)?.[0] ?? type

/** The types of facts that begin with the same word as another. */
export const similar = (type: string): ReadonlyArray<string> =>
  [...shapes.keys()].filter((one) => firstWord(one) === firstWord(type))

const inside = (ast: SchemaAST.AST, name: string): ReadonlyArray<SchemaAST.AST> => {
  if (SchemaAST.isUnion(ast)) return ast.types.flatMap((one) => inside(one, name))
  if (SchemaAST.isSuspend(ast)) return inside(ast.thunk(), name)
  if (SchemaAST.isArrays(ast)) return /^\d+$/u.test(name) ? [...ast.elements, ...ast.rest] : []
  if (!SchemaAST.isObjects(ast)) return []
  const own = ast.propertySignatures.flatMap((field) => (field.name === name ? [field.type] : []))
  return [...own, ...ast.indexSignatures.map(({ type }) => type)]
}

/** Tells whether a fact of a type can have something at a path of fields, for example `post.unit` or `intent.buildings.0`. */
export const has = (type: string, path: string): boolean => {
  const shape = shapes.get(type)
  if (shape === undefined) return ofTheCity.has(type)
  const found = path
    .split(".")
    .reduce<ReadonlyArray<SchemaAST.AST>>((all, name) => all.flatMap((ast) => inside(ast, name)), [shape])
  return found.length > 0
}

/** The fields facts of a type can have, those within fields left out. */
export const fields = (type: string): ReadonlyArray<string> => {
  const shape = shapes.get(type)
  return shape !== undefined && SchemaAST.isObjects(shape)
    ? shape.propertySignatures.map(({ name }) => String(name)).filter((name) => name !== "_tag")
    : []
}
