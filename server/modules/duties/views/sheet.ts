import { contract } from '@zhixing/contract'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { covers, parentOf, reachOf } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { levelOf } from '../rules/holding.ts'
import { nothing } from '../rules/counts.ts'
import { countOf, showSheets } from '../steps/show.ts'
import { seatsOf, standingAt } from '../catalogue/standing.ts'
import { findSeats } from '../catalogue/find.ts'

/** The list of one organization alone, post by post. */
export const sheet = view(
  contract.duties.sheet,
  async ({ db, now, reach, actor }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const year = asked.year ?? yearOf(day)
    const own = await standingAt(db, organization, { year, day })
    const { unitId, memberId, appointments } = actor
    const seats = memberId ? await findSeats(db, { unitId, memberId, day }) : []
    const seat = seats.find((one) => one.organization.id === organizationId)
    return {
      organizationName: organization.name,
      level: levelOf(organization.kind) ?? null,
      tier: organization.tier,
      sector: organization.sector,
      year,
      day,
      counts: own ? countOf(own) : nothing,
      sheets: await showSheets(db, own?.sheets ?? []),
      mayReport: covers(reachOf(appointments, 'duties.report'), organization.path),
      // Whoever stands above it, or answers for the whole county.
      mayReturn: covers(reachOf(appointments, 'duties.return'), parentOf(organization.path)),
      own: seat?.posts ?? [],
    }
  },
)

/** What goes with the posts that somebody holds, wherever they hold them. */
export const mine = ownView(contract.duties.mine, async ({ db, now, actor }) => {
  const day = dayOf(now)
  const year = yearOf(day)
  const seats = await seatsOf(db, { ...actor, day })
  const shown = await showSheets(
    db,
    seats.map((one) => one.sheet),
  )
  const reach = reachOf(actor.appointments, 'duties.report')
  const rows = seats.flatMap(({ organization: { id, name, path } }, at) => {
    const one = shown[at]
    const where = { organizationId: id, organizationName: name, mayReport: covers(reach, path) }
    return one ? [{ ...one, ...where }] : []
  })
  return { year, day, rows }
})
