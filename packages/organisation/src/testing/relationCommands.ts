import * as fc from "fast-check"
import {
  alliance,
  counts,
  date,
  few,
  formation,
  identifier,
  kind,
  name,
  of,
  often,
  party,
  person,
  purpose,
  record,
  span,
  tag,
  type Weighted
} from "./pools.ts"
import { spec } from "./unitCommands.ts"

/** Commands about who belongs where, and about branches. */
export const memberCommands: ReadonlyArray<Weighted> = [
  often(
    6,
    fc
      .tuple(
        record({ _tag: tag("JoinBody"), body: of("functional"), member: party }, { origin: fc.constant("物业") }),
        span
      )
      .map(([given, days]) => ({ ...given, ...days }))
  ),
  often(4, fc.record({ _tag: tag("LeaveBody"), body: of("functional"), member: party, on: date })),
  often(
    9,
    fc.record({
      _tag: tag("AffiliateMember"),
      person,
      branch: of("branch"),
      standing: fc.constantFrom("full", "full", "probationary"),
      from: date
    })
  ),
  often(4, fc.record({ _tag: tag("EndMembership"), person, on: date })),
  often(
    6,
    fc
      .tuple(tag("SetMemberCounts"), of("branch", "enterprise", "functional"), counts, date)
      .map(([_tag, unit, given, from]) => ({ _tag, unit, ...given, from }))
  ),
  often(
    6,
    fc
      .tuple(tag("FormBranch"), spec(), kind("branch"), formation, few(of("enterprise")), counts, date)
      .map(([_tag, { within, ...described }, branch, formed, enterprises, memberCounts, from]) => ({
        _tag,
        ...described,
        kind: branch,
        formation: formed,
        enterprises,
        memberCounts,
        from
      }))
  ),
  often(
    6,
    fc.record({
      _tag: tag("ReorganiseBranch"),
      branch: of("branch"),
      formation,
      enterprises: few(of("enterprise")),
      from: date
    })
  )
]

/** Commands about alliances and guidance. */
export const allianceCommands: ReadonlyArray<Weighted> = [
  often(
    4,
    fc
      .tuple(
        record(
          {
            _tag: tag("FormAlliance"),
            alliance,
            sort: fc.constant("六方联建"),
            name,
            lead: of("allied"),
            members: few(of("allied")),
            isAmong: fc.boolean()
          },
          { declaredSize: fc.constant(6) }
        ),
        span
      )
      .map(([{ isAmong, ...given }, days]) => ({
        ...given,
        members: isAmong ? ([given.lead, ...given.members] as const) : given.members,
        ...days
      }))
  ),
  often(
    5,
    fc
      .tuple(fc.record({ _tag: tag("JoinAlliance"), alliance, unit: of("allied") }), span)
      .map(([given, days]) => ({ ...given, ...days }))
  ),
  often(4, fc.record({ _tag: tag("LeaveAlliance"), alliance, unit: of("allied"), on: date })),
  often(5, fc.record({ _tag: tag("LeadAlliance"), alliance, unit: of("allied"), from: date })),
  often(1, fc.record({ _tag: tag("EndAlliance"), alliance, on: date })),
  often(
    6,
    fc
      .tuple(fc.record({ _tag: tag("BeginGuidance"), guide: party, unit: of("branch", "enterprise"), purpose }), span)
      .map(([given, days]) => ({ ...given, ...days }))
  ),
  often(4, fc.record({ _tag: tag("EndGuidance"), guide: party, unit: of("branch", "enterprise"), purpose, on: date }))
]

/** Commands about micro-grids, chat groups, identifiers, terms and activities. */
export const recordCommands: ReadonlyArray<Weighted> = [
  often(
    14,
    fc.record({
      _tag: tag("AssignToGrid"),
      grid: of("grid"),
      places: few(of("room", "inside", "building")),
      from: date
    })
  ),
  often(
    5,
    fc.record({
      _tag: tag("BindChatGroup"),
      unit: of("grid"),
      channel: fc.constant("wechat"),
      group: fc.constantFrom("g1", "g2"),
      from: date
    })
  ),
  often(4, fc.record({ _tag: tag("UnbindChatGroup"), unit: of("grid"), on: date })),
  often(
    5,
    fc
      .tuple(tag("AttachIdentifier"), of("enterprise"), identifier, date)
      .map(([_tag, unit, given, from]) => ({ _tag, unit, ...given, from }))
  ),
  often(
    4,
    fc
      .tuple(tag("DetachIdentifier"), of("enterprise"), identifier, date)
      .map(([_tag, unit, given, on]) => ({ _tag, unit, ...given, on }))
  ),
  often(
    3,
    fc
      .tuple(tag("StartTerm"), of("committee", "branch"), date, date)
      .map(([_tag, unit, from, to]) => ({ _tag, unit, from, to }))
  ),
  often(2, fc.record({ _tag: tag("ReportActivity"), unit: of("branch"), on: date, activity: fc.constant("主题党日") }))
]
