import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { quarterAround } from '../modules/outreach/rules/quarter.ts'
import { rejudge } from '../modules/outreach/steps/rejudge.ts'
import { keepPack } from '../modules/outreach/store/packs.ts'
import { keepRound, keepStops, keepVisitors } from '../modules/outreach/store/rounds.ts'
import { keepCapture, openVisit } from '../modules/outreach/store/visits.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Going = {
  readonly filled: DemoBranch
  readonly visitors: readonly DemoMember[]
  readonly members: readonly DemoMember[]
}

const roundsMax = 12
const items = [
  { id: newId(), title: '党章', kind: 'book', copies: 1 },
  { id: newId(), title: '本季度学习要点（大字版）', kind: 'document', copies: 1 },
  { id: newId(), title: '致老党员的一封信', kind: 'letter', copies: 1 },
] as const

/** A pack of the county, and rounds under way in some branches: done, waiting for a second word, not begun. */
export async function plantOutreach(
  scene: Scene,
  { county }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const { unitId, id: organizationId, path } = county
  const packId = newId()
  const by = { byId: newId(), at: scene.now }
  await keepPack(scene.tx, {
    ...by,
    unitId,
    id: packId,
    organizationId,
    path,
    title: '本季度送学资料包',
    items: [...items],
  })
  const going = filled.flatMap((one): Going[] => {
    const members = one.people.filter(({ excuse }) => excuse)
    const visitors = [...one.officers.values()].slice(0, 2)
    return members.length > 0 && visitors.length > 0 ? [{ filled: one, visitors, members }] : []
  })
  for (const one of going.slice(0, roundsMax)) await plantRound(scene, one, packId)
}

async function plantRound(
  { tx, now }: Scene,
  { filled, visitors, members }: Going,
  packId: string,
) {
  const { unitId, id: organizationId, path, name } = filled.branch
  const today = dayOf(now)
  const { from, until } = quarterAround(today)
  const roundId = newId()
  const title = `${name.replace(/党支部$/, '')}送学上门`
  const round = { organizationId, path, formId: newId(), title, from, until, packId }
  await keepRound(tx, { ...round, unitId, id: roundId, byId: newId(), at: startOf(from) })
  const key = { unitId, roundId }
  await keepVisitors(
    tx,
    key,
    visitors.map((person) => ({ memberId: person.id, name: person.name })),
  )
  const stops = members.map(({ id: memberId }) => ({ memberId, plannedOn: today, note: '' }))
  await keepStops(tx, key, { stops, today })

  const day = today === from ? today : addDays(today, -1)
  for (const [at, member] of members.slice(0, 3).entries()) {
    const speaking = at === 1 ? visitors.slice(0, 1) : visitors
    const visit = await openVisit(tx, { ...key, memberId: member.id, path, day })
    for (const [place, visitor] of speaking.entries())
      await keepCapture(tx, {
        ...key,
        id: newId(),
        visitId: visit.id,
        memberId: member.id,
        personId: visitor.id,
        byName: visitor.name,
        at: new Date(startOf(day).getTime() + 9 * 3_600_000),
        receivedAt: now,
        words: {
          isMet: !(at === 2 && place === 1),
          delivered: items.map(({ id }) => id),
          minutes: 60 - place * 10,
          note: '读了学习要点，问了身体和用药',
          witness: null,
        },
      })
    const person = visitors[0]?.id ?? newId()
    await rejudge({ tx, now, actor: { accountId: person, personId: person }, title }, visit)
  }
}
