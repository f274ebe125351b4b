import { contract } from '@zhixing/contract'
import { and, eq, ilike, inArray, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { open, running } from '../rules/way.ts'
import { seenWithin } from '../store.ts'
import { transfers } from '../table.ts'
import { chosen, isOutNotReceived, isPocket, readTransfers } from './read-rows.ts'

export const listTransfers = view(contract.transfers.list, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const point = { path: organization.path, day: today }
  const { value: pocketDays } = await ruleAt(db, 'transfer.pocket.after', point)
  const here = seenWithin(reach)
  const pattern = containing(input.text)
  const named = input.text
    ? or(
        ilike(transfers.name, pattern),
        ilike(transfers.fromName, pattern),
        ilike(transfers.toName, pattern),
        ilike(transfers.letterNumber, pattern),
      )
    : undefined
  const where = and(here, named, chosen[input.show](db, today, pocketDays))
  const found = await readTransfers(db, { ...input, where, reach, today, pocketDays })
  const isRunning = inArray(transfers.state, [...running])
  const isLeaving = within(reach, transfers.path)
  const isComing = or(
    and(eq(transfers.route, 'in'), isLeaving),
    and(within(reach, transfers.partnerPath), sql`not ${isLeaving}`),
  )
  const count = (of: ReturnType<typeof and>) => db.$count(transfers, and(here, of))
  return {
    rows: found.map(({ row }) => row),
    total: await db.$count(transfers, where),
    today,
    counts: {
      open: await count(inArray(transfers.state, [...open])),
      pocket: await count(isPocket(db, today, pocketDays)),
      outNotReceived: await count(and(isOutNotReceived, isLeaving)),
      incoming: await count(and(isRunning, isComing)),
      received: await count(chosen.received()),
      closed: await count(chosen.closed()),
    },
  }
})
