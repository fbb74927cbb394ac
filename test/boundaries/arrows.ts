/** What the source of one package may import: packages of the workspace by folder, and packages from outside. */
interface Layer {
  readonly packages: ReadonlyArray<string>
  readonly outside: ReadonlyArray<string>
  /** May it talk to the machine it runs on (`node:*`)? */
  readonly node: boolean
}

/** The pure domains: bare nouns, importable alone. */
export const domains = [
  "organisation",
  "roles",
  "matching",
  "recruitment",
  "casework",
  "stations",
  "programmes",
  "economy"
]

const plugIn = (outside: ReadonlyArray<string>): Layer => ({
  packages: ["kernel", "ports"],
  outside: ["effect", ...outside],
  node: true
})
const domain: Layer = { packages: ["kernel"], outside: ["effect", "date-fns"], node: false }
const above = ["kernel", ...domains, "profiles", "ports", "louyu"]

/** The arrows of the architecture. A package that is not listed here has no place in it, and the check says so. */
export const layers: Readonly<Record<string, Layer>> = {
  kernel: { packages: [], outside: ["effect", "date-fns"], node: false },
  ...Object.fromEntries(domains.map((name) => [name, domain])),
  matching: { ...domain, outside: [...domain.outside, "minisearch"] },
  profiles: { packages: ["kernel", ...domains], outside: ["effect"], node: false },
  ports: { packages: ["kernel"], outside: ["effect"], node: false },
  "store-memory": { ...plugIn([]), node: false },
  "store-sqlite": plugIn([]),
  "store-postgres": plugIn(["pg"]),
  "notify-console": plugIn([]),
  "notify-wecom": plugIn([]),
  "notify-dingtalk": plugIn([]),
  "notify-feishu": plugIn([]),
  "notify-email": plugIn(["nodemailer"]),
  "notify-webhook": plugIn([]),
  louyu: { packages: ["kernel", ...domains, "profiles", "ports"], outside: ["effect"], node: false },
  exchange: { packages: above, outside: ["effect", "csv-parse"], node: true },
  charts: { packages: above, outside: ["effect"], node: false },
  cli: {
    packages: [...above, "exchange", "charts", "store-memory", "store-sqlite", "store-postgres", "notify-console"],
    outside: ["effect"],
    node: true
  }
}

/** Packages that read no clock, no random source and no environment: time and ids are arguments. */
export const pure: ReadonlyArray<string> = ["kernel", ...domains, "profiles"]
