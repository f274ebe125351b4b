import type { Audience } from '@zhixing/contract'
import { educationLevels } from '@zhixing/contract/codes.ts'
import { layers, ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import {
  cohorts,
  employments,
  organizationKinds,
  posts,
  rosters,
  sectors,
  sexes,
  stages,
} from '@zhixing/contract/words.ts'

/** Conditions that hold when any of the chosen words fits. */
type ListKey = Exclude<
  keyof Audience,
  'ageFrom' | 'ageTo' | 'tags' | 'tiers' | 'organizationIds' | undefined
>

type Condition = { key: ListKey; name: string; words: Readonly<Record<string, string>> }

/** What an audience can ask, in the groups in which people think. */
export const groups: { name: string; conditions: Condition[] }[] = [
  {
    name: '在什么组织',
    conditions: [
      { key: 'sectors', name: '领域', words: sectors },
      { key: 'organizationKinds', name: '组织类别', words: organizationKinds },
    ],
  },
  {
    name: '担什么责任',
    conditions: [
      { key: 'layers', name: '层次', words: layers },
      { key: 'ranks', name: '职级', words: ranks },
      { key: 'posts', name: '党内职务', words: posts },
      { key: 'rosters', name: '三张清单', words: rosters },
    ],
  },
  {
    name: '是什么人',
    conditions: [
      { key: 'cohorts', name: '群体', words: cohorts },
      { key: 'without', name: '不含群体', words: cohorts },
      { key: 'stages', name: '类别', words: stages },
      { key: 'sexes', name: '性别', words: sexes },
    ],
  },
  {
    name: '怎样学得进去',
    conditions: [
      { key: 'employments', name: '从业状况', words: employments },
      { key: 'trades', name: '职业', words: trades },
      { key: 'educations', name: '学历', words: educationLevels },
      { key: 'traits', name: '学习特点', words: traits },
      { key: 'ruralTypes', name: '新型农民类型', words: ruralTypes },
    ],
  },
]

/** Without what asks nothing, so that two audiences that mean the same are the same. */
export function tidy(audience: Audience): Audience {
  return Object.fromEntries(
    Object.entries(audience).filter(
      ([, value]) => value !== undefined && value !== null && !isEmptyList(value),
    ),
  )
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
