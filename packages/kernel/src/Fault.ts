import type * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import type * as Text from "./Text.ts"

type Both = Text.Both

/**
 * One thing wrong with an input: where it is, and why, in both languages.
 *
 * Shape: `path` joins keys and indices with dots, empty for the input as a whole. The rejected value is not repeated: it
 * may be personal.
 */
export interface Fault {
  readonly path: string
  readonly text: Both
}

// The forms our own schemas ask for, by the source of their pattern.
const forms: ReadonlyMap<string, Both> = new Map([
  ["^\\d{4}-\\d{2}-\\d{2}$", { zh: "应为日期 YYYY-MM-DD", en: "must be a date, YYYY-MM-DD" }],
  [
    "^[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,127}$",
    {
      zh: "应为编号：1 至 128 个字母、数字或 . _ : -，以字母或数字开头",
      en: "must be an id: 1 to 128 letters, digits or . _ : -, beginning with a letter or digit"
    }
  ],
  [
    "^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}$",
    {
      zh: "应为代码：1 至 64 个字母、数字或 . _ -，以字母或数字开头",
      en: "must be a code: 1 to 64 letters, digits or . _ -, beginning with a letter or digit"
    }
  ]
])

// What custom checks of our schemas say, in Chinese.
const sayings: ReadonlyMap<string, string> = new Map([
  ["a date that exists, YYYY-MM-DD", "该日期不存在，应为 YYYY-MM-DD"],
  ["to must be after from", "结束日必须晚于开始日"]
])

const types: Readonly<Record<string, Both>> = {
  String: { zh: "应为文字", en: "must be text" },
  Number: { zh: "应为数字", en: "must be a number" },
  Boolean: { zh: "应为 true 或 false", en: "must be true or false" },
  Objects: { zh: "应为对象", en: "must be an object" },
  Arrays: { zh: "应为列表", en: "must be a list" }
}

const field = (payload: unknown, key: string): unknown =>
  typeof payload === "object" && payload !== null && key in payload
    ? Object.entries(payload).find(([k]) => k === key)?.[1]
    : undefined

const known: Readonly<Record<string, (payload: unknown) => Both | undefined>> = {
  "effect/schema/isPattern": (p) => forms.get(String(field(p, "source"))),
  "effect/schema/isInt": () => ({ zh: "应为整数", en: "must be a whole number" }),
  "effect/schema/isGreaterThan": (p) => {
    const bound = String(field(p, "exclusiveMinimum") ?? field(p, "minimum"))
    return { zh: `应大于 ${bound}`, en: `must be greater than ${bound}` }
  },
  "effect/schema/isGreaterThanOrEqualTo": (p) => ({
    zh: `不得小于 ${field(p, "minimum")}`,
    en: `must be at least ${field(p, "minimum")}`
  }),
  "effect/schema/isMinLength": (p) => ({
    zh: `长度不得小于 ${field(p, "minLength")}`,
    en: `must have a length of at least ${field(p, "minLength")}`
  }),
  "effect/schema/isMaxLength": (p) => ({
    zh: `长度不得大于 ${field(p, "maxLength")}`,
    en: `must have a length of at most ${field(p, "maxLength")}`
  })
}

const worded = (en: string): Both => {
  const expected = /^Expected (.*)$/su.exec(en)?.[1]
  if (expected === undefined) return { zh: sayings.get(en) ?? `不符合要求（${en}）`, en }
  return { zh: `应为 ${expected.replaceAll(" | ", " 或 ")}`, en: `must be ${expected.replaceAll(" | ", " or ")}` }
}

const standard = SchemaIssue.makeFormatterStandardSchemaV1()

const plain = (issue: SchemaIssue.Issue): Both => {
  if (issue._tag === "MissingKey") return { zh: "缺少此项", en: "is missing" }
  if (issue._tag === "UnexpectedKey") return { zh: "没有此项，请检查拼写", en: "is not known here; check the spelling" }
  const simple = issue._tag === "InvalidType" ? types[issue.ast._tag] : undefined
  return simple ?? worded(standard(issue).issues[0]?.message ?? "Expected a valid value")
}

const checked = (issue: SchemaIssue.Filter): Both | undefined => {
  const representation = issue.filter.annotations?.representation
  const said = known[String(field(representation, "id"))]?.(field(representation, "payload"))
  if (said !== undefined) return said
  const en = SchemaIssue.defaultCheckHook(issue)
  return en === undefined ? undefined : worded(en)
}

function* walk(issue: SchemaIssue.Issue, path: ReadonlyArray<PropertyKey>, said?: Both): IterableIterator<Fault> {
  switch (issue._tag) {
    case "Pointer":
      return yield* walk(issue.issue, [...path, ...issue.path], said)
    case "Encoding":
      return yield* walk(issue.issue, path, said)
    case "Filter":
      return yield* walk(issue.issue, path, said ?? checked(issue))
    case "Composite":
    case "AnyOf":
      for (const inner of issue.issues) yield* walk(inner, path, said)
      if (issue.issues.length > 0) return
  }
  yield { path: path.map(String).join("."), text: said ?? plain(issue) }
}

/**
 * Everything wrong with an input that a schema rejected, one entry a place.
 *
 * ```ts
 * import * as Result from "effect/Result"
 * import * as Schema from "effect/Schema"
 * const decoded = Schema.decodeUnknownResult(Schema.Struct({ floors: Schema.Int }))({ floors: 1.5 })
 * Result.isFailure(decoded) && Fault.list(decoded.failure)
 * // => [{ path: "floors", text: { zh: "应为整数", en: "must be a whole number" } }]
 * ```
 */
export const list = (error: Schema.SchemaError): ReadonlyArray<Fault> => {
  const faults = new Map<string, Fault>()
  for (const fault of walk(error.issue, [])) {
    // What breaks one rule often breaks the next one too; the first says what to do.
    if (!faults.has(fault.path)) faults.set(fault.path, fault)
  }
  return [...faults.values()]
}

/** Faults on one line, in one language. */
export const line = (faults: ReadonlyArray<Fault>, language: "zh" | "en"): string =>
  faults
    .map((f) => (f.path === "" ? f.text[language] : `${f.path} ${f.text[language]}`))
    .join(language === "zh" ? "；" : "; ")
