import type { ruleVersions } from '@zhixing/contract/development-words.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Procedure } from '../../procedures/index.ts'
import { rules2014 } from './rules-2014.ts'
import { rules2026 } from './rules-2026.ts'

export type RuleVersion = `${keyof typeof ruleVersions}`

export const versions: Readonly<Record<RuleVersion, Procedure>> = {
  2014: rules2014,
  2026: rules2026,
}

/** The day on which the rules of 2026 came into force. */
const revisedOn = '2026-05-11'

/** By the day of the application: a case is finished under the rules under which it was opened. */
export function versionOn(day: Day): RuleVersion {
  return day < revisedOn ? '2014' : '2026'
}
