import { contract } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, parentOf, reachOf } from '../../../kernel/reach.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { readingMarks } from '../../reading/table.ts'
import { studyOf } from '../catalogue/people.ts'
import { kindOf } from '../kinds/index.ts'
import { headOf } from '../steps/show.ts'
import { findRunning } from '../catalogue/campaigns.ts'
import type { Campaign } from '../catalogue/campaigns.ts'

/** What runs where I stand: what I read, how much I have studied, and whether I answer for an organization in it. */
export const mine = ownView(contract.campaigns.mine, async ({ db, now, actor }) => {
  const today = dayOf(now)
  const [stands] = await placesOf(db, actor)
  const marks = await db
    .select({ taskId: readingMarks.taskId })
    .from(readingMarks)
    .where(and(eq(readingMarks.unitId, actor.unitId), eq(readingMarks.memberId, actor.personId)))
  const path = stands?.path ?? actor.place.path
  const rows = []
  for (const { campaign, organizationName } of await findRunning(db, path)) {
    const { goal, kind, targetMinutes, readings } = campaign
    rows.push({
      ...headOf(campaign, organizationName, today),
      goal,
      hasEntries: kindOf(kind).hasEntries,
      targetMinutes,
      // oxlint-disable-next-line no-await-in-loop
      minutes: await minutesOf(db, campaign, { actor, today }),
      readings: readings.map(({ taskId, title, dueOn, chapters }) => ({
        taskId,
        title,
        dueOn,
        chapters: chapters.length,
        done: marks.filter((mark) => mark.taskId === taskId).length,
      })),
      answersFor: stands ? { organizationId: stands.id, organizationName: stands.name } : null,
    })
  }
  return { rows }
})

/** For which organization somebody gives returns; the first of them. */
async function placesOf(db: Reader, actor: Actor) {
  const reach = reachOf(actor.appointments, 'campaigns.answer')
  const [root] = reach
  if (!root) return []
  const id = root.split('/').at(-2) ?? ''
  const rows = await db.select().from(organizations).where(eq(organizations.id, id))
  return rows.filter(({ path }) => covers(reach, path))
}

async function minutesOf(
  db: Reader,
  campaign: Campaign,
  { actor, today }: { readonly actor: Actor; readonly today: Day },
): Promise<number> {
  if (campaign.targetMinutes === null || !actor.memberId) return 0
  const study = studyOf(db, campaign, { scope: parentOf(actor.place.path), today })
  const [row] = await db
    .select({ minutes: study.minutes })
    .from(study)
    .where(and(eq(study.unitId, actor.unitId), eq(study.memberId, actor.memberId)))
  return row?.minutes ?? 0
}
