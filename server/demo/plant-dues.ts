import { addMonths, dayOf, monthOf, startOf, yearOf } from '../kernel/calendar.ts'
import type { Month } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { objectOf } from '../kernel/object-of.ts'
import { amountKeys, categoryOf, monthlyDues, needsBase } from '../modules/dues/rules/amount.ts'
import type { AmountValues } from '../modules/dues/rules/amount.ts'
import { monthsBetween } from '../modules/dues/rules/months.ts'
import { duesBases, duesEntries, duesPayments, duesTotals } from '../modules/dues/table.ts'
import { rulesAt } from '../modules/rules/index.ts'
import type { Dice } from './dice.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly dice: Dice }
type Entry = typeof duesEntries.$inferInsert

const branchesMax = 60
/** Somebody in the branch that is shown first has not paid for long. */
const laggard = 2

type Payer = DemoMember & { readonly isBehind: boolean }

/** Half a year of dues in some branches: most pay every month, some are behind, and a few for so long that it shows. */
export async function plantDues(scene: Scene, filled: readonly DemoBranch[]): Promise<void> {
  const { tx, now } = scene
  const today = dayOf(now)
  const earliest = monthOf(addMonths(today, -5))
  const from = earliest < `${yearOf(today)}-01` ? `${yearOf(today)}-01` : earliest
  const some = filled.slice(0, branchesMax)
  const [first] = some
  if (!first) return
  const rules = await rulesAt(tx, amountKeys, { path: first.branch.path, day: today })
  const values: AmountValues = objectOf(amountKeys.map((key) => [key, rules[key].value] as const))
  const clauses = objectOf<Record<string, string>>(
    amountKeys.map((key) => [key, rules[key].clause] as const),
  )
  const books = { ...scene, from, values, clauses }
  const kept = some.flatMap((one) =>
    one.people.map((person, at) =>
      halfYearOf(books, one, { ...person, isBehind: one === first && at === laggard }),
    ),
  )
  await insertAll(
    tx,
    duesBases,
    kept.map(({ base }) => base),
  )
  await insertAll(
    tx,
    duesPayments,
    kept.flatMap(({ payments }) => payments),
  )
  const entries = kept.flatMap((one) => one.entries)
  await insertAll(tx, duesEntries, entries)
  await insertAll(tx, duesTotals, totalsOf(entries))
}

type Books = Scene & {
  readonly from: Month
  readonly values: AmountValues
  readonly clauses: Readonly<Record<string, string>>
}

function halfYearOf(books: Books, { branch, officers }: DemoBranch, person: Payer) {
  const { now, dice, from, values, clauses } = books
  const secretary = officers.get('secretary')
  const by = { byId: secretary?.id ?? person.id, byName: secretary?.name ?? '支部书记' }
  const { unitId, id: organizationId } = branch
  const own = { unitId, organizationId, memberId: person.id }
  const category = categoryOf(person.employment)
  const baseFen = needsBase(category) ? dice.between(24, 88) * 10_000 : 0
  const { fen, ruleKey } = monthlyDues({ category, baseFen }, values)
  const at = startOf(`${from}-02`)
  const year = Number(from.slice(0, 4))
  const base = { ...by, unitId, memberId: person.id, year, from, category, baseFen, note: '', at }
  const usual = dice.weighted([
    [0, 86],
    [1, 7],
    [2, 4],
    [4, 3],
  ] as const)
  const behind = person.isBehind ? 4 : usual
  const months = monthsBetween(from, monthOf(dayOf(now)))
  const owed = months
    .filter((month) => monthOf(person.joinedOn) <= month)
    .map((month) => {
      const id = newId()
      const asked = { id, month, period: month, kind: 'owed' as const, fen, sourceId: id }
      const why = { subject: ruleKey, text: '按月应交', clause: clauses[ruleKey] ?? '' }
      const key = `owed:${person.id}:${month}:0`
      return {
        ...own,
        ...by,
        ...asked,
        ...why,
        key,
        fund: 'monthly' as const,
        at: startOf(`${month}-02`),
      }
    })
  const paid = owed
    .slice(0, owed.length - behind)
    .filter(({ month }) => startOf(`${month}-11`) < now)
    .map((ask) => paidFor(ask, dice.one(['cash', 'wechat', 'wechat'] as const)))
  const entries: Entry[] = [...owed, ...paid.map(({ entry }) => entry)]
  return { base: { ...base, id: newId() }, payments: paid.map(({ payment }) => payment), entries }
}

type Ask = Entry & { readonly memberId: string; readonly month: string; readonly fund: 'monthly' }

/** A month that was paid on its tenth, and booked the day after. */
function paidFor(ask: Ask, way: 'cash' | 'wechat') {
  const { unitId, organizationId, memberId, month, fen, byId, byName, fund } = ask
  const id = newId()
  const at = startOf(`${month}-11`)
  const facts = { unitId, organizationId, memberId, fen, fund, byId, byName, at }
  const said = { paidOn: `${month}-10`, way, text: '', identity: `demo:${id}` }
  const books = { kind: 'paid' as const, month, period: month, sourceId: id, subject: way }
  return {
    payment: { ...facts, ...said, id },
    entry: { ...facts, ...books, id: newId(), text: '', clause: '', key: `paid:${id}:${month}` },
  }
}

function totalsOf(entries: readonly Entry[]) {
  const heaps = Map.groupBy(entries, ({ organizationId, period, kind }) =>
    [organizationId, period, kind].join(' '),
  )
  return [...heaps.values()].flatMap((heap) => {
    const [first] = heap
    if (!first) return []
    const { unitId, organizationId, period, kind, fund } = first
    const fen = heap.reduce((sum, one) => sum + one.fen, 0)
    return [{ id: newId(), unitId, organizationId, period, kind, fund, fen }]
  })
}
