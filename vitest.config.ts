import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/pack/**", "test/timezones/**"],
    // As many as there are cores: half of what the tests do is waiting for servers and processes of their own.
    maxWorkers: "100%",
    setupFiles: ["test/seeded.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "out/test-results.json" }]]
  }
})
