import type { OrganizationKind } from '@zhixing/contract'
import type { setupChecks, severities } from '@zhixing/contract/words.ts'
import { addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { fullDay } from '../../../kernel/words.ts'
import { isBranch, isTemporary } from './kinds.ts'

/** What is known of one organization when its set-up is looked at. */
export type SetupFacts = {
  readonly kind: OrganizationKind
  readonly sector: string
  /** Who belongs directly to it. */
  readonly full: number
  readonly probationary: number
  /** Who sits on its committee, the secretary among them. */
  readonly officers: number
  readonly hasSecretary: boolean
  readonly coveredUnits: number
  readonly termEndsOn: Day | null
}

type Ruled = { readonly value: number; readonly clause: string }

/** The rules that are looked at, each with its value and clause at that place and day. */
export type SetupRules = {
  readonly [K in (typeof setupKeys)[number]]: Ruled
}

export const setupKeys = [
  'branch.min_full_members',
  'branch.max',
  'branch.joint.max_units',
  'committee.required_from',
  'committee.size.min',
  'committee.size.usual',
  'committee.size.max',
  'committee.term.remind_before',
  'committee.term.village',
  'committee.term.other',
  'committee.term.committee',
] as const

/** Which rule says how long a committee of this organization serves. */
export function termKeyOf(one: { readonly kind: OrganizationKind; readonly sector: string }) {
  if (!isBranch(one.kind)) return 'committee.term.committee' as const
  const isRural = one.sector === 'village' || one.sector === 'community'
  return isRural ? ('committee.term.village' as const) : ('committee.term.other' as const)
}

export type Check = {
  readonly code: keyof typeof setupChecks
  readonly severity: keyof typeof severities
  readonly sentence: string
  readonly clause: string
  readonly next: string
}

/** What is not as the rules ask, the most urgent first. */
export function checksOf(facts: SetupFacts, rules: SetupRules, day: Day): Check[] {
  if (facts.kind === 'group') return []
  const own = isBranch(facts.kind) ? branchChecks(facts, rules) : [outsideBranch(facts, rules)]
  const found = [...own, ...termChecks(facts, rules, day), secretaryCheck(facts, rules)]
  return found
    .filter((check) => check !== undefined)
    .toSorted((one, other) => urgency[one.severity] - urgency[other.severity])
}

const urgency = { late: 0, wrong: 1, soon: 2, note: 3 } as const

function branchChecks(facts: SetupFacts, rules: SetupRules): (Check | undefined)[] {
  return [
    tooFew(facts, rules),
    tooMany(facts, rules),
    committee(facts, rules),
    joint(facts, rules),
    temporary(facts),
  ]
}

function tooFew({ kind, full }: SetupFacts, rules: SetupRules): Check | undefined {
  const { value, clause } = rules['branch.min_full_members']
  if (full >= value || isJoint(kind)) return undefined
  return {
    code: 'tooFew',
    severity: 'wrong',
    sentence: `正式党员 ${full} 名，不足 ${value} 名`,
    clause,
    next: '与邻近或业务相近的单位成立联合党支部，或并入其他支部',
  }
}

function tooMany({ full, probationary }: SetupFacts, rules: SetupRules): Check | undefined {
  const { value, clause } = rules['branch.max']
  const members = full + probationary
  if (members <= value) return undefined
  return {
    code: 'tooMany',
    severity: 'wrong',
    sentence: `党员 ${members} 名，超过一般不超过 ${value} 名的规模`,
    clause,
    next: '分设党支部',
  }
}

function committee({ kind, full, officers }: SetupFacts, rules: SetupRules): Check | undefined {
  const [from, least, usual, most] = [
    rules['committee.required_from'],
    rules['committee.size.min'],
    rules['committee.size.usual'],
    rules['committee.size.max'],
  ]
  if (officers > most.value)
    return {
      code: 'committeeTooLarge',
      severity: 'wrong',
      sentence: `支部委员会 ${officers} 名委员，一般不超过 ${most.value} 名`,
      clause: most.clause,
      next: `换届或调整时按 ${least.value} 至 ${usual.value} 名设置`,
    }
  if (isTemporary(kind) || full < from.value || officers >= least.value) return undefined
  return {
    code: 'needsCommittee',
    severity: 'wrong',
    sentence: `正式党员 ${full} 名，已登记委员 ${officers} 名；${from.value} 名以上应设支部委员会`,
    clause: from.clause,
    next: `选举产生 ${least.value} 至 ${usual.value} 名委员并登记`,
  }
}

function joint({ kind, coveredUnits }: SetupFacts, rules: SetupRules): Check | undefined {
  if (!isJoint(kind)) return undefined
  const { value, clause } = rules['branch.joint.max_units']
  if (coveredUnits > value)
    return {
      code: 'jointTooMany',
      severity: 'wrong',
      sentence: `联合党支部覆盖 ${coveredUnits} 个单位，一般不超过 ${value} 个`,
      clause,
      next: '为具备条件的单位单独成立党支部',
    }
  if (coveredUnits >= 2) return undefined
  return {
    code: 'jointUnits',
    severity: 'note',
    sentence: coveredUnits ? '只登记了 1 个覆盖单位' : '没有登记覆盖的单位',
    clause,
    next: '登记联合党支部覆盖的各单位',
  }
}

function temporary({ kind }: SetupFacts): Check | undefined {
  if (!isTemporary(kind)) return undefined
  return {
    code: 'temporaryLimits',
    severity: 'note',
    sentence: '临时党支部组织党员学习和组织生活，不发展党员、不处分处置党员、不选举',
    clause: '《中国共产党支部工作条例（试行）》第二章',
    next: '任务结束后及时撤销，党员转回原支部',
  }
}

function outsideBranch({ full, probationary }: SetupFacts, rules: SetupRules): Check | undefined {
  const members = full + probationary
  if (members === 0) return undefined
  return {
    code: 'outsideBranch',
    severity: 'wrong',
    sentence: `${members} 名党员直接挂在本级，没有编入支部`,
    clause: '《中国共产党党员教育管理工作条例》第二十五条',
    next: `编入所在单位或居住地的党支部；满 ${rules['branch.min_full_members'].value} 名正式党员的单位成立党支部`,
  }
}

function termChecks(facts: SetupFacts, rules: SetupRules, day: Day): Check[] {
  const { kind, termEndsOn } = facts
  if (isTemporary(kind) || kind === 'leadingGroup' || isAppointed(kind)) return []
  const { clause } = rules[termKeyOf(facts)]
  if (!termEndsOn)
    return [
      {
        code: 'termUnknown',
        severity: 'note',
        sentence: '没有登记本届班子的选举日期',
        clause,
        next: '登记选举日期，系统据此提醒换届',
      },
    ]
  if (termEndsOn < day)
    return [
      {
        code: 'termOverdue',
        severity: 'late',
        sentence: `本届任期${fullDay(termEndsOn)}届满，尚未换届`,
        clause,
        next: '召开党员大会换届，或报上级批准延期',
      },
    ]
  const remind = rules['committee.term.remind_before']
  if (termEndsOn > addMonths(day, remind.value)) return []
  return [
    {
      code: 'termEnding',
      severity: 'soon',
      sentence: `本届任期${fullDay(termEndsOn)}届满，不足 ${remind.value} 个月`,
      clause,
      next: '提前准备换届：请示、党员大会、报批',
    },
  ]
}

function secretaryCheck({ kind, hasSecretary }: SetupFacts, rules: SetupRules): Check | undefined {
  if (hasSecretary) return undefined
  return {
    code: 'noSecretary',
    severity: 'wrong',
    sentence: '没有登记书记，党建工作没有第一责任人',
    clause: isBranch(kind) ? rules['committee.required_from'].clause : firstResponsible,
    next: '选举或任命书记后登记',
  }
}

/** The plan names the committee's secretary as the first who is responsible for members' education. */
const firstResponsible = '《2019—2023年全国党员教育培训工作规划》：党委书记是第一责任人'

function isJoint(kind: OrganizationKind): boolean {
  return kind === 'jointBranch' || kind === 'temporaryJointBranch'
}

/** Sent by the committee above instead of being elected. */
function isAppointed(kind: OrganizationKind): boolean {
  return kind === 'workCommittee' || kind === 'agencyCommittee'
}
