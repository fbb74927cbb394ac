export * as CityFolder from "./CityFolder.ts"
export * as ExchangeError from "./ExchangeError.ts"
export * as Finding from "./Finding.ts"
export * as Report from "./Report.ts"
