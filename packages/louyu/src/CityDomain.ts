import { Identifier } from "@louyu/kernel"
import {
  Organisation,
  Command as OrganisationCommand,
  type OrganisationError,
  Event as OrganisationEvent,
  State as OrganisationState,
  View
} from "@louyu/organisation"
import { Profile } from "@louyu/profiles"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import {
  ProfileAltered,
  ProfileForeign,
  ProfileMissing,
  ProfileOutdated,
  type ProfileRefusal,
  ProfileUnsound
} from "./CityError.ts"
import * as Domain from "./Domain.ts"
import { perObject } from "./perObject.ts"

/** Lets the city live by a profile, or by a newer version of its own, from the next command on. */
export const AdoptProfile = Schema.TaggedStruct("AdoptProfile", { profile: Profile.Profile })

/** The city lives by a profile. Recorded where the organisation is, since it says which of its commands are allowed. */
export const ProfileAdopted = Schema.TaggedStruct("ProfileAdopted", { profile: Profile.Profile })

/** What a city can be asked to do. */
export const Command = { cases: { ...OrganisationCommand.Command.cases, AdoptProfile } }
export type Command = OrganisationCommand.Command | typeof AdoptProfile.Type

/** What a city records. */
export const Event = { cases: { ...OrganisationEvent.Event.cases, ProfileAdopted } }
export type Event = OrganisationEvent.Event | typeof ProfileAdopted.Type

/** Why a city refuses. */
export type Failure = OrganisationError.OrganisationError | ProfileRefusal

/** The organisation and the profile it adopted. */
export interface State {
  readonly adopted: Profile.Profile | undefined
  readonly organisation: OrganisationState.State
}

/** What a city shows on a date: the profile it adopted, the one it lives by, and the organisation under that. */
export interface Sight {
  readonly adopted: Profile.Profile | undefined
  readonly profile: Profile.Profile | undefined
  readonly organisation: View.View | undefined
}

/** The stream of the organisation: its rules span the whole of it, so it is one. */
export const stream = Identifier.StreamId.make("organisation")

const sound = (profile: Profile.Profile): Result.Result<Profile.Profile, ProfileUnsound> => {
  const problems = Profile.validate(profile)
  return problems.length === 0
    ? Result.succeed(profile)
    : Result.fail(new ProfileUnsound({ profile: profile.id, problems }))
}

/**
 * Tells whether a city that adopted one profile may live by another, and whether that is news.
 *
 * Fails: `ProfileUnsound`; `ProfileForeign` when it is not a version of the same profile; `ProfileOutdated` when it is an
 * older one; `ProfileAltered` when it is the same version with other contents.
 */
export const compare = (
  adopted: Profile.Profile | undefined,
  profile: Profile.Profile
): Result.Result<"same" | "newer", ProfileRefusal> => {
  if (adopted === profile) return Result.succeed("same")
  const { id, version } = profile
  if (adopted !== undefined) {
    if (adopted.id !== id) return Result.fail(new ProfileForeign({ profile: id, adopted: adopted.id }))
    if (adopted.version > version) {
      return Result.fail(new ProfileOutdated({ profile: id, version, adopted: adopted.version }))
    }
    if (adopted.version === version) {
      return Equal.equals(adopted, profile)
        ? Result.succeed("same")
        : Result.fail(new ProfileAltered({ profile: id, version }))
    }
  }
  return Result.map(sound(profile), () => "newer")
}

// Comparing profiles is dear and commands are many: the last answer is kept.
const remember = () => {
  let last:
    | { adopted: Profile.Profile | undefined; profile: Profile.Profile; answer: ReturnType<typeof compare> }
    | undefined
  return (adopted: Profile.Profile | undefined, profile: Profile.Profile) => {
    if (last?.adopted !== adopted || last?.profile !== profile) {
      last = { adopted, profile, answer: compare(adopted, profile) }
    }
    return last.answer
  }
}

const deciderOf = perObject(Organisation.decider)

/** The profile a city lives by: the one it was opened with, unless it adopted a newer one since. */
export const inForce = (
  adopted: Profile.Profile | undefined,
  given: Profile.Profile | undefined
): Profile.Profile | undefined =>
  given === undefined || (adopted !== undefined && adopted.version > given.version) ? adopted : given

type Decision = Result.Result<ReadonlyArray<Event>, Failure>

/**
 * Decides for a city opened with a profile, or with none when it adopted one earlier.
 *
 * Before the first facts that come of a profile the city has not adopted, its adoption is recorded: the log always tells
 * by which rules something was accepted.
 */
export const decider = (tenant: string, given: Profile.Profile | undefined) => {
  const compared = remember()

  const decide = (state: State, command: Command): Decision => {
    const profile = command._tag === "AdoptProfile" ? command.profile : (given ?? state.adopted)
    if (profile === undefined) return Result.fail(new ProfileMissing({ tenant }))
    const verdict = compared(state.adopted, profile)
    if (Result.isFailure(verdict)) return Result.fail(verdict.failure)
    const adoption: ReadonlyArray<Event> = verdict.success === "newer" ? [{ _tag: "ProfileAdopted", profile }] : []
    if (command._tag === "AdoptProfile") return Result.succeed(adoption)
    const facts = deciderOf(profile.structure).decide(state.organisation, command)
    return Result.map(facts, (events) => (events.length === 0 ? events : [...adoption, ...events]))
  }

  const evolve = (state: State, event: Event): State =>
    event._tag === "ProfileAdopted"
      ? { ...state, adopted: event.profile }
      : { ...state, organisation: Organisation.evolve(state.organisation, event) }

  const initial: State = { adopted: undefined, organisation: OrganisationState.initial }
  return { initial, decide, evolve }
}

/** The organisation of a city as a domain of its ledger. */
export const make = (
  tenant: string,
  given: Profile.Profile | undefined
): Domain.Domain<Command, Event, Failure, Sight> =>
  Domain.define({
    name: "organisation",
    command: Command,
    event: Event,
    schemaVersion: OrganisationEvent.schemaVersion,
    decider: decider(tenant, given),
    stream: () => stream,
    facts: () => undefined,
    view: (streams, on) => {
      const { adopted, organisation } = streams.get(stream)
      const profile = inForce(adopted, given)
      return {
        adopted,
        profile,
        organisation: profile === undefined ? undefined : View.of(profile.structure, organisation, on)
      }
    }
  })
