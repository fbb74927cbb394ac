import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Arrival, Behaviour, Stage } from "./Trial.ts"

/** What a server was asked. */
export interface Request {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

/** What it answers. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * One kind of server: what is its own, beside what every HTTP server can do.
 *
 * Shape: `read` gives what arrives with a request that keeps the documented rules (method, path, key, signature, limits),
 * or the reply to one that does not. The others are what it says when it is made to behave so.
 */
export interface Vendor {
  readonly read: (request: Request) => Arrival | Reply
  readonly accepts: Reply
  readonly refuses: Reply
  readonly slowsDown: Reply
  readonly disabled: Reply
}

/** A server and how to make it behave. Shape: `base` has no slash at its end. */
export interface HttpStage {
  readonly base: string
  readonly stage: Stage
  /** All requests that were read, whatever became of them. */
  readonly requests: ReadonlyArray<Request>
}

// What stands between a sender and a server can say this, whatever the server is.
const common = {
  badGateway: {
    status: 502,
    headers: { "content-type": "text/html" },
    body: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
  },
  gibberish: { status: 200, headers: { "content-type": "text/html" }, body: "<p>Welcome to the guest network</p>" },
  redirects: { status: 307, headers: { location: "/elsewhere" }, body: "" }
} satisfies Partial<Record<Behaviour, Reply>>

/** Waits for a moment that comes once, or has come. */
class Moment {
  readonly #waiting: Array<() => void> = []
  readonly #has: () => boolean

  constructor(has: () => boolean) {
    this.#has = has
  }

  come(): void {
    if (this.#has()) for (const wake of this.#waiting.splice(0)) wake()
  }

  readonly wait: Effect.Effect<void> = Effect.callback((resume) => {
    if (this.#has()) resume(Effect.void)
    else this.#waiting.push(() => resume(Effect.void))
  })
}

class Server {
  readonly arrived: Array<Arrival> = []
  readonly requests: Array<Request> = []
  readonly reached = new Moment(() => this.#seen)
  readonly deserted = new Moment(() => this.#open === 0)
  readonly #vendor: Vendor
  readonly #server = createServer((request, response) => this.#receive(request, response))
  #script: ReadonlyArray<Behaviour> = ["accepts"]
  #seen = false
  #open = 0
  #port = 0
  strayed = 0

  constructor(vendor: Vendor) {
    this.#vendor = vendor
    this.#server.on("connection", (socket) => {
      this.#open += 1
      socket.on("error", () => socket.destroy())
      socket.on("close", () => {
        this.#open -= 1
        this.deserted.come()
      })
    })
  }

  async listen(): Promise<string> {
    if (!this.#server.listening) {
      await new Promise<void>((resolve, reject) => {
        this.#server.once("error", reject)
        this.#server.listen(this.#port, "127.0.0.1", () => {
          this.#server.off("error", reject)
          resolve()
        })
      })
    }
    const address = this.#server.address()
    if (typeof address === "object" && address !== null) this.#port = address.port
    return `http://127.0.0.1:${this.#port}`
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }

  async behave(behaviours: ReadonlyArray<Behaviour>): Promise<void> {
    this.#script = behaviours
    this.#seen = false
    await (behaviours[0] === "unreachable" ? this.close() : this.listen())
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const { headers, method = "", url = "" } = request
      this.#behave({ method, path: url, headers, body: Buffer.concat(chunks).toString("utf8") }, request, response)
    })
  }

  #behave(asked: Request, request: IncomingMessage, response: ServerResponse): void {
    if (asked.path === "/elsewhere") {
      this.strayed += 1
      say(response, this.#vendor.accepts)
      return
    }
    this.requests.push(asked)
    const [behaviour = "accepts", ...then] = this.#script
    if (then.length > 0) this.#script = then
    this.#seen = true
    this.reached.come()
    if (behaviour === "drops" || behaviour === "unreachable") request.socket.destroy()
    else if (behaviour === "cutOff") halve(response, this.#vendor.accepts)
    else if (behaviour === "accepts") this.#read(asked, response)
    else if (behaviour !== "hangs") say(response, { ...common, ...this.#vendor }[behaviour])
  }

  #read(asked: Request, response: ServerResponse): void {
    const read = this.#vendor.read(asked)
    if ("status" in read) {
      say(response, read)
      return
    }
    this.arrived.push(read)
    say(response, this.#vendor.accepts)
  }
}

const say = (response: ServerResponse, { body, headers = {}, status }: Reply): void =>
  void response.writeHead(status, headers).end(body)

const halve = (response: ServerResponse, { body, headers = {}, status }: Reply): void => {
  const whole = Buffer.from(body)
  response.writeHead(status, { ...headers, "content-length": String(Math.max(2, whole.length)) })
  response.flushHeaders()
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy())
}

/** Starts a server of a kind on a free port of this machine; it ends with the scope. */
export const serve = (vendor: Vendor): Effect.Effect<HttpStage, never, Scope.Scope> =>
  Effect.gen(function* () {
    const server = new Server(vendor)
    const base = yield* Effect.acquireRelease(
      Effect.promise(() => server.listen()),
      () => Effect.promise(() => server.close())
    )
    return {
      base,
      requests: server.requests,
      stage: {
        behave: (...behaviours) => Effect.promise(() => server.behave(behaviours)),
        arrived: Effect.sync(() => [...server.arrived]),
        strayed: Effect.sync(() => server.strayed),
        reached: server.reached.wait,
        deserted: server.deserted.wait
      }
    }
  })
