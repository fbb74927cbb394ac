import * as Facts from "./Facts.ts"
import { type NotificationRule, placeholders } from "./Notifications.ts"
import type { Profile } from "./Profile.ts"
import { FactFieldUnknown, FactUnknown, type ProfileError } from "./ProfileError.ts"
import { reference } from "./reference.ts"
import { repeatedIds } from "./repeated.ts"

type Found = Iterable<ProfileError>

// A case stands for its place and for those it concerns; without one a rule has to name the place itself.
function* fieldsOf(rule: NotificationRule): Iterable<readonly [at: string, field: string]> {
  for (const field of Object.keys(rule.where ?? {})) yield [`where.${field}`, field]
  if (rule.place !== undefined) yield ["place", rule.place]
  for (const part of ["title", "text"] as const) {
    for (const field of placeholders(rule[part])) if (field !== "place") yield [part, field]
  }
  const { _tag: to } = rule.to
  const isOfPlace = to === "group" || to === "role"
  if (to === "raisers" || to === "answering" || (isOfPlace && rule.place === undefined)) yield ["to", "case"]
}

function* inRule(path: string, rule: NotificationRule): Found {
  for (const [index, event] of rule.events.entries()) {
    if (Facts.isKnown(event)) continue
    yield new FactUnknown({ path: `${path}.events[${index}]`, event, similar: Facts.similar(event) })
  }
  const events = rule.events.filter(Facts.isKnown)
  if (events.length === 0) return
  for (const [at, field] of fieldsOf(rule)) {
    if (events.some((event) => Facts.has(event, field))) continue
    const known = [...new Set(events.flatMap(Facts.fields))]
    yield new FactFieldUnknown({ path: `${path}.${at}`, field, events, known })
  }
}

/** What the rules of notification name that there is not: facts, their fields, roles, channels; and ids given twice. */
export function* noticeContradictions({ notifications, schemes = [], defaults }: Profile): Found {
  if (notifications === undefined) return
  const { rules, groups = {} } = notifications
  const roles = [...new Set<string>(schemes.flatMap((scheme) => scheme.roles.map(({ code }) => code)))]
  yield* repeatedIds("notifications.rules", rules)
  for (const [index, rule] of rules.entries()) {
    const path = `notifications.rules[${index}]`
    yield* inRule(path, rule)
    if (rule.to._tag === "role") yield* reference(`${path}.to.role`, "role", rule.to.role, roles)
    if (rule.to._tag === "group") {
      yield* reference(`${path}.to`, "chatChannel", defaults.chatChannel, Object.keys(groups))
    }
  }
}
