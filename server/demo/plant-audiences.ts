import type { Audience } from '@zhixing/contract'
import { dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { audienceWatches, savedAudiences } from '../modules/audience/table.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

const saved: readonly { readonly name: string; readonly audience: Audience }[] = [
  { name: '青年农民党员', audience: { cohorts: ['farmer'], ageTo: 35 } },
  { name: '组织负责人', audience: { layers: ['head'] } },
  { name: '党务工作者', audience: { layers: ['worker'] } },
  { name: '党员干部', audience: { layers: ['cadre'] } },
  { name: '在册老党员', audience: { cohorts: ['old'], without: ['lost'] } },
]

const watches: readonly {
  readonly name: string
  readonly audience: Audience
  readonly hours: number
}[] = [
  { name: '非公党组织书记', audience: { cohorts: ['privateSecretary'] }, hours: 56 },
  { name: '新党员', audience: { cohorts: ['newMember'] }, hours: 32 },
  { name: '流动党员', audience: { cohorts: ['floating'] }, hours: 16 },
]

/** What the county keeps an eye on, and the audiences that all below it may use. */
export async function plantAudiences(
  { tx, now }: { readonly tx: Db; readonly now: Date },
  { county }: DemoTree,
): Promise<void> {
  const { unitId, id: organizationId, path } = county
  const own = { unitId, organizationId, path, byId: newId(), at: now }
  await insertAll(
    tx,
    savedAudiences,
    saved.map((one) => ({ ...own, ...one, id: newId() })),
  )
  await insertAll(
    tx,
    audienceWatches,
    watches.map(({ hours, ...one }) => ({
      ...own,
      ...one,
      id: newId(),
      year: yearOf(dayOf(now)),
      targetMinutes: hours * 60,
      targetShare: 90,
    })),
  )
}
