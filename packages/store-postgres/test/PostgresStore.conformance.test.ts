import { storeLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import { afterAll } from "vitest"
import { temporary, theServer } from "./temporary.ts"

const server = await theServer()
afterAll(server.stop)

describeLaws("PostgresStore", storeLaws, () => temporary(server.url))
describeLaws("PostgresStore, divided by tenant", storeLaws, () => temporary(server.url, { partitions: 4 }))
