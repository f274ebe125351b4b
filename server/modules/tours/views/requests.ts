import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNull, like, or, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { inOrder, matchOf } from '../rules.ts'
import { tourOffers, tourRequests } from '../table.ts'
import { selectOffers, selectRequests, showOffer, showRequest } from './shown.ts'

export const listRequests = view(contract.tours.requests, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const here = within(reach, tourRequests.path)
  const chosen = and(here, input.state ? eq(tourRequests.state, input.state) : undefined)
  const rows = await selectRequests(db)
    .where(chosen)
    .orderBy(sql`${tourRequests.state} <> 'open'`, desc(tourRequests.at), desc(tourRequests.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return {
    rows: rows.map(showRequest),
    total: await db.$count(tourRequests, chosen),
    open: await db.$count(tourRequests, and(here, eq(tourRequests.state, 'open'))),
  }
})

/** Everybody whom this village may ask, the best first, with what speaks for and against each. */
export const matches = view(contract.tours.matches, async ({ db, reach }, input) => {
  const [found] = await selectRequests(db).where(
    and(
      eq(tourRequests.unitId, input.unitId),
      eq(tourRequests.id, input.requestId),
      within(reach, tourRequests.path),
    ),
  )
  if (!found) throw missing('tours.requestUnknown')
  const { unitId, path, topic, windows } = found.request
  const offers = await selectOffers(db).where(
    and(
      eq(tourOffers.unitId, unitId),
      isNull(tourOffers.withdrawnOn),
      atOrAbove(path, tourOffers.path),
    ),
  )
  const rows = offers.map((row) => {
    const offer = showOffer(row)
    const { fits, sameTopic, common, because } = matchOf({ topic, windows }, offer)
    return { ...offer, fits, sameTopic, common: [...common], because: [...because] }
  })
  const { page, size } = input
  return {
    ...showRequest(found),
    rows: rows.toSorted(inOrder).slice((page - 1) * size, page * size),
    total: rows.length,
  }
})

/** Those who can go: of ours and below, and those whom others above have offered to us. */
export const listOffers = view(contract.tours.offers, async (sight, input) => {
  const { db } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const rows = await selectOffers(db)
    .where(
      and(
        isNull(tourOffers.withdrawnOn),
        or(
          like(tourOffers.path, `${organization.path}%`),
          atOrAbove(organization.path, tourOffers.path),
        ),
      ),
    )
    .orderBy(asc(tourOffers.path), asc(tourOffers.lecturerName), asc(tourOffers.id))
  const all = rows.map(showOffer)
  const { page, size } = input
  return {
    rows: all.slice((page - 1) * size, page * size),
    total: all.length,
    left: all.reduce((sum, { tripsMax, trips }) => sum + Math.max(tripsMax - trips, 0), 0),
  }
})
