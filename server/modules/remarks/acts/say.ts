import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { requireCourse } from '../../courses/index.ts'
import type { OwnedCourse } from '../../courses/index.ts'
import { convertHours, postOrWait, reverseHours } from '../../ledgers/index.ts'
import { findById } from '../../organizations/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { creditKeys, worthOf } from '../rules.ts'
import { creditedBefore, findRemark, hideRemark, keepRemark, lockRemark } from '../store.ts'

/** Said once, and credited at once where it is long enough; who moderates may take both back. */
export const say = ownAct(
  contract.remarks.say,
  async (scene, { courseId, remarkId, replyTo, text }) => {
    const { tx, now, actor } = scene
    const { memberId, unitId, place, name } = actor
    if (!memberId) throw conflict('courses.membersOnly')
    const { course } = await requireCourse(tx, actor, courseId)
    if (replyTo) {
      const answered = await findRemark(tx, replyTo)
      if (answered?.courseId !== courseId) throw missing('remarks.unknown')
    }
    const before = await creditedBefore(tx, { unitId, memberId }, courseId)
    const known = await findRemark(tx, remarkId)
    if (known) {
      if (known.memberId !== memberId) throw missing('remarks.unknown')
      return { value: { postedMinutes: known.minutes }, place, change: 'none' }
    }
    const minutes = await credit(scene, { course, memberId, remarkId, text, before })
    const home = await findById(tx, place.path.split('/').at(-2) ?? '')
    const said = { courseId, replyTo, text, minutes, at: now, unitId, memberId, name }
    const row = { ...said, id: remarkId, organizationName: home?.name ?? '' }
    if (!(await keepRemark(tx, row))) throw missing('remarks.unknown')
    const change = { subject: `course:${courseId}`, after: row }
    return { value: { postedMinutes: minutes }, place, change }
  },
)

type Said = {
  readonly course: OwnedCourse['course']
  readonly memberId: string
  readonly remarkId: string
  readonly text: string
  /** What was credited for this course already. */
  readonly before: number
}

/** How many minutes it brings: none where it is short, where the course has had enough, where the day is full. */
async function credit(
  { tx, now, actor }: OwnScene,
  { course, memberId, remarkId, text, before }: Said,
): Promise<number> {
  const { place, unitId, accountId } = actor
  const point = { path: place.path, day: dayOf(now) }
  const rules = await rulesAt(tx, creditKeys, point)
  const minutes = worthOf(text, before, {
    characters: rules['course.discussion.characters'].value,
    minutes: rules['course.discussion.minutes'].value,
    max: rules['course.discussion.max'].value,
  })
  if (minutes === 0) return 0
  const { level, category, title } = course
  const study = { source: 'online', clockMinutes: minutes, level, days: 1 } as const
  const worth = await convertHours(tx, point, study)
  const about = { title: `讨论：${title}`, category, level, source: 'online' } as const
  const when = { day: point.day, at: now, postedBy: accountId }
  const session = { sourceId: remarkId, key: `remark:${remarkId}` }
  const posted = await postOrWait(tx, [
    { ...worth, ...about, ...when, ...session, unitId, memberId },
  ])
  return posted.minutes > 0 ? minutes : 0
}

/** Out of sight with its reason, and out of the ledger. */
export const hide = act(
  contract.remarks.hide,
  async ({ tx, now, actor, reach }, { courseId, remarkId, reason }) => {
    const found = await requireCourse(tx, actor, courseId)
    if (!covers(reach, found.path)) throw missing('courses.unknown')
    const remark = await lockRemark(tx, courseId, remarkId)
    if (!remark) throw missing('remarks.unknown')
    const place = { unitId: found.unitId, path: found.path }
    if (remark.hiddenAt) return { value: { reversedMinutes: 0 }, place, change: 'none' }
    const by = actor.accountId
    const { unitId, minutes } = remark
    const back = { unitId, sourceIds: [remarkId], reason: `讨论被隐藏：${reason}`, by, now }
    if (minutes > 0) await reverseHours(tx, back)
    await hideRemark(tx, remarkId, { hiddenAt: now, hiddenBy: by, hiddenReason: reason })
    const change = { subject: `course:${courseId}`, before: remark, after: { hidden: reason } }
    return { value: { reversedMinutes: minutes }, place, change }
  },
)
