import { isShaped } from '../rules.ts'
import type { Declared, Shapes } from '../rules.ts'
import { alerts } from './alerts.ts'
import { branches } from './branches.ts'
import { conduct } from './conduct.ts'
import { conversion } from './conversion.ts'
import { courseRules } from './courses.ts'
import { development } from './development.ts'
import { dues } from './dues.ts'
import { hours } from './hours.ts'
import { leaders } from './leaders.ts'
import { meetings } from './meetings.ts'
import { mobility } from './mobility.ts'
import { resources } from './resources.ts'
import { security } from './security.ts'
import { signIn } from './sign-in.ts'
import { studyGroups } from './study-groups.ts'
import { training } from './training.ts'
import { votes } from './votes.ts'

/** Every parameter, in the order in which the page shows them. */
export const catalogue = [
  ...hours.map((one) => ({ ...one, group: 'hours' as const })),
  ...conversion.map((one) => ({ ...one, group: 'conversion' as const })),
  ...training.map((one) => ({ ...one, group: 'training' as const })),
  ...resources.map((one) => ({ ...one, group: 'training' as const })),
  ...courseRules.map((one) => ({ ...one, group: 'training' as const })),
  ...meetings.map((one) => ({ ...one, group: 'meetings' as const })),
  ...signIn.map((one) => ({ ...one, group: 'meetings' as const })),
  ...studyGroups.map((one) => ({ ...one, group: 'meetings' as const })),
  ...leaders.map((one) => ({ ...one, group: 'meetings' as const })),
  ...alerts.map((one) => ({ ...one, group: 'meetings' as const })),
  ...conduct.map((one) => ({ ...one, group: 'meetings' as const })),
  ...branches.map((one) => ({ ...one, group: 'branches' as const })),
  ...mobility.map((one) => ({ ...one, group: 'branches' as const })),
  ...votes.map((one) => ({ ...one, group: 'branches' as const })),
  ...development.map((one) => ({ ...one, group: 'development' as const })),
  ...dues.map((one) => ({ ...one, group: 'dues' as const })),
  ...security.map((one) => ({ ...one, group: 'security' as const })),
]

type Known =
  | (typeof hours)[number]
  | (typeof conversion)[number]
  | (typeof training)[number]
  | (typeof resources)[number]
  | (typeof courseRules)[number]
  | (typeof meetings)[number]
  | (typeof signIn)[number]
  | (typeof studyGroups)[number]
  | (typeof leaders)[number]
  | (typeof alerts)[number]
  | (typeof conduct)[number]
  | (typeof branches)[number]
  | (typeof mobility)[number]
  | (typeof votes)[number]
  | (typeof development)[number]
  | (typeof dues)[number]
  | (typeof security)[number]

export type RuleKey = Known['key']
export type ValueOf<K extends RuleKey> = Shapes[Extract<Known, { readonly key: K }>['shape']]
export type Listed = Declared & Pick<(typeof catalogue)[number], 'key' | 'group'>

const byKey = new Map<string, Listed>(catalogue.map((one) => [one.key, one]))

export function declaredRule(key: string): Listed | undefined {
  return byKey.get(key)
}

/** Whether what was kept is what the program expects of the key. */
export function isValueOf<K extends RuleKey>(key: K, value: unknown): value is ValueOf<K> {
  const declared = declaredRule(key)
  return declared !== undefined && isShaped(declared, value)
}
