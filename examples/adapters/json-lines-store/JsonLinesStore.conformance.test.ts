import { storeLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import { temporary } from "./temporary.ts"

describeLaws("JsonLinesStore", storeLaws, temporary)
