import { builtinModules } from "node:module"
import type { ICruiseOptions, IFlattenedRuleSet } from "dependency-cruiser"
import { domains, layers } from "./arrows.ts"

type Rule = NonNullable<IFlattenedRuleSet["forbidden"]>[number]

const anyOf = (names: ReadonlyArray<string>): string => `(?:${names.join("|")})`
const source = (folder: string): string => `(?:^|/)packages/${folder}/src/`
const testing = "/src/testing/"

const perLayer = Object.entries(layers).flatMap(([folder, layer]): ReadonlyArray<Rule> => {
  const friends = anyOf([folder, ...layer.packages])
  const outside = anyOf(layer.outside)
  return [
    {
      name: `${folder}-arrow`,
      comment: `${folder} may import ${layer.packages.join(", ") || "no other package"}`,
      severity: "error",
      from: { path: source(folder) },
      to: { path: "(?:^|/)(?:packages/[^/]+|examples|test)/", pathNot: `(?:^|/)packages/${friends}/|/node_modules/` }
    },
    {
      name: `${folder}-outside`,
      comment: `${folder} may import from outside only ${layer.outside.join(", ")}`,
      severity: "error",
      from: { path: source(folder), pathNot: testing },
      to: { path: "node_modules/", pathNot: `node_modules/${outside}/` }
    },
    ...(layer.node
      ? []
      : [
          {
            name: `${folder}-no-node`,
            comment: `${folder} runs in a browser and imports nothing of Node`,
            severity: "error",
            from: { path: source(folder), pathNot: "/src/testing/http\\.ts$" },
            to: { dependencyTypes: ["core"] }
          } satisfies Rule
        ])
  ]
})

const everywhere: ReadonlyArray<Rule> = [
  {
    name: "placed",
    comment: "every package has its place in arrows.ts",
    severity: "error",
    from: { path: "(?:^|/)packages/", pathNot: `(?:^|/)packages/${anyOf(Object.keys(layers))}/` },
    to: {}
  },
  {
    name: "no-other-domain",
    comment: "a domain asks others through its facts, never by import",
    severity: "error",
    from: { path: `(?:^|/)packages/(${domains.join("|")})/src/` },
    to: { path: `(?:^|/)packages/${anyOf(domains)}/`, pathNot: "(?:^|/)packages/$1/" }
  },
  {
    name: "by-name",
    comment: "another package is imported by its name, not by a path into its folder",
    severity: "error",
    from: { path: "(?:^|/)packages/([^/]+)/" },
    to: { path: "(?:^|/)packages/", pathNot: "(?:^|/)packages/$1/", dependencyTypes: ["local"] }
  },
  {
    name: "deep-effect",
    comment: "effect and date-fns are imported by module: the barrel costs four times the bundle",
    severity: "error",
    from: { path: source("[^/]+") },
    to: { path: "node_modules/(?:effect/dist|date-fns)/index\\.[cm]?(?:js|d\\.[cm]?ts)$" }
  },
  {
    name: "no-test-in-source",
    comment: "what is published does not import tests, nor laws outside ./testing",
    severity: "error",
    from: { path: source("[^/]+"), pathNot: testing },
    to: { path: `(?:^|/)packages/[^/]+/(?:test/|src/testing/)` }
  },
  {
    name: "laws-outside",
    comment: "laws need a property-testing library and a test runner, nothing more",
    severity: "error",
    from: { path: `${source("[^/]+").slice(0, -1)}/testing/` },
    to: { path: "node_modules/", pathNot: "node_modules/(?:effect|date-fns|fast-check|vitest|@effect/vitest)/" }
  },
  {
    name: "no-circle",
    comment: "modules that import each other in a circle cannot be read or tested one at a time",
    severity: "error",
    from: { path: source("[^/]+") },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }
  },
  {
    name: "resolvable",
    comment: "an import that leads nowhere",
    severity: "error",
    from: {},
    to: { couldNotResolve: true, pathNot: `^(?:node:)?${anyOf(builtinModules)}$` }
  }
]

/** The arrows as rules of dependency-cruiser. */
export const ruleSet: IFlattenedRuleSet = { forbidden: [...perLayer, ...everywhere] }

/** How files are found and imports resolved. */
export const options: ICruiseOptions = {
  ruleSet,
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: "node_modules" },
  exclude: { path: "(?:^|/)packages/[^/]+/dist/" },
  enhancedResolveOptions: {
    exportsFields: ["exports"],
    conditionNames: ["import", "node", "default"],
    extensions: [".ts", ".js", ".mjs"]
  }
}
