export * as AccessToken from "./AccessToken.ts"
export * as WecomApplication from "./WecomApplication.ts"
export * as WecomRobot from "./WecomRobot.ts"
