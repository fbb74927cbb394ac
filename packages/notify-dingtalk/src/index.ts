export * as DingtalkRobot from "./DingtalkRobot.ts"
