#!/usr/bin/env node
import process from "node:process"
import type { Sink } from "./Io.ts"
import { run } from "./Program.ts"

const sinkOf = (stream: NodeJS.WriteStream): Sink => {
  // Whoever reads us may have had enough, as `head` does: that is no error.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0)
    throw error
  })
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns ?? 80 }
}

const controller = new AbortController()
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort())

process.exitCode = await run(process.argv.slice(2), {
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  now: Date.now,
  signal: controller.signal
})
