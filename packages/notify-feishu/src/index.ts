export * as FeishuRobot from "./FeishuRobot.ts"
