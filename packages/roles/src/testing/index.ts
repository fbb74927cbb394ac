export * as PlainPlaces from "./PlainPlaces.ts"
