import type { CivilDate, Problem, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Context } from "./Context.ts"
import { CellMissing } from "./ExchangeError.ts"
import * as Form from "./Form.ts"
import type { Sort } from "./Registry.ts"

/**
 * A column of a file: its heading, what may stand in it, and what an empty cell means.
 *
 * Shape: the English heading is the key under which the sheet lists the column; `also` are other headings; `defines`
 * says that each cell sets something up.
 */
export interface Column<A> {
  readonly zh: string
  readonly also: ReadonlyArray<string>
  readonly about: Text.Both
  readonly form: Text.Both
  readonly required: boolean
  readonly defines?: Sort
  readonly read: (cell: string, context: Context) => Form.Reading<A>
  readonly absent: (context: Context) => Form.Reading<A>
  readonly doubts: (cell: string) => ReadonlyArray<Problem.Problem>
}

/** What may be said of a column besides its form. */
export interface Rest {
  readonly also?: ReadonlyArray<string>
  readonly defines?: Sort
}

const none = (): ReadonlyArray<Problem.Problem> => []
const missing = Result.fail<Problem.Problem>(new CellMissing({}))
const nothing = Result.succeed(undefined)

const column = <A>(
  form: Form.Form<A>,
  zh: string,
  [aboutZh, aboutEn]: readonly [zh: string, en: string],
  { also = [], ...rest }: Rest
) => ({
  zh,
  also,
  about: { zh: aboutZh, en: aboutEn },
  form: form.names,
  read: form.read,
  doubts: form.doubts ?? none,
  ...rest
})

/** A column every row fills in. */
export const required = <A>(
  form: Form.Form<A>,
  zh: string,
  about: readonly [zh: string, en: string],
  rest: Rest = {}
): Column<A> => ({ ...column(form, zh, about, rest), required: true, absent: () => missing })

/** A column a row may leave empty, and a file may leave out. */
export const optional = <A>(
  form: Form.Form<A>,
  zh: string,
  about: readonly [zh: string, en: string],
  rest: Rest = {}
): Column<A | undefined> => ({ ...column(form, zh, about, rest), required: false, absent: () => nothing })

/** A column every row fills in unless the city says once for all what an empty cell means. */
export const defaulted = <A>(
  form: Form.Form<A>,
  zh: string,
  about: readonly [zh: string, en: string],
  otherwise: (context: Context) => A | undefined
): Column<A> => ({
  ...column(form, zh, about, {}),
  required: true,
  absent: (context) => {
    const value = otherwise(context)
    return value === undefined ? missing : Result.succeed(value)
  }
})

/** The first day of something; `since` of `city.json` where it is empty. */
export const from = (zh: string, en: string): Column<CivilDate.CivilDate> =>
  defaulted(
    Form.date,
    "起始日期",
    [`${zh}；可留空，以 city.json 的 since 为准`, `${en}; where empty, \`since\` of city.json`],
    ({ since }) => since
  )

/** The day something no longer holds. */
export const to = (zh: string, en: string): Column<CivilDate.CivilDate | undefined> =>
  optional(Form.date, "截止日期", [`${zh}（不含当日）`, `${en}; that day is not included`])
