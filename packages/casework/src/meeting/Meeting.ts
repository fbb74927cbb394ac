import { CivilDate } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type * as Command from "../BodyCommand.ts"
import { BodyActionNotAllowed, BodyOutOfOrder, MeetingNotAssigned, QuorumMissing } from "../BodyError.ts"
import * as State from "../BodyState.ts"
import * as Rule from "./Rule.ts"

const planned = (
  body: State.Body,
  { meeting, date, on }: Pick<typeof Command.ScheduleMeeting.Type, "meeting" | "date" | "on">
): Rule.Checked =>
  Rule.all(Rule.free(State.meeting(body, meeting), "meeting", meeting), Rule.inOrder("meeting", meeting, date, on))

const begun =
  ({ meeting, date }: State.Meeting, on: CivilDate.CivilDate) =>
  (): Rule.Checked =>
    Rule.demand(on >= date, () => new BodyOutOfOrder({ sort: "meeting", id: meeting, on, last: date }))

const onAgenda =
  ({ meeting, items }: State.Meeting, item: State.Item, action: "DecideItem") =>
  (): Rule.Checked =>
    Rule.demand(
      items.includes(item.item),
      () =>
        new BodyActionNotAllowed({
          sort: "item",
          id: item.item,
          standing: `not on the agenda of ${meeting}`,
          action,
          allowed: ["CarryItemOver"]
        })
    )

const undispatched = (body: State.Body, { meeting }: State.Meeting): ReadonlyArray<string> =>
  [...HashMap.values(body.items)]
    .filter(
      ({ standing, decisions, tasks, insufficient }) =>
        standing === "agreed" && decisions.at(-1)?.meeting === meeting && tasks.length <= insufficient
    )
    .map(({ item }) => item)
    .toSorted()

export const checks: Rule.Checks<
  | "ScheduleMeeting"
  | "CallMeeting"
  | "PutOnAgenda"
  | "CarryItemOver"
  | "RecordAttendance"
  | "MakeProposal"
  | "DecideItem"
  | "AdjournMeeting"
> = {
  ScheduleMeeting: (_facts, body, command) => planned(body, command),
  CallMeeting: (_facts, body, command) =>
    Rule.all(
      () => planned(body, command),
      Rule.seated(body, command.on, command.by),
      Rule.impersonal(command.meeting, command.matter)
    ),
  PutOnAgenda: (_facts, body, { meeting, item, subject, by, on }) =>
    Rule.all(
      () => Result.map(Rule.meetingFor(body, meeting, "PutOnAgenda"), () => undefined),
      Rule.free(State.item(body, item), "item", item),
      Rule.seated(body, on, by),
      Rule.impersonal(item, "title" in subject ? subject.title : undefined)
    ),
  CarryItemOver: (_facts, body, { meeting: id, item: itemId, on }) =>
    Result.flatMap(Rule.meetingFor(body, id, "CarryItemOver"), (meeting) =>
      Result.flatMap(Rule.itemFor(body, itemId, "CarryItemOver", on), ({ item }) =>
        Rule.free(meeting.items.includes(item) ? item : undefined, "item", item)()
      )
    ),
  RecordAttendance: (_facts, body, { meeting: id, units, on }) =>
    Result.flatMap(Rule.meetingFor(body, id, "RecordAttendance"), (meeting) =>
      Rule.all(begun(meeting, on), Rule.seated(body, meeting.date, ...units))
    ),
  MakeProposal: (_facts, body, { item: id, proposal, by, text, contributions, on }) =>
    Result.flatMap(Rule.itemFor(body, id, "MakeProposal", on), ({ proposals }) =>
      Rule.all(
        Rule.free(
          proposals.find((one) => one.proposal === proposal),
          "proposal",
          proposal
        ),
        Rule.seated(body, on, by, ...contributions.map((one) => one.by)),
        Rule.impersonal(proposal, text)
      )
    ),
  DecideItem: (_facts, body, { meeting: id, item: itemId, proposal, on }) =>
    Result.flatMap(Rule.meetingFor(body, id, "DecideItem"), (meeting) =>
      Result.flatMap(Rule.itemFor(body, itemId, "DecideItem", on), (item) => {
        const { present, needed, reached } = State.quorum(body, meeting)
        return Rule.all(
          onAgenda(meeting, item, "DecideItem"),
          begun(meeting, on),
          () => Rule.demand(reached, () => new QuorumMissing({ meeting: id, present, needed })),
          () =>
            proposal === undefined
              ? Rule.fine
              : Result.map(
                  Rule.known(
                    item.proposals.find((one) => one.proposal === proposal),
                    "proposal",
                    proposal
                  ),
                  () => undefined
                )
        )
      })
    ),
  AdjournMeeting: (_facts, body, { meeting: id, on }) =>
    Result.flatMap(Rule.meetingFor(body, id, "AdjournMeeting"), (meeting) => {
      const items = body.founded.kind.assigns ? undispatched(body, meeting) : []
      return Rule.all(begun(meeting, on), () =>
        Rule.demand(items.length === 0, () => new MeetingNotAssigned({ meeting: id, items }))
      )
    })
}

const agreed = { agreed: "agreed", rejected: "rejected", deferred: "open" } as const

const opened = (
  body: State.Body,
  sort: State.Meeting["sort"],
  { meeting, date }: Pick<typeof Command.ScheduleMeeting.Type, "meeting" | "date">,
  called: State.Meeting["called"]
): State.Body => ({
  ...body,
  meetings: HashMap.set(body.meetings, meeting, {
    meeting,
    sort,
    date,
    called,
    items: [],
    present: [],
    adjourned: undefined
  })
})

export const effects: Rule.Effects<
  | "MeetingScheduled"
  | "MeetingCalled"
  | "ItemPutOnAgenda"
  | "ItemCarriedOver"
  | "AttendanceRecorded"
  | "ProposalMade"
  | "ItemDecided"
  | "MeetingAdjourned"
> = {
  MeetingScheduled: (body, event) => opened(body, "regular", event, undefined),
  MeetingCalled: (body, event) => opened(body, "extraordinary", event, { by: event.by, matter: event.matter }),
  ItemPutOnAgenda: (body, { meeting, item, subject, by, on }) => {
    const listed = Rule.changeMeeting(body, meeting, (one) => ({ ...one, items: [...one.items, item] }))
    const raised: State.Item = {
      item,
      subject,
      by,
      raised: on,
      meetings: [meeting],
      proposals: [],
      decisions: [],
      tasks: [],
      insufficient: 0,
      followUps: [],
      closings: [],
      observations: [],
      standing: "open",
      last: on
    }
    return { ...listed, items: HashMap.set(listed.items, item, raised) }
  },
  ItemCarriedOver: (body, { meeting, item, on }) =>
    Rule.changeItem(
      Rule.changeMeeting(body, meeting, (one) => ({ ...one, items: [...one.items, item] })),
      item,
      on,
      (one) => ({ ...one, meetings: [...one.meetings, meeting] })
    ),
  AttendanceRecorded: (body, { meeting, units }) => {
    const date = State.meeting(body, meeting)?.date
    const lastHeld = date === undefined || body.lastHeld === undefined ? date : CivilDate.max(body.lastHeld, date)
    return {
      ...Rule.changeMeeting(body, meeting, (one) => ({
        ...one,
        present: [...new Set([...one.present, ...units])].toSorted()
      })),
      lastHeld
    }
  },
  ProposalMade: (body, { item, proposal, by, text, contributions, on }) =>
    Rule.changeItem(body, item, on, (one) => ({
      ...one,
      proposals: [...one.proposals, { proposal, by, text, contributions, on }]
    })),
  ItemDecided: (body, { meeting, item, outcome, proposal, on }) =>
    Rule.changeItem(body, item, on, (one) => ({
      ...one,
      decisions: [...one.decisions, { meeting, outcome, proposal, on }],
      standing: agreed[outcome]
    })),
  MeetingAdjourned: (body, { meeting, on }) => Rule.changeMeeting(body, meeting, (one) => ({ ...one, adjourned: on }))
}
