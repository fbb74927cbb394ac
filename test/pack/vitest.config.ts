import { defineConfig } from "vitest/config"

// Kept apart from the tests: packing and installing takes longer than all of them, and needs `pnpm build` first.
export default defineConfig({
  test: { include: ["test/pack/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 }
})
