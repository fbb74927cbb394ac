import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Relation, View } from "@louyu/organisation"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Schema from "effect/Schema"
import { openCity } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { run } from "../src/index.ts"
import { questions } from "./support/notify.ts"

const cwd = fileURLToPath(new URL("../../..", import.meta.url))
const folder = "examples/pinghu/city"

const louyu = async (...argv: ReadonlyArray<string>) => {
  let [out, err] = ["", ""]
  const sink = (write: (text: string) => void) => ({ write, isTerminal: false, columns: 100 })
  const code = await run(argv, {
    stdout: sink((text) => {
      out += text
    }),
    stderr: sink((text) => {
      err += text
    }),
    env: {},
    cwd,
    now: () => Date.parse("2026-01-05T02:00:00Z"),
    signal: new AbortController().signal
  })
  return { code, out, err }
}

describe("louyu notify", () => {
  let place = ""
  let store = ""
  const inStore = () => ["--store", `sqlite:${store}`, "--lang", "en"] as const
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "louyu-notify-"))
    store = join(place, "city.db")
    expect((await louyu("load", folder, ...inStore())).code).toBe(0)
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  const register = async (need: string, more: object) => {
    await using city = await openCity({ tenant: "pinghu-nanshi", store: SqliteStore.layer({ file: store }) })
    await city.dispatchUnknown(
      {
        _tag: "RegisterNeed",
        need,
        raiser: "e001",
        category: "repair",
        text: "电梯困人",
        urgency: 5,
        quantity: 1,
        origin: "selfRaised",
        on: "2022-12-30",
        ...more
      },
      { actor: "clerk" }
    )
  }
  const gridPlace = async (): Promise<string> => {
    await using city = await openCity({ tenant: "pinghu-nanshi", store: SqliteStore.layer({ file: store }) })
    const view = await city.organisation.on(await city.today())
    const grids = View.units(view).filter(({ id }) => Relation.chatGroup(view, id) !== undefined)
    const [first] = grids.flatMap(({ id }) => Relation.placesOf(view, id))
    if (first === undefined) throw new Error("a micro-grid has places")
    return first
  }

  it("R4-21 shows what the facts of the last weeks would tell, and to whom, without recording or sending", async () => {
    const { code, out } = await louyu("notify", ...inStore(), "--dry-run", "--since", "2022-11-20")
    expect(code).toBe(0)
    expect(out).toContain("New needs")
    expect(out).toMatch(/\[email\.office\] A new lead for .*\n.*m²\n {2}to p-0\d\d/u)
    expect((await louyu("deliveries", ...inStore())).out).toContain("0 waiting · 0 sent · 0 given up")
  })

  it("P-05 tells what is new to the group of the micro-grid, once, and lists what waits for the end of its hour", async () => {
    expect((await louyu("notify", ...inStore())).out).toContain("0 notifications")
    await register("need-new", { place: await gridPlace() })
    const { out, err } = await louyu("notify", ...inStore())
    expect(out).toContain("1 notifications went out")
    expect(out).toMatch(/\[wecom\.[^\]]+\] A need that cannot wait at/u)
    expect(err).toContain("电梯困人")
    expect((await louyu("notify", ...inStore())).out).toContain("0 notifications")
    const listed = JSON.parse((await louyu("deliveries", ...inStore(), "--json")).out)
    expect(listed.counts).toEqual({ waiting: 1, sent: 1, givenUp: 0 })
    const [sent] = listed.deliveries.filter((one: { status: string }) => one.status === "sent")
    expect(sent.attempts).toMatchObject([{ worker: "cli", outcome: "sent" }])
  })

  it("answers in JSON as documented, and with nothing besides", async () => {
    const listed = JSON.parse((await louyu("deliveries", ...inStore(), "--json")).out)
    for (const [, argv] of questions) {
      const [name = ""] = argv
      const more = name === "replay" ? [listed.deliveries.at(-1)?.mail.key] : []
      const { code, out } = await louyu(...argv, ...more, ...inStore(), "--json")
      // Only what was given up can be replayed.
      if (name === "replay" && code !== 0) continue
      const schema = Commands.named(name)?.answer ?? Schema.Never
      const decoded = Schema.decodeUnknownSync(schema)(JSON.parse(out), { onExcessProperty: "error" })
      expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(JSON.parse(out))
    }
  })

  it("says which facts nobody is told, and why", async () => {
    await register("need-nowhere", { place: "b01" })
    expect((await louyu("notify", ...inStore())).out).toContain("told to nobody 1: no group is bound there or above")
  })

  it("refuses what makes no sense, in words", async () => {
    const replayed = await louyu("replay", "NOPE", ...inStore())
    expect([replayed.code, replayed.err]).toEqual([1, expect.stringContaining("There is no delivery")])
    expect((await louyu("notify", ...inStore(), "--since", "2022-11-20")).err).toContain("--dry-run")
    expect((await louyu("notify", "--folder", folder, "--lang", "en")).err).toContain("--store")
  })

  it("replays what was given up, by its reference", async () => {
    const listed = JSON.parse((await louyu("deliveries", ...inStore(), "--json")).out)
    const [waiting] = listed.deliveries.filter((one: { status: string }) => one.status === "waiting")
    const [kind, ...rest] = waiting.mail.channel.split(".")
    {
      await using city = await openCity({ tenant: "pinghu-nanshi", store: SqliteStore.layer({ file: store }) })
      const over = { kind, channel: rest.join(".") }
      const drop = { _tag: "DropDelivery", over, key: waiting.mail.key, reason: "wrong group", at: 1 }
      await city.dispatchUnknown(drop, { actor: "operator" })
    }
    expect((await louyu("deliveries", ...inStore(), "--dead")).out).toContain("given up")
    const { code, out } = await louyu("replay", waiting.mail.reference, ...inStore())
    const again = JSON.parse((await louyu("replay", waiting.mail.key, ...inStore(), "--json")).out)
    Schema.decodeUnknownSync(Commands.named("replay")?.answer ?? Schema.Never)(again, { onExcessProperty: "error" })
    expect([code, out]).toEqual([0, expect.stringContaining("It waits again")])
    expect((await louyu("deliveries", ...inStore(), "--dead")).out).not.toContain(waiting.mail.reference)
  })
})
