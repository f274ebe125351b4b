import { contract } from '@zhixing/contract'
import { and, desc, eq, ne } from 'drizzle-orm'
import { ownView } from '../../../kernel/view.ts'
import { findSaid } from '../store/visits.ts'
import { showVisits } from '../steps/speak.ts'
import { outreachPacks, outreachRounds, outreachVisits } from '../table.ts'

const visitsMax = 50

/** What was brought to me, and what I have said about it. */
export const myDeliveries = ownView(contract.outreach.mine, async ({ db, actor }) => {
  const { unitId, memberId, personId } = actor
  if (!memberId) return { rows: [] }
  const rows = await db
    .select({ visit: outreachVisits, title: outreachRounds.title, items: outreachPacks.items })
    .from(outreachVisits)
    .innerJoin(
      outreachRounds,
      and(
        eq(outreachRounds.unitId, outreachVisits.unitId),
        eq(outreachRounds.id, outreachVisits.roundId),
      ),
    )
    .leftJoin(
      outreachPacks,
      and(
        eq(outreachPacks.unitId, outreachRounds.unitId),
        eq(outreachPacks.id, outreachRounds.packId),
      ),
    )
    .where(
      and(
        eq(outreachVisits.unitId, unitId),
        eq(outreachVisits.memberId, memberId),
        ne(outreachVisits.state, 'absent'),
      ),
    )
    .orderBy(desc(outreachVisits.day), desc(outreachVisits.id))
    .limit(visitsMax)
  const visits = rows.map(({ visit }) => visit)
  const shown = await showVisits(db, visits, personId)
  const saidIn = await findSaid(
    db,
    visits.map(({ id }) => id),
  )
  return {
    rows: rows.flatMap(({ visit, title, items }, at) => {
      const one = shown[at]?.visit
      if (!one) return []
      const { captures, confirmations } = saidIn(visit.id)
      const delivered = new Set(captures.flatMap(({ words }) => words.delivered))
      const word = confirmations.find((said) => said.personId === personId)
      return {
        ...one,
        roundTitle: title,
        visitors: [...new Set(captures.map(({ byName }) => byName))],
        delivered: (items ?? []).filter(({ id }) => delivered.has(id)).map((item) => item.title),
        at: captures[0]?.at.toISOString() ?? new Date(0).toISOString(),
        myWord: word?.isTrue ?? null,
      }
    }),
  }
})
