import { Identifier } from "@louyu/kernel"
import type { Profile } from "@louyu/profiles"
import {
  Activities,
  type Activity,
  ActivityCommand,
  ActivityEvent,
  type AnnualList,
  AnnualListCommand,
  AnnualListEvent,
  AnnualLists,
  Benefit,
  type ChildcareClass,
  ChildcareClasses,
  ClassCommand,
  ClassEvent,
  type CoManagement,
  CoManagementCommand,
  CoManagementEvent,
  CoManagements,
  type Pact,
  PactCommand,
  PactEvent,
  Pacts,
  type Pairing,
  PairingCommand,
  PairingEvent,
  Pairings,
  Programme,
  ProgrammeCommand,
  ProgrammeEvent,
  Programmes,
  type ProgrammesError,
  Series,
  SeriesCommand,
  SeriesDesk,
  SeriesEvent,
  Volunteering,
  VolunteeringCommand,
  VolunteeringEvent,
  Volunteers,
  type Wish,
  WishCommand,
  WishEvent,
  Wishes,
  type WorkLine,
  WorkLineCommand,
  WorkLineEvent,
  WorkLines
} from "@louyu/programmes"
import type * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import type { Scope } from "./Shelf.ts"
import * as SingleStream from "./SingleStream.ts"

type Organisation = Existence.Organisation
type Failure = ProgrammesError.ProgrammesError

const streamOf = Identifier.StreamId.make

/** How the benefit of practical projects is scored in a city. */
export const benefit = (profile: Profile.Profile | undefined): Benefit.Scheme => profile?.benefit ?? Benefit.common

/** Programmes with their service projects. */
export const programmes = (
  city: Organisation
): Domain.Domain<ProgrammeCommand.Command, ProgrammeEvent.Event, Failure, Programme.State> =>
  SingleStream.define({
    stream: streamOf("programmes"),
    command: ProgrammeCommand.Command,
    event: ProgrammeEvent.Event,
    schemaVersion: ProgrammeEvent.schemaVersion,
    decider: Programmes.decider,
    facts: (scope) => Existence.of(city, scope)
  })

/** What decides about series and activities besides themselves: the programmes they belong to. */
const ofProgrammes = (
  city: Organisation,
  programmes: Domain.Visible<Programme.State>,
  scope: Scope
): SeriesDesk.Facts => {
  const { exists } = Existence.of(city, scope)
  return {
    exists,
    hasProject: (id, project, on) => Programme.hasProject(programmes.view(scope, on), id, project, on)
  }
}

/** Series of activities that come again. */
export const series = (
  city: Organisation,
  running: Domain.Visible<Programme.State>
): Domain.Domain<SeriesCommand.Command, SeriesEvent.Event, Failure, Series.State> =>
  SingleStream.define({
    stream: streamOf("series"),
    command: SeriesCommand.Command,
    event: SeriesEvent.Event,
    schemaVersion: SeriesEvent.schemaVersion,
    decider: SeriesDesk.decider,
    restsOn: [streamOf("programmes")],
    facts: (scope) => ofProgrammes(city, running, scope)
  })

/** Activities with those who register and come. */
export const activities = (
  city: Organisation,
  running: Domain.Visible<Programme.State>,
  recurring: Domain.Visible<Series.State>
): Domain.Domain<ActivityCommand.Command, ActivityEvent.Event, Failure, Activity.State> =>
  SingleStream.define({
    stream: streamOf("activities"),
    command: ActivityCommand.Command,
    event: ActivityEvent.Event,
    schemaVersion: ActivityEvent.schemaVersion,
    decider: Activities.decider,
    restsOn: [streamOf("programmes"), streamOf("series")],
    facts: (scope): Activities.Facts => ({
      ...ofProgrammes(city, running, scope),
      hasSeries: (id, on) => Series.isRunning(recurring.view(scope, on), id, on)
    })
  })

/** Lines of work as a structure. */
export const workLines = (): Domain.Domain<WorkLineCommand.Command, WorkLineEvent.Event, Failure, WorkLine.State> =>
  SingleStream.define({
    stream: streamOf("work-lines"),
    command: WorkLineCommand.Command,
    event: WorkLineEvent.Event,
    schemaVersion: WorkLineEvent.schemaVersion,
    decider: WorkLines.decider,
    facts: () => undefined
  })

/** Practical projects on annual lists. */
export const annualLists = (
  city: Organisation
): Domain.Domain<AnnualListCommand.Command, AnnualListEvent.Event, Failure, AnnualList.State> =>
  SingleStream.define({
    stream: streamOf("annual-lists"),
    command: AnnualListCommand.Command,
    event: AnnualListEvent.Event,
    schemaVersion: AnnualListEvent.schemaVersion,
    decider: AnnualLists.decider,
    facts: (scope): AnnualLists.Facts => {
      const { exists, profile } = Existence.of(city, scope)
      return { exists, benefit: benefit(profile) }
    }
  })

/** Volunteer teams and their hours. */
export const volunteers = (
  city: Organisation
): Domain.Domain<VolunteeringCommand.Command, VolunteeringEvent.Event, Failure, Volunteering.State> =>
  SingleStream.define({
    stream: streamOf("volunteers"),
    command: VolunteeringCommand.Command,
    event: VolunteeringEvent.Event,
    schemaVersion: VolunteeringEvent.schemaVersion,
    decider: Volunteers.decider,
    facts: (scope) => Existence.of(city, scope)
  })

/** Micro-wishes. */
export const wishes = (
  city: Organisation,
  teams: Domain.Visible<Volunteering.State>
): Domain.Domain<WishCommand.Command, WishEvent.Event, Failure, Wish.State> =>
  SingleStream.define({
    stream: streamOf("wishes"),
    command: WishCommand.Command,
    event: WishEvent.Event,
    schemaVersion: WishEvent.schemaVersion,
    decider: Wishes.decider,
    restsOn: [streamOf("volunteers")],
    facts: (scope): Wishes.Facts => ({
      exists: Existence.of(city, scope).exists,
      hasTeam: (place, team, on) => Volunteering.hasTeam(teams.view(scope, on), place, team, on),
      isInTeam: (place, team, person, on) => Volunteering.isInTeam(teams.view(scope, on), place, team, person, on)
    })
  })

/** Pacts and who signed which version. */
export const pacts = (city: Organisation): Domain.Domain<PactCommand.Command, PactEvent.Event, Failure, Pact.State> =>
  SingleStream.define({
    stream: streamOf("pacts"),
    command: PactCommand.Command,
    event: PactEvent.Event,
    schemaVersion: PactEvent.schemaVersion,
    decider: Pacts.decider,
    facts: (scope) => Existence.of(city, scope)
  })

/** Pairings of parties, with what they promised each other. */
export const pairings = (
  city: Organisation
): Domain.Domain<PairingCommand.Command, PairingEvent.Event, Failure, Pairing.State> =>
  SingleStream.define({
    stream: streamOf("pairings"),
    command: PairingCommand.Command,
    event: PairingEvent.Event,
    schemaVersion: PairingEvent.schemaVersion,
    decider: Pairings.decider,
    facts: (scope) => Existence.of(city, scope)
  })

/** Co-management pacts. */
export const coManagements = (
  city: Organisation
): Domain.Domain<CoManagementCommand.Command, CoManagementEvent.Event, Failure, CoManagement.State> =>
  SingleStream.define({
    stream: streamOf("co-managements"),
    command: CoManagementCommand.Command,
    event: CoManagementEvent.Event,
    schemaVersion: CoManagementEvent.schemaVersion,
    decider: CoManagements.decider,
    facts: (scope) => Existence.of(city, scope)
  })

/** Childcare classes. */
export const classes = (
  city: Organisation
): Domain.Domain<ClassCommand.Command, ClassEvent.Event, Failure, ChildcareClass.State> =>
  SingleStream.define({
    stream: streamOf("classes"),
    command: ClassCommand.Command,
    event: ClassEvent.Event,
    schemaVersion: ClassEvent.schemaVersion,
    decider: ChildcareClasses.decider,
    facts: (scope) => Existence.of(city, scope)
  })

/** Everything people do together, as domains of one city. */
export const all = (city: Organisation) => {
  const running = programmes(city)
  const recurring = series(city, running)
  const teams = volunteers(city)
  return {
    programmes: running,
    series: recurring,
    activities: activities(city, running, recurring),
    workLines: workLines(),
    annualLists: annualLists(city),
    volunteers: teams,
    wishes: wishes(city, teams),
    pacts: pacts(city),
    pairings: pairings(city),
    coManagements: coManagements(city),
    classes: classes(city)
  }
}
export type All = ReturnType<typeof all>
