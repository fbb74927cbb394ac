import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const Report = Schema.fromJsonString(Schema.Struct({ outcome: Schema.String, newYear: Schema.String }))
const probe = fileURLToPath(new URL("timeZoneProbe.ts", import.meta.url))

const run = promisify(execFile)

const runIn = async (timeZone: string): Promise<typeof Report.Type> => {
  const { stdout } = await run(process.execPath, [probe], { env: { ...process.env, TZ: timeZone } })
  return Schema.decodeUnknownSync(Report)(stdout)
}

describe("Date logic", () => {
  it("comes to the same in processes of four time zones", async () => {
    const reports = await Promise.all(["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Apia"].map(runIn))
    // That the processes were in four zones shows in a plain local date.
    expect(reports.map(({ newYear }) => newYear)).toEqual([
      "2026-01-01T00:00:00.000Z",
      "2025-12-31T16:00:00.000Z",
      "2026-01-01T08:00:00.000Z",
      "2025-12-31T11:00:00.000Z"
    ])
    expect(new Set(reports.map(({ outcome }) => outcome)).size).toBe(1)
  })
})
