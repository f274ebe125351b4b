import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import {
  roleModels,
  roleModelUses,
  titleIssues,
  titleMovements,
  titleOrders,
  titles,
  titleStocks,
  titleViewings,
} from '../modules/materials/table.ts'
import { showcase } from './accounts.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Kind = 'book' | 'localTextbook' | 'notebook' | 'disc'

const branchesMax = 20

const shelf: readonly (readonly [Kind, string, string, number, number])[] = [
  ['book', '党的创新理论学习读本', '虚构出版社', 2_600, 600],
  ['localTextbook', '禾岭故事：身边的党课', '县委组织部', 1_800, 900],
  ['notebook', '党员学习笔记本', '县委组织部', 900, 2_000],
  ['disc', '何树林事迹片', '县融媒体中心', 500, 120],
]

/** Who is held up in the invented county, and what tells of them. */
const models = [
  [
    'member',
    '何树林',
    '红溪村',
    '全县优秀共产党员',
    '三十年守着一片荒坡，带着全村人种出了一座林场。',
  ],
  ['member', '秦月梅', '第一中学', '全县师德标兵', '十五年陪着住校的孩子过周末，没有一个辍学。'],
  [
    'organization',
    '岭上村党支部',
    '岭上村',
    '全县先进党组织',
    '支部委员包户修渠，旱坡地变成了水浇田。',
  ],
] as const

/** Books, notebooks and discs that the county ordered and sent to some branches; a few members have one. */
export async function plantStocks(
  { tx, now }: Scene,
  { county }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const told = await plantModels({ tx, now }, county, filled)
  const { unitId, id: organizationId, path } = county
  const begun = startOf(addDays(dayOf(now), -60))
  const kept = shelf.map(([kind, name, publisher, priceCents]) => ({
    id: newId(),
    unitId,
    organizationId,
    path,
    kind,
    name,
    nameKey: nameKeyOf(name),
    publisher,
    author: '',
    code: '',
    year: 2025,
    priceCents,
    minutes: kind === 'disc' ? 28 : null,
    summary: '',
    modelId: kind === 'disc' ? told : null,
    at: begun,
  }))
  await insertAll(tx, titles, kept)
  const ledger = ledgerOf(county, dayOf(now), begun)
  const shown = showcase(filled)
  const branches = [shown, ...filled.filter((one) => one !== shown)].slice(0, branchesMax)
  const orders = kept.map(({ id: titleId }, row) =>
    ledger.order(titleId, shelf[row]?.[4] ?? 100, row * 20),
  )
  for (const [row, { id: titleId }] of kept.entries()) {
    ledger.arrive(titleId, orders[row]?.id ?? '', (shelf[row]?.[4] ?? 100) - row * 20)
    for (const [at, branch] of branches.entries()) ledger.send(titleId, branch, { row, at })
  }
  await insertAll(tx, titleOrders, orders)
  await insertAll(tx, titleIssues, ledger.issues)
  await insertAll(tx, titleMovements, ledger.movements)
  await insertAll(tx, titleStocks, ledger.stocks())
  await plantViewings({ tx, now }, kept[3]?.id ?? '', branches)
}

async function plantModels(
  { tx, now }: Scene,
  county: DemoOrganization,
  filled: readonly DemoBranch[],
) {
  const { unitId, id: organizationId, path } = county
  const rows = models.map(([kind, name, place, honour, deeds]) => ({
    id: newId(),
    unitId,
    organizationId,
    path,
    kind,
    name,
    nameKey: nameKeyOf(name),
    place,
    honour,
    deeds,
    year: 2025,
    at: now,
  }))
  await insertAll(tx, roleModels, rows)
  const uses = filled.slice(0, 9).map(({ branch }, at) => ({
    id: newId(),
    unitId,
    organizationId: branch.id,
    path: branch.path,
    modelId: rows[at % rows.length]?.id ?? '',
    on: addDays(dayOf(now), -9 * at - 3),
    use: at % 2 === 0 ? ('lesson' as const) : ('meeting' as const),
    audience: 18 + at,
    note: '',
    byId: newId(),
    byName: '支部书记',
    at: now,
  }))
  await insertAll(tx, roleModelUses, uses)
  return rows[0]?.id ?? null
}

async function plantViewings({ tx, now }: Scene, titleId: string, branches: readonly DemoBranch[]) {
  const rows = branches.slice(0, 8).map(({ branch }, at) => ({
    id: newId(),
    unitId: branch.unitId,
    organizationId: branch.id,
    path: branch.path,
    titleId,
    on: addDays(dayOf(now), -5 * at - 2),
    attendance: 12 + at,
    note: '主题党日集中观看',
    byId: newId(),
    byName: '支部书记',
    at: now,
  }))
  await insertAll(tx, titleViewings, rows)
}

type Holder = {
  readonly unitId: string
  readonly titleId: string
  readonly organizationId: string
  readonly holderId: string
  readonly memberId: string | null
}
type Told = Partial<typeof titleMovements.$inferInsert> & {
  readonly kind: 'arrived' | 'sent' | 'received' | 'handed'
  readonly delta: number
}

/** Writes movements, and adds up the stocks that they make. */
function bookOf(by: Written) {
  const movements: (typeof titleMovements.$inferInsert)[] = []
  const held = new Map<string, Holder & { copies: number }>()
  const move = (holder: Holder, told: Told) => {
    movements.push({ ...holder, ...by, ...told, id: newId() })
    const key = `${holder.titleId}${holder.organizationId}${holder.holderId}`
    const stock = held.get(key) ?? { ...holder, copies: 0 }
    held.set(key, { ...stock, copies: stock.copies + told.delta })
  }
  return { movements, move, stocks: () => [...held.values()] }
}

type Written = {
  readonly byId: string
  readonly byName: string
  readonly at: Date
  readonly day: string
}

function shelfOf(titleId: string, { id, unitId }: DemoOrganization): Holder {
  return { unitId, titleId, organizationId: id, holderId: id, memberId: null }
}

/** The county orders, takes in and sends out; branches count and hand out. */
function ledgerOf(county: DemoOrganization, today: string, at: Date) {
  const issues: (typeof titleIssues.$inferInsert)[] = []
  const day = addDays(today, -30)
  const by = { byId: newId(), byName: '县委组织部', at }
  const { movements, move, stocks } = bookOf({ ...by, day })
  const order = (titleId: string, copies: number, missing: number) => {
    const days = { orderedOn: addDays(today, -45), dueOn: addDays(today, -20) }
    const { unitId, id: organizationId, path } = county
    const facts = { titleId, copies, supplier: '县新华书店', priceCents: 1_000, note: '' }
    const own = { id: newId(), unitId, organizationId, path }
    return { ...facts, ...days, ...by, ...own, arrived: copies - missing }
  }
  const arrive = (titleId: string, orderId: string, copies: number) =>
    move(shelfOf(titleId, county), { kind: 'arrived', delta: copies, orderId })
  /** An issue and the movement that it makes here; its receiver has it when there is a receipt. */
  const issue = (from: DemoOrganization, to: Receiver, facts: Issued) => {
    const { unitId, id: organizationId, path } = from
    const { titleId, copies, receipt = {} } = facts
    const id = newId()
    const own = { unitId, titleId, organizationId, path, ...by, on: day, note: '', copies }
    issues.push({ ...own, ...to, ...receipt, formId: newId(), id })
    const kind = to.memberId ? ('handed' as const) : ('sent' as const)
    move(shelfOf(titleId, from), { kind, delta: -copies, issueId: id, note: facts.name ?? '' })
    return id
  }
  const send = (
    titleId: string,
    to: DemoBranch,
    { row, at: turn }: { row: number; at: number },
  ) => {
    const copies = row === 3 ? 1 : 12
    const isOpen = row === 1 ? turn % 4 === 0 : row === 3 && turn % 3 === 2
    const receipt = {
      received: copies,
      receivedOn: day,
      receivedBy: '支部书记',
      state: 'received' as const,
    }
    const { id, name } = to.branch
    const place = { toOrganizationId: id, holderId: id, memberId: null }
    const facts = { titleId, copies, name, ...(isOpen ? {} : { receipt }) }
    const issueId = issue(county, place, facts)
    if (isOpen) return
    move(shelfOf(titleId, to.branch), { kind: 'received', delta: copies, issueId })
    if (row < 3) for (const person of readersOf(to, 3 - row)) hand(titleId, to, person.id)
  }
  const hand = (titleId: string, { branch }: DemoBranch, memberId: string) => {
    const { unitId, id: organizationId } = branch
    const to = { toOrganizationId: organizationId, holderId: memberId, memberId }
    const issueId = issue(branch, to, { titleId, copies: 1 })
    const holder = { unitId, titleId, organizationId, holderId: memberId, memberId }
    move(holder, { kind: 'handed', delta: 1, issueId })
  }
  return { movements, issues, order, arrive, send, stocks }
}

type Receiver = Pick<typeof titleIssues.$inferInsert, 'toOrganizationId' | 'holderId' | 'memberId'>
type Issued = {
  readonly titleId: string
  readonly copies: number
  readonly name?: string
  readonly receipt?: Partial<typeof titleIssues.$inferInsert>
}

/** Some who can come for a book themselves and hold no office. */
function readersOf({ people, officers }: DemoBranch, count: number) {
  const inOffice = new Set([...officers.values()].map(({ id }) => id))
  return people
    .filter(({ id, stage, excuse, floatingSince }) => {
      return stage === 'full' && !excuse && !floatingSince && !inOffice.has(id)
    })
    .slice(0, count)
}
