import { addDays, addMonths, dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import type { Vault } from '../kernel/vault.ts'
import { disposals } from '../modules/conduct/catalogue/disposal.ts'
import {
  careVisits,
  conductCases,
  conductLeadEntries,
  conductLeads,
  conductNotes,
  conductSanctions,
  conductTasks,
} from '../modules/conduct/table.ts'
import { startCase } from '../modules/procedures/index.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }
type By = { readonly byId: string; readonly byName: string; readonly at: Date }

const given = [
  ['联系两户困难群众，每月走访一次', -40, 'open'],
  ['参加村级环境整治志愿服务', -12, 'reported'],
  ['整理支部学习资料', -20, 'done'],
  ['在党员大会上讲一次政策', 20, 'open'],
  ['帮助新党员熟悉支部工作', 30, 'open'],
] as const

/** Work that was given out, a correction that is under way, a sanction, leads and visits: a little of each. */
export async function plantConduct(
  scene: Scene,
  shown: DemoBranch,
  others: readonly DemoBranch[],
): Promise<void> {
  const { officers, people } = shown
  const secretary = officers.get('secretary') ?? people[0]
  if (!secretary) return
  const by = { byId: secretary.id, byName: secretary.name, at: scene.now }
  const inOffice = new Set([...officers.values()].map(({ id }) => id))
  const plain = people.filter(({ id }) => !inOffice.has(id))
  await plantTasks(scene, shown, plain, by)
  await plantCorrection(scene, others[0] ?? shown)
  await plantRegisters(scene, others)
  await plantVisits(scene, shown, plain, by)
}

function placeOf({ branch }: DemoBranch) {
  return { unitId: branch.unitId, organizationId: branch.id, path: branch.path }
}

type People = DemoBranch['people']

async function plantTasks({ tx, now }: Scene, shown: DemoBranch, plain: People, by: By) {
  const day = dayOf(now)
  // The member whose phone is shown is given something as well.
  const usual = plain.find((one) => one.stage === 'full' && !one.excuse && !one.floatingSince)
  const rows = given.flatMap(([title, days, state], at) => {
    const person = at === 3 ? usual : plain[at + 1]
    if (!person) return []
    const dueOn = addDays(day, days)
    const isDone = state !== 'open'
    return [
      {
        ...placeOf(shown),
        ...by,
        id: newId(),
        memberId: person.id,
        title,
        givenOn: addDays(dueOn, -60),
        dueOn,
        state,
        doneOn: isDone ? addDays(dueOn, -2) : null,
        report: isDone ? '已经做完' : '',
      },
    ]
  })
  await insertAll(tx, conductTasks, rows)
}

/** Somebody of another branch who is helped to do better until a day. */
async function plantCorrection({ tx, now, vault }: Scene, other: DemoBranch): Promise<void> {
  const person = other.people.at(-1)
  const secretary = other.officers.get('secretary')
  if (!person || !secretary || person.id === secretary.id) return
  const openedOn = addDays(dayOf(now), -50)
  const decidedOn = addDays(openedOn, 10)
  const correctUntil = addMonths(decidedOn, 6)
  const by = { byId: secretary.id, byName: secretary.name, at: now }
  const id = newId()
  await insertAll(tx, conductCases, [
    {
      ...placeOf(other),
      ...by,
      id,
      memberId: person.id,
      kind: 'correct',
      ground: 'duty',
      state: 'open',
      openedOn,
      factsSealed: vault.seal('多次提醒后仍不按时参加组织生活，分配的工作没有做。'),
      correctUntil,
      helperName: secretary.name,
      measuresSealed: vault.seal('每月谈一次，陪同参加活动，帮助解决出行困难。'),
      decidedOn,
      version: 2,
    },
  ])
  await startCase(tx, disposals.correct, {
    ...placeOf(other),
    subject: `conduct:${id}`,
    title: `${person.name}：限期改正`,
    by: { accountId: secretary.id, name: secretary.name },
    now,
    on: openedOn,
    past: [{ step: 'decide', on: decidedOn, reason: '' }],
    marks: { correctUntil, talk: openedOn },
  })
  const noted = { unitId: other.branch.unitId, caseId: id, ...by }
  const textSealed = vault.seal('陪他参加了本月主题党日，态度有转变。')
  await insertAll(tx, conductNotes, [
    { ...noted, id: newId(), on: addDays(decidedOn, 20), textSealed },
  ])
}

async function plantRegisters({ tx, now, vault }: Scene, others: readonly DemoBranch[]) {
  const day = dayOf(now)
  const by = { byId: newId(), byName: '县委组织部', at: now }
  const sanctioned = others[1]
  const person = sanctioned?.people.at(-1)
  if (sanctioned && person) {
    const from = addMonths(day, -3)
    await insertAll(tx, conductSanctions, [
      {
        ...placeOf(sanctioned),
        ...by,
        id: newId(),
        memberId: person.id,
        formId: newId(),
        kind: 'warning',
        authority: '禾岭县纪委',
        document: '禾纪〔示例〕7号',
        reasonSealed: vault.seal('违规操办酒席，造成不良影响。'),
        from,
        until: addMonths(from, 12),
        clause: '《中国共产党纪律处分条例》第十条',
      },
    ])
  }
  const leads = others.slice(2, 4).map((other, at) => ({
    ...placeOf(other),
    ...by,
    id: newId(),
    formId: newId(),
    number: at + 1,
    source: at === 0 ? ('letter' as const) : ('inspection' as const),
    contentSealed: vault.seal('反映支部党费收缴不及时、账目没有公示。'),
    state: at === 0 ? ('handling' as const) : ('received' as const),
    receivedOn: addDays(day, -15),
    dueOn: addDays(day, at === 0 ? 10 : -1),
    handlerName: '组织科',
  }))
  await insertAll(tx, conductLeads, leads)
  const [first] = leads
  if (!first) return
  const textSealed = vault.seal('已调阅党费台账，约支部书记说明情况。')
  const entry = { ...by, unitId: first.unitId, leadId: first.id, on: addDays(day, -5), textSealed }
  await insertAll(tx, conductLeadEntries, [{ ...entry, id: newId() }])
}

async function plantVisits({ tx, now, vault }: Scene, shown: DemoBranch, plain: People, by: By) {
  const day = dayOf(now)
  const frail = plain.filter(({ excuse }) => excuse)
  const rows = (frail.length > 0 ? frail : plain).slice(0, 3).map((person, at) => ({
    ...placeOf(shown),
    ...by,
    id: newId(),
    formId: newId(),
    memberId: person.id,
    on: addDays(day, -20 - at * 90),
    reason: 'ill' as const,
    visitors: by.byName,
    noteSealed: vault.seal('身体比上次好，想在家听党课。'),
    help: '送学上门，带去慰问品',
  }))
  await insertAll(tx, careVisits, rows)
}
