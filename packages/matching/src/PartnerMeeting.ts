import { type CivilDate, Rate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import type { Code } from "./Category.ts"
import * as Partners from "./Partners.ts"

/**
 * What a meeting of supply and demand came to.
 *
 * Shape: `agreed` is the share of the partnerships proposed at it that both sides accepted.
 */
export interface PartnerMeeting {
  readonly meeting: typeof Code.Type
  readonly proposed: number
  readonly agreed: Rate.Dated
  readonly declined: number
}

/**
 * The meetings at which partnerships were proposed, with how many came of each by a date; by id.
 *
 * Shape: partnerships proposed at no meeting are left out.
 * Cost: O(partnerships).
 * Source: W-20 (matches per meeting).
 */
export const list = (board: Partners.Board, on: CivilDate.CivilDate): ReadonlyArray<PartnerMeeting> => {
  const known = [...HashMap.values(board.partnerships)].filter(({ proposed }) => proposed.on <= on)
  const meetings = Map.groupBy(known, ({ proposed }) => proposed.meeting)
  return [...meetings]
    .flatMap(([meeting, all]): ReadonlyArray<PartnerMeeting> => {
      if (meeting === undefined) return []
      const standing = all.map((one) => Partners.statusOf(one, on))
      const count = (status: (typeof standing)[number]) => standing.filter((one) => one === status).length
      return [
        {
          meeting,
          proposed: all.length,
          agreed: Rate.on(count("agreed"), all.length, Text.of("会上提出的合作", "partnerships proposed at it"), on),
          declined: count("declined")
        }
      ]
    })
    .toSorted((a, b) => (a.meeting < b.meeting ? -1 : 1))
}
