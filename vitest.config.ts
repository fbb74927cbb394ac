import { defineConfig } from "vitest/config"
import { scopeReporter } from "./test/scope/reporter.ts"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/pack/**", "test/timezones/**"],
    // As many as there are cores: half of what the tests do is waiting for servers and processes of their own.
    maxWorkers: "100%",
    setupFiles: ["test/seeded.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The last one judges whole runs only: it fails them when docs/scope.md is not what the tests prove.
    reporters: ["default", ["json", { outputFile: "out/test-results.json" }], scopeReporter(import.meta.dirname)]
  }
})
