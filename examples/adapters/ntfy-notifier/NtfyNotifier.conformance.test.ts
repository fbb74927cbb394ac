import { notifierLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import { trial } from "./trial.ts"

describeLaws("NtfyNotifier", notifierLaws, () => trial)
