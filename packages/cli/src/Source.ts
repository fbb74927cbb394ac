import type { CivilDate } from "@louyu/kernel"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { City } from "louyu"
import type * as Arguments from "./Arguments.ts"
import { FolderUnsound } from "./CliError.ts"
import type { Desk } from "./Command.ts"
import * as Intake from "./Intake.ts"
import * as OptionValue from "./OptionValue.ts"
import * as Store from "./Store.ts"
import { OptionMissing, OptionsClash } from "./UsageError.ts"

/** What every question needs: where the city is, and on which day. */
export const options = {
  store: {
    value: "sqlite:<file>|postgres:<url>",
    about: { zh: "存储：由 louyu load 写入", en: "the store: what louyu load wrote" }
  },
  folder: {
    value: "<folder>",
    about: { zh: "不用存储，直接读取城市文件夹", en: "ask a city folder directly, without a store" }
  },
  tenant: {
    value: "<id>",
    about: { zh: "租户；存储中只有一个时可省略", en: "the tenant; may be left out when the store holds one" }
  },
  on: {
    value: "<date>",
    about: { zh: "日期 YYYY-MM-DD，默认为当地今天", en: "the date, YYYY-MM-DD; today in the city by default" }
  }
} as const satisfies Readonly<Record<string, Arguments.Option>>

const fromFolder = Effect.fnUntraced(function* (folder: string, desk: Desk) {
  const store = yield* Layer.build(MemoryStore.layer)
  const intake = yield* Intake.read(folder, store, desk)
  const { city, findings, errors } = intake
  if (city === undefined || !Intake.isSound(intake)) return yield* new FolderUnsound({ folder, errors, findings })
  const done = yield* Intake.record(intake, city, desk.bar.report)
  if (!Intake.isSound(done.intake)) {
    return yield* new FolderUnsound({ folder, errors: done.intake.errors, findings: done.intake.findings })
  }
  return { city, store }
})

const fromStore = Effect.fnUntraced(function* (
  spec: string,
  named: string | undefined,
  { io, bar }: Desk,
  access: Access
) {
  const place = yield* Effect.fromResult(Store.parse(io.cwd, spec))
  const tenant = yield* Store.tenant(place, named)
  const store = yield* Store.open(place, access)
  return { city: yield* Effect.provideContext(City.open({ tenant, report: bar.report }), store), store }
})

/** Whether what is opened may be written to. */
export interface Access {
  readonly readOnly: boolean
}

/** The city somebody means, with its store, open as long as the scope. */
export const opened = Effect.fnUntraced(function* (given: Arguments.Given, desk: Desk, access: Access) {
  const { values, command } = given
  const [store, folder, tenant] = [values.get("store"), values.get("folder"), values.get("tenant")]
  if (store !== undefined && folder !== undefined) return yield* new OptionsClash({ options: ["--store", "--folder"] })
  if (folder !== undefined) {
    if (tenant !== undefined) return yield* new OptionsClash({ options: ["--folder", "--tenant"] })
    return yield* fromFolder(folder, desk)
  }
  if (store === undefined) return yield* new OptionMissing({ command, options: ["--store", "--folder"] })
  return yield* fromStore(store, tenant, desk, access)
})

/** The city somebody asks about, open for reading as long as the scope. */
export const city = (given: Arguments.Given, desk: Desk) =>
  Effect.map(opened(given, desk, { readOnly: true }), (one) => one.city)

/** The date an option names, or else today where the city is. */
export const date = Effect.fnUntraced(function* (
  given: Arguments.Given,
  open: City.Open,
  option = "on"
): Effect.fn.Return<CivilDate.CivilDate, Arguments.UsageError> {
  const named = yield* Effect.fromResult(OptionValue.date(given, option))
  if (named !== undefined) return named
  return yield* open.today()
})
