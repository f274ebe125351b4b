import type { sections } from '@zhixing/contract/development-words.ts'
import { declareProcedure } from '../../procedures/index.ts'
import type { DeclaredStep } from '../../procedures/index.ts'

/** The branch prepares and decides, the committee above approves, the county's department files. */
export const branch = { decidedBy: 'development.keep' } as const
export const committee = { decidedBy: 'development.approve', isAbove: true } as const
export const county = { decidedBy: 'development.file', isAbove: true } as const

export const pass = (name: string, to: string) => ({ key: 'pass', name, to })
export const back = (name: string, to: string) => ({ key: 'back', name, to, needsReason: true })
/** It does not go on with this person; whoever applied may apply again. */
export const stop = { key: 'stop', name: '终止培养', to: 'ended', needsReason: true }
/** Not this time: the time of cultivation stands, and what followed it is done again. */
export const failed = {
  key: 'failed',
  name: '未通过，继续培养',
  to: 'cultivate',
  needsReason: true,
}

export const paper = (key: string, name: string) => ({ key, name })

/** What a branch meeting may resolve at the end of probation, and the committee approve. */
export const resolutions = (to: {
  readonly confirm: string
  readonly extend: string
  readonly cancel: string
}) => [
  { key: 'confirm', name: '按期转正', to: to.confirm },
  { key: 'extend', name: '延长预备期', to: to.extend, needsReason: true },
  { key: 'cancel', name: '取消预备党员资格', to: to.cancel, needsReason: true },
]

/** Days that steps count from besides the steps themselves. */
const marks = ['contacts', 'inspected', 'notice', 'introducers', 'trained', 'probationEnds']

export function declareAdmission(version: keyof typeof versions, steps: readonly DeclaredStep[]) {
  const kind = `development.${version}`
  return declareProcedure({ kind, name: versions[version], page, knownTo, marks, steps })
}

/** Their papers tell of families and reviews: they are for those who keep the file, not for all who see the board. */
const knownTo = 'development.keep'

const versions = { 2014: '发展党员（2014年细则）', 2026: '发展党员（2026年修订细则）' } as const
const page = '/development/{unitId}/{id}'

type Section = keyof typeof sections
/** With which step each section ends. */
const lastSteps: Readonly<Record<Section, string>> = {
  apply: 'talk',
  cultivate: 'cultivate',
  target: 'training',
  admit: 'filed',
  confirm: 'archive',
}

/** Which section a step belongs to, by its place among the others. */
export function sectionOf(keys: readonly string[], key: string): Section {
  const at = keys.indexOf(key)
  if (at <= keys.indexOf(lastSteps.apply)) return 'apply'
  if (at <= keys.indexOf(lastSteps.cultivate)) return 'cultivate'
  if (at <= keys.indexOf(lastSteps.target)) return 'target'
  return at <= keys.indexOf(lastSteps.admit) ? 'admit' : 'confirm'
}
