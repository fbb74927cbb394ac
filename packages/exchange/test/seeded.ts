import * as fc from "fast-check"

// The same values on every machine and every run; a failure is printed with the path to its counterexample.
fc.configureGlobal({ seed: 20_261_122 })

export { fc }
