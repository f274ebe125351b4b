import { ethnicities } from '@zhixing/contract/codes.ts'
import { cohorts, employments, posts } from '@zhixing/contract/words.ts'
import { keysOf } from '@zhixing/contract'
import type { Cohort } from '@zhixing/contract'
import { addMonths, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { all, onceADay } from './condition.ts'
import type { Condition, Post, Subject } from './condition.ts'
import { isExcused, isLost, isNewMember, isSuspended, stageIn } from './membership.ts'
import { ageBetween, isMinority } from './person.ts'
import { employmentIn, isFloating, postIn, sectorIn } from './position.ts'
import { isRestructured, isStayForWork } from './profile.ts'

type DeclaredCohort = {
  readonly condition: (day: Day) => Condition
  readonly because: (subject: Subject, day: Day) => string
}

const secretaries: readonly Post[] = ['secretary', 'firstSecretary']
const committee: readonly Post[] = [
  ...secretaries,
  'deputySecretary',
  'organizationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'officer',
]

const byAge = (from?: number, to?: number): DeclaredCohort => ({
  condition: (day) => ageBetween(from, to, day),
  because: ({ bornOn }, day) => `${bornOn} 出生，${yearsBetween(bornOn, day)} 岁`,
})

const byEmployment = (employment: keyof typeof employments): DeclaredCohort => ({
  condition: () => employmentIn([employment]),
  because: () => `从业状况为${employments[employment]}`,
})

const byPost = (names: readonly Post[], months?: number): DeclaredCohort => ({
  condition: (day) =>
    postIn(names, day, months === undefined ? undefined : addMonths(day, -months)),
  because: (subject) =>
    subject.posts
      .filter(({ post }) => names.includes(post))
      .map(({ post, from }) => `${from} 起任${posts[post]}`)
      .join('，'),
})

/** Every cohort that is computed, and why somebody is in it. */
const declared: Readonly<Record<Cohort, DeclaredCohort>> = {
  youth: byAge(undefined, 35),
  middleAged: byAge(36, 59),
  old: byAge(60),
  secretary: byPost(secretaries),
  newSecretary: byPost(secretaries, 6),
  committeeMember: byPost(committee),
  probationary: {
    condition: () => stageIn(['probationary']),
    because: ({ joinedOn }) => `${joinedOn ?? '入党日期未填'} 起为预备党员`,
  },
  newMember: {
    condition: isNewMember,
    because: ({ joinedOn, confirmedOn }) =>
      confirmedOn ? `${confirmedOn} 转正，未满一年` : `${joinedOn} 入党，尚未转正`,
  },
  floating: {
    condition: isFloating,
    because: ({ floatingSince, floatingTo }) =>
      `${floatingSince} 起外出，流向${floatingTo || '未填'}`,
  },
  excused: { condition: isExcused, because: ({ excuse }) => excuse ?? '' },
  lost: { condition: isLost, because: ({ lostSince }) => `${lostSince} 起失去联系` },
  suspended: { condition: () => isSuspended, because: () => '党籍状态为停止党籍' },
  rural: {
    condition: () => sectorIn(['village']),
    because: ({ organizationName }) => `所在${organizationName}属农村领域`,
  },
  farmer: byEmployment('farmer'),
  student: byEmployment('student'),
  retired: byEmployment('retired'),
  minority: {
    condition: () => isMinority,
    because: ({ ethnicity }) => `民族为${ethnicities[ethnicity] ?? ethnicity}`,
  },
  privateSecretary: {
    condition: (day) => all([postIn(secretaries, day), sectorIn(['privateEnterprise'])]),
    because: ({ organizationName }) => `在${organizationName}任书记，属非公有制企业`,
  },
  workAway: {
    condition: (day) => all([isFloating(day), isStayForWork]),
    because: ({ floatingSince, floatingTo }) =>
      `${floatingSince} 起外出务工，在${floatingTo || '未填'}`,
  },
  restructured: {
    condition: () => isRestructured,
    because: () => '画像登记为改制企业党员',
  },
}

export function cohortCondition(cohort: Cohort, day: Day): Condition {
  return declared[cohort].condition(day)
}

export type ExplainedCohort = {
  readonly cohort: Cohort
  readonly word: string
  readonly because: string
}

const conditionsOf = onceADay((day) =>
  keysOf(cohorts).map((cohort) => ({ cohort, ...cohortCondition(cohort, day) })),
)

/** All cohorts somebody is in on the day, each with its reason. */
export function cohortsOf(subject: Subject, day: Day): ExplainedCohort[] {
  return conditionsOf(day)
    .filter(({ holds }) => holds(subject))
    .map(({ cohort }) => ({
      cohort,
      word: cohorts[cohort],
      because: declared[cohort].because(subject, day),
    }))
}
