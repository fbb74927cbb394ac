import { defineConfig } from "vitest/config"
import * as Inventory from "../Inventory.ts"
import { scopeReporter } from "../reporter.ts"

const root = process.env.SCOPE_TRIAL ?? ""

/** A project of its own, in a folder a test has written, that must prove two things. */
export default defineConfig({
  root,
  test: {
    globals: true,
    include: ["**/*.test.js"],
    reporters: [
      scopeReporter(
        root,
        Inventory.make({
          families: [{ family: "P", en: "Place", zh: "地方", items: { "P-01": ["One", "一"], "P-02": ["Two", "二"] } }],
          questions: {}
        })
      )
    ]
  }
})
