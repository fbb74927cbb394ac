export * as Notifications from "./Notifications.ts"
export * as Profile from "./Profile.ts"
export * as ProfileError from "./ProfileError.ts"
export * as Profiles from "./Profiles.ts"
