import { newId } from '../kernel/ids.ts'
import type { activities, attendances, motions } from '../modules/activities/table.ts'
import type { DemoMember } from './people.ts'

type Held = {
  readonly people: readonly DemoMember[]
  readonly rows: readonly (typeof attendances.$inferInsert)[]
  readonly closedAt: Date
}

const questions = [
  '是否同意用活动经费为党员活动室购置图书',
  '是否同意调整党员责任区的划分',
  '是否同意组织党员到禾岭革命旧址开展现场教学',
] as const

/** What a member meeting decided: by the full members who came, and published when the record was closed. */
export function motionOf(
  activity: typeof activities.$inferInsert & { readonly id: string },
  { people, rows, closedAt }: Held,
): typeof motions.$inferInsert | undefined {
  if (activity.kind !== 'memberMeeting') return undefined
  const voters = new Set(people.filter(({ stage }) => stage === 'full').map(({ id }) => id))
  const due = rows.filter(({ memberId }) => voters.has(memberId))
  const present = due.filter(({ mark }) => mark === 'present').length
  if (present * 2 < due.length || present === 0) return undefined

  const against = present > 6 ? 1 : 0
  const question = questions[Number(activity.month.slice(5)) % questions.length] ?? questions[0]
  return {
    id: newId(),
    unitId: activity.unitId,
    activityId: activity.id,
    text: question,
    proposerName: activity.hostName ?? '',
    discussion: '与会党员逐一发言，同意支部委员会提出的办法，建议年底公布开支。',
    ballot: 'hands',
    inFavour: present - against,
    against,
    entitled: due.length,
    present,
    passed: (present - against) * 2 > due.length,
    publishedAt: closedAt,
    createdAt: activity.startsAt,
    createdBy: activity.createdBy,
  }
}
