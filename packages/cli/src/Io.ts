/** Where text goes. */
export interface Sink {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  /** Columns of the terminal; 80 where nobody knows. */
  readonly columns: number
}

/**
 * All that the program needs of the machine besides files: so that it can be run in a test as in a shell.
 *
 * Shape: `cwd` is what relative paths begin at; `now` gives milliseconds since 1970; `signal` ends long work.
 */
export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly now: () => number
  readonly signal: AbortSignal
}
