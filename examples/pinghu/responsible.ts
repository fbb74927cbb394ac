import { CivilDate, Identifier } from "@louyu/kernel"
import { Completeness, Directory, Routing } from "@louyu/roles"
import type { PromisedCity, RolesDomain } from "louyu"

type Language = "zh" | "en"
type Step = Routing.Step["why"]

const words = {
  zh: {
    who: (unit: string, day: string) => `${unit}，${day} 由谁负责：`,
    vacant: "空缺",
    goes: (matter: string) => `“${matter}”类事项：`
  },
  en: {
    who: (unit: string, day: string) => `Who answers at ${unit} on ${day}:`,
    vacant: "vacant",
    goes: (matter: string) => `a matter of "${matter}": `
  }
} as const

// What is added to a post or unit that was tried.
const notes: Readonly<Record<Step, Readonly<Record<Language, string>>>> = {
  handles: { zh: "", en: "" },
  general: { zh: "（无专管岗位）", en: " (whatever has no owner)" },
  leads: { zh: "（总负责）", en: " (leads overall)" },
  delegated: { zh: "（受委托）", en: " (passed on)" },
  held: { zh: "", en: "" },
  acting: { zh: "（代理）", en: " (acting)" },
  vacant: { zh: "（空缺）", en: " (vacant)" },
  deputy: { zh: "（副职）", en: " (deputy)" },
  up: { zh: "（上级）", en: " (above)" },
  nobody: { zh: "无人可办", en: "nobody answers" }
}

type Sight = Pick<RolesDomain.Sight, "directory" | "label">

const roleName = ({ directory }: Sight, at: Directory.PostOn["post"], language: Language): string => {
  const names = Directory.postAt(directory, at.unit, at)?.role.names
  return names?.[language] ?? names?.zh ?? at.role
}

/** The way a matter went: each post and person in turn, and what was found there. */
const wayOf = (sight: Sight, steps: ReadonlyArray<Routing.Step>, language: Language): string =>
  steps.reduce((way, { why, post, person, unit }) => {
    const note = notes[why][language]
    if (why === "vacant") return `${way}${note}`
    const label = sight.label(unit)
    const role = post === undefined ? (label[language] ?? label.zh) : roleName(sight, post, language)
    const here = why === "nobody" ? note : `${person ?? role}${note}`
    return way === "" ? here : `${way} → ${here}`
  }, "")

/** Who holds the posts of a building on a day, and how one matter finds whoever answers for it, in a few lines. */
export const responsible = async (
  city: PromisedCity,
  asked: { readonly unit: string; readonly matter: string; readonly day: string },
  language: Language
): Promise<ReadonlyArray<string>> => {
  const { directory, label } = await city.roles.on(CivilDate.make(asked.day))
  const sight = { directory, label }
  const unit = Identifier.UnitId.make(asked.unit)
  const name = label(unit)[language] ?? label(unit).zh
  const posts = Map.groupBy(Completeness.of(directory, unit), ({ at }) => at.role.names[language] ?? at.role.names.zh)
  const roster = [...posts].map(([role, fillings]) => {
    const holders = fillings.flatMap((one) => one.holders.map(({ person }) => person))
    return `${role} ${holders.length === 0 ? words[language].vacant : holders.join(" ")}`
  })
  const half = Math.ceil(roster.length / 2)
  const { steps } = Routing.route(directory, { matter: asked.matter, unit })
  return [
    words[language].who(name, asked.day),
    `  ${roster.slice(0, half).join(" · ")}`,
    `  ${roster.slice(half).join(" · ")}`,
    `  ${words[language].goes(asked.matter)}${wayOf(sight, steps, language)}`
  ]
}

/** How many posts of the whole city are filled on a day. */
export const filled = async (city: PromisedCity, day: string, root: string): Promise<string> => {
  const on = CivilDate.make(day)
  const { directory } = await city.roles.on(on)
  const { posts, counts, rate } = Completeness.sum(on, Completeness.of(directory, Identifier.UnitId.make(root)))
  return rate === undefined ? "—" : `${counts.filled + counts.overFilled}/${posts}  ${(rate * 100).toFixed(1)} %`
}
