import { storeLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import { MemoryStore } from "../src/index.ts"

describeLaws("MemoryStore", storeLaws, () => MemoryStore.layer)
