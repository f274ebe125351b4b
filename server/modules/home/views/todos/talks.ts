import { and, asc, eq, inArray, like } from 'drizzle-orm'
import type { Reader } from '../../../../kernel/db.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { members } from '../../../members/table.ts'
import { waitingAt } from '../../../talks/index.ts'
import { talks } from '../../../talks/table.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const clause = '常态化约谈提醒：苗头早发现、谈话早提醒、改进有跟踪'

/**
 * Whom a branch has to talk with, and which talks have to be held or looked after; only for who may read them. Those
 * above have a page of their own, which looks at everybody below.
 */
export async function dueTalks(place: Place): Promise<Todo[]> {
  if (!place.isBranch || !place.may('talks.view')) return []
  const { db, now, today, organization } = place
  const found = await waitingAt(db, { path: organization.path, now, day: today })
  const waiting = found.filter(({ talk }) => talk === null)
  const names = someOf(waiting.map(({ name }) => name))
  const first: Todo[] =
    waiting.length === 0
      ? []
      : [
          {
            key: 'talks:waiting',
            what: `约 ${waiting.length} 名党员谈心谈话`,
            why: `学习或到会明显落后：${names}`,
            clause,
            deadline: null,
            action: '看为什么',
            to: '/talks',
          },
        ]
  return [...first, ...(await openTalks(place))]
}

async function openTalks({ db, organization }: Place): Promise<Todo[]> {
  const rows = await db
    .select({ talk: talks, name: members.name })
    .from(talks)
    .innerJoin(members, and(eq(members.unitId, talks.unitId), eq(members.id, talks.memberId)))
    .where(
      and(
        like(talks.path, `${organization.path}%`),
        inArray(talks.state, ['planned', 'following']),
      ),
    )
    .orderBy(asc(talks.plannedOn))
  return rows.map(({ talk, name }) => {
    const { unitId, id, state, plannedOn, place, followUpOn } = talk
    const isPlanned = state === 'planned'
    return {
      key: `talk:${id}`,
      what: isPlanned ? `与${name}谈心谈话` : `跟进与${name}的谈话`,
      why: isPlanned ? `${monthDay(plannedOn)}在${place}，谈后记录` : '看有没有改进，改进了办结',
      clause,
      deadline: isPlanned ? plannedOn : followUpOn,
      action: isPlanned ? '记录' : '跟进',
      to: `/talks/list?open=${unitId}:${id}`,
    }
  })
}

/** A talk to which somebody is asked. */
export async function askedTo(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
): Promise<Todo[]> {
  const rows = await db
    .select()
    .from(talks)
    .where(and(eq(talks.unitId, unitId), eq(talks.memberId, memberId), eq(talks.state, 'planned')))
  return rows.map(({ id, talkerName, plannedOn, place }) => ({
    key: `talk:${id}`,
    what: '参加谈心谈话',
    why: `${talkerName}约您 ${monthDay(plannedOn)} 在${place}`,
    clause: '党组织与党员谈心谈话',
    deadline: plannedOn,
    action: '查看',
    to: '/talks',
  }))
}
