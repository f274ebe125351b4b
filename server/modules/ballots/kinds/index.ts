import type { BallotKind } from '../rules/kind.ts'
import { admission } from './admission.ts'
import { appraisal } from './appraisal.ts'
import { disposal } from './disposal.ts'
import { election } from './election.ts'
import { motion } from './motion.ts'

const kinds = { motion, admission, election, appraisal, disposal } as const

export function kindOf(key: BallotKind['key']): BallotKind {
  return kinds[key]
}
