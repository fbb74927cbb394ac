import { Text } from "@louyu/kernel"
import * as RoleScheme from "../RoleScheme.ts"

/** Writes a role; a preset is data that was checked when it was written, so a bad one is a bug. */
export const role = (
  code: string,
  zh: string,
  en: string,
  rest: Omit<RoleScheme.Role, "code" | "names">
): RoleScheme.Role => ({ code: RoleScheme.RoleCode.make(code), names: Text.of(zh, en), ...rest })

/** Names a role of a scheme. */
export const ref = (scheme: string, code: string): RoleScheme.RoleRef => ({
  scheme: RoleScheme.SchemeId.make(scheme),
  role: RoleScheme.RoleCode.make(code)
})
