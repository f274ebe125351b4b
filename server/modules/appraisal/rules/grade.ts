import type { HeadingMarks, Reason } from '@zhixing/contract'
import { appraisalHeadings } from '@zhixing/contract/appraisal-words.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Refused = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}
const order = ['politics', 'discipline', 'virtue', 'service'] as const
type Share = readonly [part: number, whole: number]
export type Role = 'graded' | 'ungraded' | 'excused'

/** Probationary members take part and get no grade; nor does who has been a member for less than a place asks. */
export function roleOf(
  { stage, confirmedOn }: { stage: 'full' | 'probationary'; confirmedOn: Day | null },
  { day, fromYears }: { day: Day; fromYears: number },
): { readonly role: Role; readonly roleNote: string } {
  if (stage === 'probationary') return { role: 'ungraded', roleNote: '是预备党员' }
  const isShort =
    fromYears > 0 && (confirmedOn === null || yearsBetween(confirmedOn, day) < fromYears)
  return isShort
    ? { role: 'ungraded', roleNote: `转正不满 ${fromYears} 年` }
    : { role: 'graded', roleNote: '' }
}

/** Whole people: what is over a third is dropped, never rounded up. */
export function excellentMost(graded: number, [part, whole]: Share): number {
  return Math.floor((graded * part) / whole)
}

type Person = { readonly name: string; readonly role: Role; readonly roleNote: string }
type Verdict = { readonly grade: AppraisalGrade | null; readonly headings: HeadingMarks }
type Others = {
  readonly graded: number
  /** Excellent ones besides this person. */
  readonly excellent: number
  readonly most: { readonly value: Share; readonly clause: string }
}

/** Why the branch may not conclude so of somebody, or nothing if it may. */
export function refuseVerdict(
  person: Person,
  { grade, headings }: Verdict,
  { graded, excellent, most }: Others,
): Refused | undefined {
  const wrong = refuseGrade(person, grade)
  if (wrong || grade !== 'excellent') return wrong
  const lacking = order.find((key) => headings[key] === 'lacking')
  if (lacking)
    return {
      reason: 'appraisal.excellentLacking',
      words: { 项目: appraisalHeadings[lacking] },
    }
  const 上限 = excellentMost(graded, most.value)
  if (excellent < 上限) return undefined
  return {
    reason: 'appraisal.excellentMost',
    words: {
      上限,
      人数: graded,
      比例: `${most.value[1]} 分之 ${most.value[0]}`,
      已有: excellent,
      依据: most.clause,
    },
  }
}

/** A grade for each who is graded, and none for anybody else. */
export function refuseGrade(
  { name, role, roleNote }: Person,
  grade: AppraisalGrade | null,
): Refused | undefined {
  if (role === 'excused')
    return { reason: 'appraisal.excused', words: { 姓名: name, 原因: roleNote } }
  if (role === 'ungraded' && grade !== null)
    return { reason: 'appraisal.noGrade', words: { 姓名: name, 原因: roleNote } }
  if (role === 'graded' && grade === null)
    return { reason: 'appraisal.gradeMissing', words: { 姓名: name } }
  return undefined
}
