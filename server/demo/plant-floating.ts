import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { floatingContacts, floatingStays } from '../modules/floating/table.ts'
import type { Dice } from './dice.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Away = DemoMember & { readonly floatingSince: Day }

const reasons = ['work', 'work', 'work', 'business', 'study', 'family'] as const
const ranges = ['nation', 'nation', 'nation', 'province', 'abroad'] as const

/** Where those who are away are, as their branches wrote it down, and when they were last spoken to; some are forgotten. */
export async function plantFloating(
  { tx, now }: Scene,
  filled: readonly DemoBranch[],
  dice: Dice,
): Promise<void> {
  const today = dayOf(now)
  const known = filled.flatMap(({ people, officers }) =>
    people
      .filter((person): person is Away => person.floatingSince !== null && dice.chance(0.9))
      .map((person) => ({ person, officer: officers.get('secretary') })),
  )
  if (known.length === 0) return
  const stays = known.map(({ person, officer }) => stayOf(person, officer, dice))
  await insertAll(tx, floatingStays, stays)
  await insertAll(
    tx,
    floatingContacts,
    known.flatMap(({ person, officer }) => contactsOf(person, officer, { today, dice })),
  )
}

function stayOf(person: Away, officer: DemoMember | undefined, dice: Dice) {
  const { unitId, id: memberId, floatingSince: since, floatingTo: destination } = person
  return {
    id: newId(),
    unitId,
    memberId,
    since,
    reason: dice.one(reasons),
    range: dice.one(ranges),
    destination,
    contactPersonId: officer && dice.chance(0.85) ? officer.id : null,
    byId: officer?.id ?? memberId,
    at: startOf(since),
  }
}

function contactsOf(
  { unitId, id: memberId }: Away,
  officer: DemoMember | undefined,
  { today, dice }: { readonly today: Day; readonly dice: Dice },
) {
  const last = dice.chance(0.8) ? dice.between(1, 28) : dice.between(35, 120)
  return [last, last + 30, last + 60].map((days) => {
    const on = addDays(today, -days)
    return {
      id: newId(),
      formId: newId(),
      unitId,
      memberId,
      on,
      way: dice.one(['phone', 'phone', 'message', 'video'] as const),
      isReached: true,
      note: dice.one(['工作稳定，按时参加线上学习', '询问近况，转达支部通知', '商量春节返乡学习']),
      byId: officer?.id ?? memberId,
      byName: officer?.name ?? '支部书记',
      at: startOf(on),
    }
  })
}
