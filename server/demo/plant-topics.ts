import { and, eq, inArray, sql } from 'drizzle-orm'
import { addDays, addMonths, dayOf, monthOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities } from '../modules/activities/table.ts'
import { studyTopics, topicAudiences, topicStudies } from '../modules/topics/table.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization } from './tree.ts'

const notes = [
  '读了材料第三部分，打算从本村环境整治做起。',
  '在外务工，用手机学完了全文，准备回村时与支部交流。',
] as const

/** What the county asked to be studied: one topic that is nearly done, and one that has just begun. */
export async function plantTopics(
  { tx, now }: { readonly tx: Db; readonly now: Date },
  county: DemoOrganization,
  filled: readonly DemoBranch[],
): Promise<void> {
  const today = dayOf(now)
  const [before, current] = [monthOf(addMonths(today, -1)), monthOf(today)]
  const common = { organizationId: county.id, minutes: 30, pushedBy: county.id }
  const done = {
    ...common,
    id: newId(),
    title: '学习县委全会精神',
    body: '重点学习乡村全面振兴部分，结合本单位实际讨论一次。',
    dueOn: addDays(today, -3),
    pushedAt: new Date(now.getTime() - 45 * 86_400_000),
  }
  const begun = {
    ...common,
    id: newId(),
    title: '学习党的纪律处分条例',
    body: '原原本本学，对照检查。可以分批小班学，流动党员可以自学。',
    dueOn: addDays(today, 25),
    pushedAt: new Date(now.getTime() - 6 * 86_400_000),
  }
  await tx.insert(studyTopics).values([done, begun])
  await tx
    .insert(topicAudiences)
    .values([done, begun].map(({ id }) => ({ topicId: id, organizationId: county.id })))

  const chosen = filled.filter((_, at) => at % 8 !== 3).map(({ branch }) => branch.id)
  await putOnAgendas(tx, done.id, { branchIds: chosen, month: before })
  const quick = chosen.filter((_, at) => at % 2 === 0)
  await putOnAgendas(tx, begun.id, { branchIds: quick, month: current })
  const alone = filled.flatMap(({ people }) => people.filter(({ floatingSince }) => floatingSince))
  await insertAll(
    tx,
    topicStudies,
    alone
      .filter((_, at) => at % 3 === 0)
      .map(({ id, unitId }, at) => ({
        id: newId(),
        unitId,
        topicId: begun.id,
        memberId: id,
        note: notes[at % notes.length] ?? notes[0],
        at: new Date(now.getTime() - 2 * 86_400_000),
      })),
  )
}

type Where = { readonly branchIds: readonly string[]; readonly month: string }

async function putOnAgendas(tx: Db, topicId: string, { branchIds, month }: Where): Promise<void> {
  await tx
    .update(activities)
    .set({
      agenda: sql`jsonb_set(${activities.agenda}, '{0,topicId}', to_jsonb(${topicId}::text))`,
    })
    .where(
      and(
        inArray(activities.organizationId, [...branchIds]),
        eq(activities.kind, 'themeDay'),
        eq(activities.month, month),
      ),
    )
}
