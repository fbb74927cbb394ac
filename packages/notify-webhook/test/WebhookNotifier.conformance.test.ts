import { notifierLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import { limits } from "./limits.ts"
import { trial } from "./trial.ts"

describeLaws("WebhookNotifier", notifierLaws, () => trial, { limits })
