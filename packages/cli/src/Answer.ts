import { Finding as FolderFinding } from "@louyu/exchange"
import { CivilDate } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A field with the sentence that documents it in JSON.md. */
export const field = <S extends Schema.Top>(schema: S, description: string) =>
  schema.pipe(Schema.annotateKey({ description }))

/** A name in Chinese, and in English where there is one. */
export const Name = Schema.Struct({
  zh: field(Schema.String, "in Chinese"),
  en: field(Schema.optionalKey(Schema.String), "in English")
}).annotate({ identifier: "Name" })

/** Both languages, always. */
export const Sentence = Schema.Struct({
  zh: field(Schema.String, "in Chinese"),
  en: field(Schema.String, "in English")
}).annotate({ identifier: "Sentence" })

/** The date an answer holds on. */
export const On = field(CivilDate.CivilDate, "the date the answer holds on")

/** How many there are of something. */
export const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** A unit as answers name it. */
export const Unit = Schema.Struct({
  id: field(Schema.String, "its id"),
  name: field(Name, "its name"),
  kind: field(Schema.String, "the id of its kind; empty when it does not exist on the date"),
  kindName: field(Name, "the name of its kind")
}).annotate({ identifier: "Unit" })
export type Unit = typeof Unit.Type

/** Members of a Party body and of all below it. */
export const Members = Schema.Struct({
  full: field(Count, "full members"),
  probationary: field(Count, "probationary members")
}).annotate({ identifier: "Members" })

/** Something found in a city folder. */
export const Finding = Schema.StructWithRest(
  Schema.Struct({
    severity: field(Schema.Literals(["error", "warning"]), "an error keeps the folder from being loaded"),
    file: field(Schema.String, "the file"),
    row: field(Schema.optionalKey(Schema.Int), "the row as a spreadsheet shows it, the header being row 1"),
    column: field(
      Schema.optionalKey(Schema.Union([Schema.String, Schema.Int])),
      "the heading of the column; in `city.json` the number of the character"
    ),
    code: field(Schema.String, "what is wrong, for programs"),
    text: field(Sentence, "what is wrong and what to do, for people")
  }),
  [Schema.Record(Schema.String, Schema.Json)]
).annotate({ identifier: "Finding" })
export type Finding = typeof Finding.Type

const decodeFinding = Schema.decodeUnknownSync(Finding)

/** A finding as answers hold it, with the data of its problem. */
export const finding = (found: FolderFinding.Finding): Finding =>
  decodeFinding(JSON.parse(JSON.stringify(FolderFinding.toJson(found))))

/** The error that `--json` prints instead of an answer. */
export const Failure = Schema.Struct({
  error: Schema.StructWithRest(
    Schema.Struct({
      code: field(Schema.String, "what is wrong, for programs"),
      text: field(Sentence, "what is wrong and what to do, for people")
    }),
    [Schema.Record(Schema.String, Schema.Json)]
  )
})
