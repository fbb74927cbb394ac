import { Identifier } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { RoleCode, SchemeId } from "./RoleScheme.ts"

/**
 * A chair: one role of one scheme at one unit. It is there whether somebody sits on it or not (R2-1).
 *
 * Shape: the scheme's version is no part of it, so that a post outlives a new version of its scheme.
 */
export const Post = Schema.Struct({ scheme: SchemeId, role: RoleCode, unit: Identifier.UnitId })
export type Post = typeof Post.Type

/** The one text that stands for a post, as key. Ids hold no blanks, so no two posts share a key. */
export const key = (post: Post): string => `${post.scheme} ${post.role} ${post.unit}`

/** Tells whether two posts are the same. */
export const equals = (a: Post, b: Post): boolean => a.role === b.role && a.unit === b.unit && a.scheme === b.scheme
