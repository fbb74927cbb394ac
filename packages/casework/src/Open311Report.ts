import type { Identifier, Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { CaseId, Party } from "./Case.ts"
import type { RaiseCase } from "./Command.ts"
import * as Open311 from "./Open311.ts"
import {
  DescriptionMissing,
  DescriptionTooLong,
  type Open311Error,
  PlaceUnknown,
  ServiceUnknown
} from "./Open311Error.ts"

const field = Schema.optionalKey(Schema.String)

/**
 * A report as a hotline posts it, its form fields as text.
 *
 * Shape: a place by `address_id` (a unit of the city), `address_string`, or `lat` and `long` (WGS84). Source: GeoReport v2,
 * POST requests.
 */
export const Post = Schema.Struct({
  service_code: Schema.String,
  description: field,
  address_id: field,
  address_string: field,
  lat: field,
  long: field,
  email: field,
  first_name: field,
  last_name: field,
  phone: field,
  device_id: field,
  account_id: field
})
export type Post = typeof Post.Type

/** Where a report says it is. */
export interface Location {
  readonly address: string | undefined
  readonly coordinates: { readonly lat: number; readonly long: number } | undefined
}

/** Who reports, as the hotline has it: personal data, for the vault and for nothing else. */
export interface Contact {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** What turns a report into a case besides its text. */
export interface Reception extends Pick<Open311.Setting, "flows"> {
  readonly case: CaseId
  readonly by: Party
  readonly channel: string
  readonly at: Instant.Instant
  /** Tells whether a unit is a place of the city. */
  readonly exists: (id: string) => id is Identifier.UnitId
  /** Finds the place an address or a point lies in, where the city can. */
  readonly locate?: (where: Location) => Identifier.UnitId | undefined
}

const longestTitle = 60
const longest = 2000

const titleOf = (text: string): string => {
  const [line = text] = text.split(/[\r\n。！？!?]/u, 1)
  return [...(line.trim() || text)].slice(0, longestTitle).join("")
}

const number = (text: string | undefined, limit: number): number | undefined => {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text)
  return Math.abs(value) <= limit ? value : undefined
}

const placeOf = (post: Post, { exists, locate }: Reception): Identifier.UnitId | undefined => {
  const { address_id: id, address_string: address } = post
  if (id !== undefined && exists(id)) return id
  const lat = number(post.lat, 90)
  const long = number(post.long, 180)
  const coordinates = lat === undefined || long === undefined ? undefined : { lat, long }
  return address === undefined && coordinates === undefined ? undefined : locate?.({ address, coordinates })
}

const contactOf = ({ first_name, last_name, email, phone }: Post): Contact => {
  const name = [last_name, first_name].filter((part) => part !== undefined && part !== "").join("")
  return { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
}

/**
 * Reads a report of a city hotline: the command that raises it, and who reports, kept apart from it.
 *
 * Shape: the title is the first sentence of the description. Nothing of `contact` stands in the command; what the
 * description itself says of people is refused by the city when the command is said.
 * Fails: `ServiceUnknown`, `DescriptionMissing`, `DescriptionTooLong`, `PlaceUnknown`; `Open311Error.answer` says so on the wire. Source: R5-22.
 */
export const read = (
  post: Post,
  reception: Reception
): Result.Result<{ readonly command: typeof RaiseCase.Type; readonly contact: Contact }, Open311Error> => {
  const service = Open311.findService(reception, post.service_code)
  if (service === undefined) return Result.fail(new ServiceUnknown({ service: post.service_code.slice(0, 129) }))
  const text = (post.description ?? "").trim()
  if (text === "") return Result.fail(new DescriptionMissing({}))
  if (text.length > longest) return Result.fail(new DescriptionTooLong({ length: text.length, longest }))
  const place = placeOf(post, reception)
  if (place === undefined) return Result.fail(new PlaceUnknown({}))
  const { case: id, channel, by, at } = reception
  const title = titleOf(text)
  const command: typeof RaiseCase.Type = {
    _tag: "RaiseCase",
    case: id,
    flow: service.flow.id,
    category: service.category.id,
    title,
    ...(title !== text && { text }),
    place,
    channel,
    by,
    at
  }
  return Result.succeed({ command, contact: contactOf(post) })
}
