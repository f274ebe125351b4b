import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import type { CampaignKind } from '@zhixing/contract'
import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities } from '../modules/activities/table.ts'
import { kindOf } from '../modules/campaigns/kinds/index.ts'
import { draftOf } from '../modules/campaigns/rules/draft.ts'
import { keepFacts } from '../modules/campaigns/steps/read-facts.ts'
import {
  campaignEntries,
  campaignFindings,
  campaignReturns,
  campaigns,
} from '../modules/campaigns/table.ts'
import { askToRead } from '../modules/reading/index.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

/** A thematic campaign half done, and a lesson campaign whose works are being judged. */
export async function plantCampaigns(
  scene: Scene,
  { county }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const today = dayOf(scene.now)
  const thematic = await begin(scene, county, 'thematic', [addDays(today, -75), addDays(today, 45)])
  await nameActivities(scene.tx, thematic, filled)
  await plantReturns(scene, thematic, filled)
  await plantFindings(scene, thematic, filled)
  const lessons = await begin(scene, county, 'lessons', [addDays(today, -40), addDays(today, 50)])
  await plantEntries(scene, lessons, { county, filled })
}

type Begun = typeof campaigns.$inferInsert & { readonly id: string }

async function begin(
  { tx, now }: Scene,
  { id: organizationId, unitId, path }: DemoTree['county'],
  key: CampaignKind,
  [from, until]: readonly [string, string],
): Promise<Begun> {
  const kind = kindOf(key)
  const drafted = draftOf(kind, { from, until }, newId)
  const phaseId = drafted.phases[0]?.phaseId ?? ''
  const chapters = ['总论', '重点篇目', '联系实际']
  const list = { taskId: newId(), phaseId, title: '学习读本', chapters, dueOn: until }
  const readings = key === 'thematic' ? [list] : []
  const facts = await keepFacts(tx, unitId, { ...drafted, readings })
  const made = { createdBy: organizationId, at: startOf(from), version: 1 }
  const own = { id: newId(), unitId, organizationId, path, kind: key, state: 'running' as const }
  const row = { ...facts, ...made, ...own }
  await tx.insert(campaigns).values(row)
  for (const reading of readings)
    // oxlint-disable-next-line no-await-in-loop
    await askToRead(tx, { ...reading, organizationId, by: organizationId, now })
  return row
}

/** What most branches held in those days was held for the campaign. */
async function nameActivities(tx: Db, { asks, phases }: Begun, filled: readonly DemoBranch[]) {
  const branchIds = filled.filter((_, at) => at % 5 !== 4).map(({ branch }) => branch.id)
  const name = async (topic: string, kind: 'themeDay' | 'lecture') => {
    const ask = asks.find((one) => one.topic === topic)
    const phase = phases.find(({ phaseId }) => phaseId === ask?.phaseId)
    if (!ask || !phase) return
    await tx
      .update(activities)
      .set({ campaignAskId: ask.askId })
      .where(
        and(
          inArray(activities.organizationId, branchIds),
          eq(activities.kind, kind),
          gte(activities.startsAt, startOf(phase.from)),
          lte(activities.startsAt, startOf(addDays(phase.until, 1))),
        ),
      )
  }
  await name('seminar', 'themeDay')
  await name('secretaryLesson', 'lecture')
  await name('practice', 'themeDay')
}

async function plantReturns({ tx }: Scene, campaign: Begun, filled: readonly DemoBranch[]) {
  const form = campaign.returnForms.find(({ by }) => by === 'branch')
  if (!form) return
  const rows = filled
    .filter((_, at) => at % 4 !== 3)
    .map(({ branch, people, officers }, at) => {
      const day = addDays(form.dueOn, at % 6 === 5 ? 3 : -2)
      const { unitId, id: organizationId, path } = branch
      return {
        unitId,
        organizationId,
        path,
        id: newId(),
        campaignId: campaign.id,
        returnFormId: form.returnFormId,
        answers: {
          people: Math.max(3, people.length - (at % 4)),
          speakers: 3 + (at % 5),
          effect: `effect-${String(1 + (at % 3))}`,
          practice: '集中学一段、联系实际议一段、对照自己讲一段',
        },
        isLate: day > form.dueOn,
        byId: organizationId,
        byName: officers.get('secretary')?.name ?? '支部书记',
        at: startOf(day),
      }
    })
  await insertAll(tx, campaignReturns, rows)
}

const problems = [
  ['党员联系群众不够经常', '每月走访 10 户，记民情日记'],
  ['组织生活讨论不深，多是读文件', '会前出题、会上必议，每次议定一件实事'],
  ['流动党员联系有断档', '明确联系人，每月联系一次并登记'],
] as const

async function plantFindings({ tx, now }: Scene, campaign: Begun, filled: readonly DemoBranch[]) {
  const today = dayOf(now)
  const states = ['open', 'reported', 'closed', 'open'] as const
  const rows = filled.slice(0, 60).map(({ branch, officers }, at) => {
    const { unitId, id: organizationId, path } = branch
    const [problem, measure] = problems[at % problems.length] ?? problems[0]
    const state = states[at % states.length] ?? 'open'
    const own = { id: newId(), unitId, organizationId, path, campaignId: campaign.id }
    const told = { problem, measure, source: '组织生活会', state, byId: organizationId }
    return {
      ...own,
      ...told,
      ownerName: officers.get('secretary')?.name ?? '支部书记',
      dueOn: addDays(today, at % 4 === 3 ? -5 : 6 + (at % 20)),
      result: state === 'open' ? '' : '已按措施整改，群众代表评议满意',
      closedOn: state === 'closed' ? addDays(today, -2) : null,
      closedByName: state === 'closed' ? '党委组织委员' : '',
      at: startOf(addDays(today, -25)),
    }
  })
  await insertAll(tx, campaignFindings, rows)
}

const titles = ['一口老井的故事', '我家三代人的路', '从账本看变化', '渡口上的党员岗'] as const

async function plantEntries(
  { tx, now }: Scene,
  campaign: Begun,
  {
    county,
    filled,
  }: { readonly county: DemoTree['county']; readonly filled: readonly DemoBranch[] },
) {
  const rows = filled.slice(0, 24).flatMap(({ branch, people }, at) => {
    const [speaker] = people
    if (!speaker) return []
    const { unitId, id: organizationId, path } = branch
    const isUp = at % 3 === 0
    const said = { byName: '评审组', score: 82 + (at % 15), isPassed: true }
    const judged = {
      organizationName: '党委',
      comment: '事例鲜活，道理明白',
      at: now.toISOString(),
    }
    return {
      id: newId(),
      unitId,
      organizationId,
      path,
      campaignId: campaign.id,
      memberId: speaker.id,
      speakerName: speaker.name,
      title: titles[at % titles.length] ?? titles[0],
      genre: at % 4 === 2 ? ('video' as const) : ('lesson' as const),
      minutes: 10 + (at % 4) * 5,
      summary: '从身边的人和事讲起，讲明白为了谁、依靠谁。',
      link: 'https://example.cn/lessons',
      standsAtId: isUp ? county.id : (path.split('/').at(-3) ?? county.id),
      judgments: isUp ? [{ ...said, ...judged }] : [],
      byId: organizationId,
      at: startOf(addDays(dayOf(now), -10)),
      version: isUp ? 1 : 0,
    }
  })
  await insertAll(tx, campaignEntries, rows)
}
