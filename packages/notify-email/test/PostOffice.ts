import { createServer, type Socket } from "node:net"
import type { Trial } from "@louyu/ports/testing"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server"
import * as Mime from "./Mime.ts"

/** A mail the server took. */
export interface Mail {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly raw: string
  readonly mail: Mime.Part
}

export const user = "an invented user"
export const password = "an invented word/1+1="

const no = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

interface Guest {
  readonly behaviour: Trial.Behaviour
  readonly socket: Socket
}

/** A mail server on this machine, made to behave. */
export class PostOffice {
  readonly mails: Array<Mail> = []
  /** Replies to recipients that are not taken, by the local part of their address. */
  readonly refusing = new Map<string, number>()
  readonly #guests = new Map<number, Guest>()
  readonly #smtp: SMTPServer
  readonly #door = createServer((socket) => this.#enter(socket))
  #script: ReadonlyArray<Trial.Behaviour> = ["accepts"]
  #reached = Deferred.makeUnsafe<void>()
  #deserted = Deferred.makeUnsafe<void>()
  port = 0

  constructor(options: SMTPServerOptions = {}) {
    this.#smtp = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      logger: false,
      onAuth: ({ password: given, username }, session, callback) => {
        const good = username === user && given === password && this.#behaviour(session) !== "disabled"
        callback(good ? null : no(535, `5.7.8 ${username} ${given} not good`), { user: username })
      },
      onMailFrom: ({ address }, session, callback) =>
        callback(this.#behaviour(session) === "slowsDown" ? no(450, `4.7.1 ${address} too fast`) : null),
      onRcptTo: ({ address }, session, callback) => {
        const reply = this.#behaviour(session) === "redirects" ? 551 : this.refusing.get(address.split("@")[0] ?? "")
        callback(reply === undefined ? null : no(reply, `${reply < 500 ? "4.2.2" : "5.1.1"} not ${address} here`))
      },
      onData: (stream, session, callback) => {
        const chunks: Array<Buffer> = []
        stream.on("data", (chunk: Buffer) => chunks.push(chunk))
        stream.on("end", () => this.#answer(session, Buffer.concat(chunks).toString("latin1"), callback))
      },
      ...options
    })
    // A client that hangs up is no matter of the server's.
    this.#smtp.on("error", () => undefined)
  }

  #behaviour(session: SMTPServerSession): Trial.Behaviour {
    return this.#guests.get(session.remotePort)?.behaviour ?? "accepts"
  }

  #enter(socket: Socket): void {
    const [behaviour = "accepts", ...then] = this.#script
    if (then.length > 0) this.#script = then
    const port = socket.remotePort ?? 0
    this.#guests.set(port, { behaviour, socket })
    socket.on("error", () => socket.destroy())
    socket.on("close", () => {
      this.#guests.delete(port)
      if (this.#guests.size === 0) Deferred.doneUnsafe(this.#deserted, Effect.void)
    })
    if (behaviour === "badGateway")
      socket.end("HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\n\r\n<h1>502 Bad Gateway</h1>\r\n")
    else this.#smtp.server.emit("connection", socket)
  }

  #answer(session: SMTPServerSession, raw: string, callback: (error?: Error | null) => void): void {
    Deferred.doneUnsafe(this.#reached, Effect.void)
    const guest = this.#guests.get(session.remotePort)
    switch (guest?.behaviour) {
      case "hangs":
        return
      case "drops":
        guest.socket.destroy()
        return
      case "cutOff":
        guest.socket.end("25")
        return
      case "gibberish":
        guest.socket.end("Welcome to the guest network\r\n")
        return
      case "refuses":
        callback(no(554, "5.6.0 not like this"))
        return
      default: {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? "" : mailFrom.address
        this.mails.push({ from, to: rcptTo.map(({ address }) => address), raw, mail: Mime.read(raw) })
        callback(null)
      }
    }
  }

  readonly listen = Effect.callback<void>((resume) => {
    if (this.#door.listening) resume(Effect.void)
    else
      this.#door.listen(this.port, "127.0.0.1", () => {
        const address = this.#door.address()
        if (typeof address === "object" && address !== null) this.port = address.port
        resume(Effect.void)
      })
  })

  readonly close = Effect.callback<void>((resume) => {
    if (!this.#door.listening) resume(Effect.void)
    else this.#door.close(() => resume(Effect.void))
    for (const { socket } of this.#guests.values()) socket.destroy()
  })

  get stage(): Trial.Stage {
    return {
      behave: (...behaviours) =>
        Effect.suspend(() => {
          this.#script = behaviours
          this.#reached = Deferred.makeUnsafe<void>()
          return behaviours[0] === "unreachable" ? this.close : this.listen
        }),
      arrived: Effect.sync(() =>
        this.mails.map(({ mail }) => ({
          key: /^<(.*)@/u.exec(mail.headers.get("message-id") ?? "")?.[1] ?? "",
          text: `${mail.headers.get("subject")}\n${Mime.find(mail, "text/plain")?.text}`
        }))
      ),
      strayed: Effect.succeed(0),
      reached: Effect.suspend(() => Deferred.await(this.#reached)),
      deserted: Effect.suspend(() => {
        this.#deserted = Deferred.makeUnsafe<void>()
        return this.#guests.size === 0 ? Effect.void : Deferred.await(this.#deserted)
      })
    }
  }
}

/** A mail server that ends with the scope. */
export const postOffice = (options: SMTPServerOptions = {}) =>
  Effect.acquireRelease(
    Effect.suspend(() => {
      const office = new PostOffice(options)
      return Effect.as(office.listen, office)
    }),
    (office) => office.close
  )
