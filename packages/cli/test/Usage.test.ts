import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { Workshop } from "./support/shell.ts"

const errorOf = (out: string): unknown => JSON.parse(out).error

// What was typed, and what must be said about it.
const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, expected: object]> = [
  [["tere"], { code: "cli/CommandUnknown", command: "tere", nearest: "tree" }],
  [["frobnicate"], { code: "cli/CommandUnknown", command: "frobnicate" }],
  [["tree", "--stroe", "sqlite:x"], { code: "cli/OptionUnknown", option: "--stroe", nearest: "--store" }],
  [["tree", "-x"], { code: "cli/OptionUnknown", option: "-x" }],
  [["tree", "--store"], { code: "cli/OptionValueMisplaced", option: "--store", needed: true }],
  [["tree", "--store", "--on", "2026-01-01"], { code: "cli/OptionValueMisplaced", option: "--store" }],
  [["load", "city", "--store", "sqlite:x", "--dry-run=yes"], { code: "cli/OptionValueMisplaced", needed: false }],
  [["tree", "postgres://u:geheim@h/db"], { code: "cli/ArgumentUnexpected", argument: "postgres://…@h/db" }],
  [["tree", "--folder", "city", "--on", "h?password=geheim"], { code: "cli/OptionInvalid", value: "h?password=…" }],
  [["tree", "--lang", "fr"], { code: "cli/OptionInvalid", option: "--lang", value: "fr" }],
  [["tree", "--folder", "city", "--on", "2026-02-30"], { code: "cli/OptionInvalid", option: "--on" }],
  [["tree", "--folder", "city", "--on", "30.2.2026"], { code: "cli/OptionInvalid", option: "--on" }],
  [["tree", "--folder", "city", "--depth", "-1"], { code: "cli/OptionValueMisplaced", option: "--depth" }],
  [["tree", "--folder", "city", "--depth=-1"], { code: "cli/OptionInvalid", option: "--depth", value: "-1" }],
  [["tree", "--folder", "city", "--line", "up"], { code: "cli/OptionInvalid", option: "--line" }],
  [["tree", "--store", "city.db"], { code: "cli/OptionInvalid", option: "--store" }],
  [["tree", "--store", "oracle:x"], { code: "cli/OptionInvalid", option: "--store" }],
  [["tree"], { code: "cli/OptionMissing", options: ["--store", "--folder"] }],
  [["tree", "--store", "sqlite:x", "--folder", "city"], { code: "cli/OptionsClash" }],
  [["tree", "--folder", "city", "--tenant", "t"], { code: "cli/OptionsClash" }],
  [["load", "city"], { code: "cli/OptionMissing", options: ["--store"] }],
  [["migrate"], { code: "cli/OptionMissing", options: ["--store"] }],
  [["diff", "--folder", "city"], { code: "cli/OptionMissing", options: ["--from"] }],
  [["check"], { code: "cli/ArgumentMissing", argument: "folder" }],
  [["search", "--folder", "city"], { code: "cli/ArgumentMissing", argument: "text" }],
  [["check", "city", "other"], { code: "cli/ArgumentUnexpected", argument: "other" }],
  [["tree", "city"], { code: "cli/ArgumentUnexpected", argument: "city" }],
  [["init", "new", "--profile", "paris"], { code: "profiles/ProfileUnknown", id: "paris" }],
  [["init", "new", "--tenant", "no blanks"], { code: "louyu/IdInvalid" }]
]

describe("wrong usage", () => {
  it.each(wrong)("%j ends with 2 and says what is wrong in both languages", async (argv, expected) => {
    using shop = new Workshop()
    shop.city()
    const json = await shop.run([...argv, "--json"])
    expect(json.code).toBe(2)
    expect(json.err).toBe("")
    expect(errorOf(json.out)).toMatchObject({ ...expected, text: { zh: expect.any(String), en: expect.any(String) } })
    const human = await shop.run(argv, { env: {} })
    expect(human.code).toBe(2)
    expect(human.out).toBe("")
    const { text } = JSON.parse(json.out).error
    expect(human.err).toContain(text.zh)
    expect(human.err).toContain(text.en)
  })

  it("no command at all shows the help, and is wrong", async () => {
    using shop = new Workshop()
    const { code, out, err } = await shop.run([], { env: { LANG: "C" } })
    expect(code).toBe(2)
    expect(out).toBe("")
    expect(err).toContain("louyu <命令 command>")
  })
})

describe("help", () => {
  it("names every command and every exit code, in both languages", async () => {
    using shop = new Workshop()
    for (const argv of [["--help"], ["-h"], ["help"]]) {
      const { code, out } = await shop.run([...argv, "--lang", "both"])
      expect(code).toBe(0)
      for (const { name, about } of Commands.all) {
        expect(out).toContain(`  ${name} `)
        expect(out).toContain(about.zh)
        expect(out).toContain(about.en)
      }
    }
  })

  it("is in one language where one is asked for, or is the one of the locale", async () => {
    using shop = new Workshop()
    const english = (await shop.run(["--help", "--lang", "en"])).out
    expect(english).not.toMatch(/用法/u)
    expect((await shop.run(["--help"], { env: { LANG: "en_US.UTF-8" } })).out).toBe(english)
    expect((await shop.run(["help", "tree", "--lang", "zh"])).out).not.toMatch(/Usage/u)
    expect((await shop.run(["tree", "--help"], { env: { LANG: "zh_CN.UTF-8" } })).out).not.toMatch(/Usage/u)
  })

  it.each(Commands.all.map(({ name }) => name))(
    "of %s names all it takes, in both languages or the one asked for",
    async (name) => {
      using shop = new Workshop()
      const command = Commands.named(name)
      const both = await shop.run([name, "--help", "--lang", "both"])
      expect(both.code).toBe(0)
      expect((await shop.run(["help", name, "--lang", "both"])).out).toBe(both.out)
      for (const [option, { about }] of Object.entries(command?.options ?? {})) {
        expect(both.out).toContain(`--${option}`)
        expect(both.out).toContain(about.zh)
        expect(both.out).toContain(about.en)
      }
      expect(both.out).toContain("louyu ")
      const english = await shop.run([name, "--help", "--lang", "en"])
      expect(english.out).not.toMatch(
        /\p{Script=Han}/u.test(command?.examples.join() ?? "") ? /用法/u : /\p{Script=Han}/u
      )
    }
  )

  it("says which version it is", async () => {
    using shop = new Workshop()
    expect((await shop.run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })
})

describe("language", () => {
  const heading = async (env: Record<string, string>, ...more: ReadonlyArray<string>) => {
    using shop = new Workshop()
    const { out } = await shop.run(["coverage", "--folder", shop.city(), ...more], { env })
    return out.split("\n")[0]
  }

  it("is what the option says, else the locale's, else both", async () => {
    expect(await heading({ LANG: "zh_CN.UTF-8" })).toBe("党组织覆盖 2026-11-22")
    expect(await heading({ LANG: "en_GB.UTF-8" })).toBe("coverage 2026-11-22")
    expect(await heading({ LANG: "C" })).toBe("党组织覆盖 coverage 2026-11-22")
    expect(await heading({})).toBe("党组织覆盖 coverage 2026-11-22")
    expect(await heading({ LANG: "en_GB.UTF-8", LC_ALL: "zh_CN.UTF-8" })).toBe("党组织覆盖 2026-11-22")
    expect(await heading({ LANG: "zh_CN.UTF-8" }, "--lang", "en")).toBe("coverage 2026-11-22")
  })
})

describe("colours", () => {
  it("are shown on a terminal only, and never under NO_COLOR", async () => {
    using shop = new Workshop()
    const argv = ["tree", "--folder", shop.city()]
    const colour = "\u001b["
    expect((await shop.run(argv)).out).not.toContain(colour)
    expect((await shop.run(argv, { isTerminal: true })).out).toContain(colour)
    expect((await shop.run(argv, { isTerminal: true, env: { NO_COLOR: "1" } })).out).not.toContain(colour)
    expect((await shop.run(argv, { isTerminal: true, env: { NO_COLOR: "" } })).out).toContain(colour)
    expect((await shop.run(argv, { isTerminal: true, env: { TERM: "dumb" } })).out).not.toContain(colour)
    expect((await shop.run([...argv, "--json"], { isTerminal: true })).out).not.toContain(colour)
  })
})
