import { notifierLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import { limits } from "./limits.ts"
import { trial } from "./trial.ts"

describeLaws("EmailNotifier", notifierLaws, () => trial, { limits })
