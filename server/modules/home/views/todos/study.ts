import { requirementNames } from '@zhixing/contract/learning-words.ts'
import { lagging } from '../../../requirements/index.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'
import { hoursText, monthDay } from '../../../../kernel/words.ts'

/** Who cannot reach what is owed by what is planned, requirement by requirement. */
export async function studyGaps({ db, now, organization, isBranch }: Place): Promise<Todo[]> {
  const found = await lagging(db, { path: organization.path, now })
  return found.flatMap(({ requirement, asked, year, tally, first }): Todo[] => {
    const { atRisk, behind } = tally.counts
    const common = {
      key: `study:${requirement.key}`,
      clause: asked.clause,
      action: isBranch ? '看补训名单' : '看是哪些人',
      to: `/requirements?requirement=${requirement.key}&standing=atRisk`,
    }
    if (requirement.measure === 'minutes')
      return atRisk === 0
        ? []
        : [
            {
              ...common,
              what: `为 ${atRisk} 人安排补训（${requirementNames[requirement.key]}）`,
              why: `已安排的活动全部参加也达不到要求，${someOf(first.map(({ name }) => name))}，到年底共差 ${hoursText(tally.gapMinutes)} 学时`,
              deadline: `${year}-12-31`,
            },
          ]
    const deadline = first[0]?.deadline ?? `${year}-12-31`
    return [
      {
        ...common,
        what: `${requirementNames[requirement.key]}：还有 ${atRisk + behind} 人没有完成`,
        why: `${asked.sentence}；${someOf(first.map(({ name }) => name))}，最早的期限是 ${monthDay(deadline)}`,
        deadline,
        to: `/requirements?requirement=${requirement.key}`,
      },
    ]
  })
}
