import { Readable } from "node:stream"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection"

/** What went wrong in a session. Shape: `code` is the server's reply, where it gave one, as in `550 5.1.1`. */
export interface Trouble {
  readonly step: "connect" | "login" | "sender" | "recipients" | "content"
  readonly reply: number | undefined
  readonly code: string | undefined
  /** Had the server been given the message, or part of it? */
  readonly begun: boolean
}

/** Recipients a server did not take a message for that it otherwise took. */
export interface Refusal {
  readonly address: string
  readonly reply: number | undefined
  readonly code: string | undefined
}

/** An open session with a mail server. */
export interface Session {
  readonly login: (user: string, password: string) => Effect.Effect<void, Trouble>
  readonly reset: Effect.Effect<void, Trouble>
  readonly send: (
    from: string,
    to: ReadonlyArray<string>,
    content: Buffer
  ) => Effect.Effect<ReadonlyArray<Refusal>, SendTrouble>
  readonly quit: Effect.Effect<void>
}

/** A message that was not taken. Shape: `refusals` say why for each recipient, when that was why. */
export interface SendTrouble extends Trouble {
  readonly refusals: ReadonlyArray<Refusal>
}

// What nodemailer puts on its errors. Their texts hold addresses, and are not read.
interface Reported {
  readonly code?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
  readonly recipient?: string | undefined
  readonly rejectedErrors?: ReadonlyArray<Reported> | undefined
}

const codeOf = ({ response, responseCode }: Reported): string | undefined => {
  if (responseCode === undefined) return undefined
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/u.exec(response ?? "")?.[1]
  return enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`
}

const trouble = (step: Trouble["step"], begun: boolean, error: Reported = {}): Trouble => ({
  step,
  reply: error.responseCode,
  code: codeOf(error),
  begun
})

const refusalsOf = (errors: ReadonlyArray<Reported> | undefined): ReadonlyArray<Refusal> =>
  (errors ?? []).map((error) => ({ address: error.recipient ?? "", reply: error.responseCode, code: codeOf(error) }))

// Larger than the server announced to take: nodemailer does not even ask.
const isTooLarge = ({ code, command, responseCode }: Reported): boolean =>
  code === "EMESSAGE" && command === "MAIL FROM" && responseCode === undefined

const stepOf = ({ command }: Reported): Trouble["step"] =>
  command === "MAIL FROM" ? "sender" : command === "RCPT TO" ? "recipients" : "content"

/** Waits for one step of a connection, which ends with its answer or with the connection. */
const step = <A, E>(
  connection: SMTPConnection,
  begin: (done: (answer: Effect.Effect<A, E>) => void) => void,
  failed: (error: Reported | undefined) => E
): Effect.Effect<A, E> =>
  Effect.callback((resume) => {
    const lost = (error?: Reported) => resume(Effect.fail(failed(error)))
    connection.once("error", lost)
    connection.once("end", lost)
    begin(resume)
    return Effect.sync(() => connection.off("error", lost).off("end", lost))
  })

const plainStep = (
  connection: SMTPConnection,
  name: Trouble["step"],
  begin: (done: (error?: Reported | null) => void) => void
) =>
  step<void, Trouble>(
    connection,
    (done) => begin((error) => done(error == null ? Effect.void : Effect.fail(trouble(name, false, error)))),
    (error) => trouble(name, false, error)
  )

/** How far a session has come with the message it is sending, for whoever ends it from outside. */
export interface Progress {
  begun: boolean
}

const send =
  (connection: SMTPConnection, progress: Progress): Session["send"] =>
  (from, to, content) =>
    Effect.suspend(() => {
      progress.begun = false
      // It is read only once the server has said that it will take the message.
      const stream = new Readable({
        read() {
          progress.begun = true
          this.push(content)
          this.push(null)
        }
      })
      const failed = (error: Reported = {}): SendTrouble => ({
        ...trouble(stepOf(error), progress.begun, isTooLarge(error) ? { responseCode: 552 } : error),
        refusals: refusalsOf(error.rejectedErrors)
      })
      return step<ReadonlyArray<Refusal>, SendTrouble>(
        connection,
        (done) =>
          connection.send({ from, to: [...to], size: content.length }, stream, (error, info) =>
            done(error === null ? Effect.succeed(refusalsOf(info?.rejectedErrors)) : Effect.fail(failed(error)))
          ),
        failed
      )
    })

/** Opens a session, which closes at once with its scope. */
export const open = (
  options: SMTPConnectionOptions,
  progress: Progress
): Effect.Effect<Session, Trouble, Scope.Scope> =>
  Effect.gen(function* () {
    const connection = yield* Effect.acquireRelease(
      Effect.sync(() => {
        const made = new SMTPConnection({ ...options, logger: false, socketCloseTimeout: 0 })
        // An error nobody waits for any more must not end the process.
        return made.on("error", () => undefined)
      }),
      (made) => Effect.sync(() => made.close())
    )
    yield* plainStep(connection, "connect", (done) => connection.connect(done))
    return {
      login: (user, password) =>
        connection.allowsAuth
          ? plainStep(connection, "login", (done) => connection.login({ credentials: { user, pass: password } }, done))
          : Effect.fail(trouble("login", false, { responseCode: 503 })),
      reset: plainStep(connection, "sender", (done) => connection.reset(done)),
      send: send(connection, progress),
      quit: Effect.callback((resume) => {
        connection.once("end", () => resume(Effect.void))
        connection.quit()
      })
    }
  })
