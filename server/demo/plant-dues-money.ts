import { and, eq } from 'drizzle-orm'
import { addMonths, dayOf, monthOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { hardship } from '../modules/dues/catalogue/hardship.ts'
import { monthsOfQuarter, quarterOfMonth, sayQuarter } from '../modules/dues/rules/months.ts'
import { publishedOf } from '../modules/dues/rules/publication.ts'
import { duesEntries, duesHardships, duesPublications, duesTotals } from '../modules/dues/table.ts'
import { startCase } from '../modules/procedures/index.ts'
import { ruleAt } from '../modules/rules/index.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date }

/** What a branch does with its dues besides collecting them: a hardship on its way, a quarter sent up, and published. */
export async function plantDuesMoney(scene: Scene, shown: DemoBranch): Promise<void> {
  const { officers } = shown
  const secretary = officers.get('secretary')
  if (!secretary) return
  const by = { byId: secretary.id, byName: secretary.name, at: scene.now }
  await plantHardships(scene, shown, by)
  await plantQuarter(scene, shown, by)
}

type By = { readonly byId: string; readonly byName: string; readonly at: Date }

async function plantHardships({ tx, now }: Scene, { branch, people }: DemoBranch, by: By) {
  const month = monthOf(dayOf(now))
  const until = `${month.slice(0, 4)}-12`
  const where = { unitId: branch.unitId, organizationId: branch.id, path: branch.path }
  const [granted, asking] = people.filter(({ id }) => id !== by.byId).slice(4)
  if (!granted || !asking) return
  const wish = { ...where, ...by, from: month, until, monthlyFen: 0 }
  const id = newId()
  await insertAll(tx, duesHardships, [
    {
      ...wish,
      id: newId(),
      memberId: granted.id,
      reason: '长期患病，收入不够看病',
      state: 'approved',
      answer: '情况属实，同意',
      version: 2,
    },
    { ...wish, id, memberId: asking.id, reason: '家中失火，正在修房', state: 'asked' },
  ])
  await startCase(tx, hardship, {
    ...where,
    subject: `hardship:${id}`,
    title: `${asking.name}申请减免党费`,
    by: { accountId: by.byId, name: by.byName },
    now,
  })
}

/** The quarter before this one, where anything of it is in the books. */
async function plantQuarter({ tx, now }: Scene, shown: DemoBranch, by: By): Promise<void> {
  const today = dayOf(now)
  const quarter = quarterOfMonth(monthOf(addMonths(`${monthOf(today)}-01`, -3)))
  const months: readonly string[] = monthsOfQuarter(quarter)
  const { unitId, id: organizationId, path, parentId } = shown.branch
  const own = and(eq(duesEntries.unitId, unitId), eq(duesEntries.organizationId, organizationId))
  const entries = (await tx.select().from(duesEntries).where(own)).filter(
    ({ month }) => month !== null && months.includes(month),
  )
  const paid = sumOf(entries.filter(({ kind }) => kind === 'paid'))
  if (paid === 0 || !parentId) return

  const { value: percent, clause } = await ruleAt(tx, 'dues.remit.branch', { path, day: today })
  const fen = Math.round((paid * percent) / 100)
  const period = monthOf(today)
  const text = `${sayQuarter(quarter)}上缴 ${percent}%，凭证 党费-01`
  const both = { ...by, unitId, fen, period, clause, text, fund: 'monthly' as const }
  const ends = [
    { organizationId, kind: 'sent' as const },
    { organizationId: parentId, kind: 'received' as const },
  ]
  const sourceId = newId()
  await insertAll(
    tx,
    duesEntries,
    ends.map((end) => ({
      ...both,
      ...end,
      id: newId(),
      sourceId,
      subject: quarter,
      key: `${end.kind}:${organizationId}:${quarter}:monthly:0`,
    })),
  )
  await insertAll(
    tx,
    duesTotals,
    ends.map((end) => ({ ...end, id: newId(), unitId, period, fund: 'monthly' as const, fen })),
  )
  await publish({ tx, now }, { shown, quarter, by, entries })
}

type Entry = typeof duesEntries.$inferSelect
type Told = {
  readonly shown: DemoBranch
  readonly quarter: string
  readonly by: By
  readonly entries: readonly Entry[]
}

async function publish({ tx, now }: Scene, { shown, quarter, by, entries }: Told): Promise<void> {
  const { branch, people } = shown
  const { value } = await ruleAt(tx, 'dues.publish.columns', {
    path: branch.path,
    day: dayOf(now),
  })
  const lines = people.map(({ id, name }) => ({
    name,
    owedFen: sumOf(entries.filter((one) => one.memberId === id && one.kind === 'owed')),
    paidFen: sumOf(entries.filter((one) => one.memberId === id && one.kind === 'paid')),
  }))
  const { columns, rows } = publishedOf(lines, value)
  const told = {
    id: newId(),
    unitId: branch.unitId,
    organizationId: branch.id,
    quarter,
    edition: 1,
  }
  await insertAll(tx, duesPublications, [
    { ...told, ...by, columns, rows, at: startOf(dayOf(now)) },
  ])
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { fen }) => sum + fen, 0)
}
