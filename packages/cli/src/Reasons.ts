import { Text } from "@louyu/kernel"
import type { Routing } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Naming from "./Naming.ts"
import * as Posts from "./Posts.ts"
import type { Scene } from "./Scene.ts"

const { field } = Answer

/** One thing that was tried on the way to whoever answers. */
export const Reason = Schema.Struct({
  why: field(
    Schema.Literals([
      "handles",
      "general",
      "leads",
      "delegated",
      "held",
      "acting",
      "vacant",
      "deputy",
      "up",
      "nobody"
    ] satisfies ReadonlyArray<Routing.Step["why"]>),
    "how it came out, for programs"
  ),
  unit: field(Answer.Unit, "the unit where it was tried"),
  post: field(Schema.NullOr(Posts.Post), "the post that was tried"),
  person: field(Schema.NullOr(Schema.String), "the id of the person it came to"),
  text: field(Answer.Sentence, "how it came out, for people")
})
export type Reason = typeof Reason.Type

interface Told {
  readonly unit: string
  readonly before: string
  readonly role: string
  readonly person: string
}

type Sentences = Readonly<Record<Routing.Step["why"], (told: Told) => string>>

const chinese: Sentences = {
  handles: ({ unit, role }) => `${unit}的${role}负责此类事项。`,
  general: ({ unit, role }) => `${unit}没有专管此类事项的岗位，由接办其他事项的${role}负责。`,
  leads: ({ unit, role }) => `无其他岗位可办，转由总负责${unit}的${role}办理。`,
  delegated: ({ role, person }) => `${role}已将此类事项委托给 ${person}。`,
  held: ({ role, person }) => `${person} 任${role}。`,
  acting: ({ role, person }) => `${person} 代理${role}。`,
  vacant: ({ role }) => `${role}空缺。`,
  deputy: ({ role }) => `空缺期间，其工作由${role}代办。`,
  up: ({ unit, before }) => `${before}无人可办，上交${unit}。`,
  nobody: ({ unit }) => `逐级直到${unit}，均无人可办。`
}

const english: Sentences = {
  handles: ({ unit, role }) => `At ${unit}, the ${role} handles such matters.`,
  general: ({ unit, role }) => `At ${unit}, no post is for such matters; the ${role} takes whatever has no owner.`,
  leads: ({ unit, role }) => `Nobody else there answers for it, so it goes to the ${role}, who leads ${unit} overall.`,
  delegated: ({ role, person }) => `The ${role} has delegated such matters to ${person}.`,
  held: ({ role, person }) => `${person} is the ${role}.`,
  acting: ({ role, person }) => `${person} acts as the ${role}.`,
  vacant: ({ role }) => `The post of the ${role} is vacant.`,
  deputy: ({ role }) => `While it is, its work falls to the ${role}.`,
  up: ({ unit, before }) => `Nobody at ${before} can answer, so it goes up to ${unit}.`,
  nobody: ({ unit }) => `All the way up to ${unit}, there is nobody to answer.`
}

/** The steps of a route, each told in both languages: the answer to "why did it come to me". */
export const of = (scene: Scene, { steps, matter }: Pick<Routing.Route, "steps" | "matter">): ReadonlyArray<Reason> =>
  steps.map(({ why, unit, post, person }, i) => {
    const here = Naming.unit(scene.view, unit)
    const before = Naming.unit(scene.view, steps[i - 1]?.unit ?? matter.unit)
    const at = post === undefined ? undefined : Posts.answer(scene, post)
    const told = (language: Text.Language): Told => ({
      unit: Text.read(here.name, language),
      before: Text.read(before.name, language),
      role: at === undefined ? "" : Text.read(at.roleName, language),
      person: person ?? ""
    })
    return {
      why,
      unit: here,
      post: at ?? null,
      person: person ?? null,
      text: { zh: chinese[why](told("zh")), en: english[why](told("en")) }
    }
  })
