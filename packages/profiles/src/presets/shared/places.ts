import { kind, level, skippable } from "../../Preset.ts"

/** The steps of location from a building down. */
export const buildingLevels = [
  level("building", "楼宇", "Building"),
  skippable("tower", "楼栋", "Tower"),
  skippable("floor", "楼层", "Floor"),
  level("unit", "房间", "Lettable unit")
]

/** The kinds of place a building and what is in it are, in every city. Source: H-02, D-04 (towers), P-05. */
export const buildingKinds = [
  kind("building", "楼宇", "Building", "building", { level: { location: "building" } }),
  kind("tower", "楼栋", "Tower", "tower", { level: { location: "tower" } }),
  kind("floor", "楼层", "Floor", "floor", { level: { location: "floor" } }),
  kind("lettable-unit", "房间", "Lettable unit", "lettableUnit", { level: { location: "unit" } })
]

/** The ids of the kinds of {@link buildingKinds}. */
export const inside = ["building", "tower", "floor", "lettable-unit"]

/** The steps of location of a city that has districts, down to where its buildings stand. */
export const districtLevels = [
  level("city", "市", "City"),
  level("district", "区", "District"),
  skippable("street", "街道", "Street"),
  skippable("community", "社区", "Community")
]

/** The regions of a city that has districts. */
export const districtKinds = [
  kind("city", "市", "City", "region", { level: { location: "city" }, root: ["location"] }),
  kind("district", "区", "District", "region", { level: { location: "district" } }),
  kind("street", "街道", "Street", "region", { level: { location: "street" } }),
  kind("community", "社区", "Community", "region", { level: { location: "community" } })
]

/** The ids of the kinds of {@link districtKinds}. */
export const regions = ["city", "district", "street", "community"]
