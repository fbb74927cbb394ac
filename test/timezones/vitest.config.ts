import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

// A civil date is the same everywhere. The tests of the packages that reckon with dates run again far east and far west of
// Greenwich, the western one with summer time; `zone.test.ts` proves that the zone really is another one.
const zones = ["Asia/Shanghai", "America/Los_Angeles"]

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: zones.map((TZ) => ({
      test: {
        name: TZ,
        env: { TZ },
        setupFiles: [fileURLToPath(new URL("../seeded.ts", import.meta.url))],
        include: [
          "test/timezones/zone.test.ts",
          "packages/{kernel,organisation,roles,recruitment,economy,casework,stations,programmes,profiles}/test/**/*.test.ts"
        ]
      }
    }))
  }
})
