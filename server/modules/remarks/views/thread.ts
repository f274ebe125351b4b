import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { requireCourse } from '../../courses/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { bandOf, creditKeys, ratingKeys, summaryOf } from '../rules.ts'
import { creditedFor, findNotes, findRating, findRatings } from '../store.ts'
import { courseRemarks } from '../table.ts'

export const showThread = ownView(
  contract.remarks.thread,
  async ({ db, now, actor }, { courseId, page, size }) => {
    const { path } = await requireCourse(db, actor, courseId)
    const canModerate = covers(reachOf(actor.appointments, 'courses.edit'), path)
    const seen = or(isNull(courseRemarks.hiddenAt), eq(courseRemarks.memberId, actor.personId))
    const chosen = and(eq(courseRemarks.courseId, courseId), canModerate ? undefined : seen)
    const rows = await db
      .select()
      .from(courseRemarks)
      .where(chosen)
      .orderBy(desc(courseRemarks.at), desc(courseRemarks.id))
      .limit(size)
      .offset((page - 1) * size)
    const rules = await rulesAt(db, creditKeys, { path: actor.place.path, day: dayOf(now) })
    const [minutes, max, characters] = creditKeys.map((key) => rules[key].value)
    return {
      total: await db.$count(courseRemarks, chosen),
      canModerate,
      rule: `一条写满 ${characters} 个字记 ${minutes} 分钟，一门课最多 ${max} 分钟；被隐藏的冲销。`,
      postedMinutes: await creditedFor(db, actor.personId, courseId),
      rows: rows.map((row) => ({
        remarkId: row.id,
        replyTo: row.replyTo,
        name: row.name,
        organizationName: row.organizationName,
        text: row.text,
        at: row.at.toISOString(),
        isMine: row.memberId === actor.personId,
        hidden: row.hiddenAt ? row.hiddenReason : null,
        minutes: row.minutes,
      })),
    }
  },
)

export const listNotes = ownView(contract.remarks.notes, async ({ db, actor }, { courseId }) => {
  const whose = { unitId: actor.unitId, memberId: actor.personId }
  const rows = await findNotes(db, whose, courseId)
  return {
    rows: rows.map(({ id, itemId, atSeconds, text, at }) => ({
      noteId: id,
      itemId,
      atSeconds,
      text,
      at: at.toISOString(),
    })),
  }
})

export const showRated = ownView(contract.remarks.rated, async ({ db, actor }, { courseId }) => {
  const whose = { unitId: actor.unitId, memberId: actor.personId }
  const row = await findRating(db, whose, courseId)
  return { stars: row?.stars ?? null, text: row?.text ?? '' }
})

const commentsShown = 50

/** By age, without names: what the old and the young make of it. */
export const showRatings = view(
  contract.remarks.ratings,
  async ({ db, now, actor }, { courseId }) => {
    const { path } = await requireCourse(db, actor, courseId)
    const day = dayOf(now)
    const limits = await rulesAt(db, ratingKeys, { path, day })
    const ratings = (await findRatings(db, courseId)).map((row) => ({
      ...row,
      band: bandOf(yearsBetween(row.bornOn, day)),
    }))
    const comments = ratings.filter(({ text }) => text !== '').slice(0, commentsShown)
    return {
      ...summaryOf(ratings, limits),
      comments: comments.map(({ band, stars, text, at }) => ({
        band,
        stars,
        text,
        at: at.toISOString(),
      })),
    }
  },
)
