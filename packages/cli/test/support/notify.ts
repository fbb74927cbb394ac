/** The questions about what is told, as they are typed; `store` stands for a loaded store. */
export const questions: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["notify-dry-run", ["notify", "--dry-run", "--since", "2022-11-20"]],
  ["notify", ["notify"]],
  ["deliveries", ["deliveries"]],
  ["replay", ["replay"]]
]
