import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { addMonths, dayOf, monthOf, yearOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { frameAt } from '../catalogue/frame.ts'
import type { Frame } from '../catalogue/frame.ts'
import { membersOfMonth, sumOfMonth, sumsBelow } from '../catalogue/online-month.ts'
import { overview } from '../../overviews/index.ts'

/** So many months are drawn, the one asked about last. */
const drawn = 6

/** Study online in one month: organizations and members in their order, and how the months before were. */
export const onlineMonth = overview(
  contract.requirements.month,
  async ({ db, now, reach }, { organizationId, lacking, page, size, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path, name: organizationName } = organization
    const today = dayOf(now)
    const month = asked.month ?? monthOf(today)
    const year = yearOf(`${month}-01`)
    const frame = await frameAt(db, { path, year, now, today })
    const whole = await sumOfMonth(db, frame, month)
    const answer = frame.regions.at(-1)?.['online.month.min']
    const months = []
    for (let back = drawn - 1; back >= 0; back -= 1) {
      const one = monthOf(addMonths(`${month}-01`, -back))
      const { people, studied } = back === 0 ? whole : await sumOfMonth(db, frame, one)
      months.push({ month: one, people, studied })
    }
    return {
      organizationName,
      month,
      aimMinutes: answer?.value ?? 0,
      clause: answer?.clause ?? '',
      ...whole,
      months,
      organizations: await below(db, { frame, month, organizationId }),
      rows: await membersOfMonth(db, frame, month, { page, size, lacking }),
      total: lacking ? whole.people - whole.met : whole.people,
    }
  },
)

type Below = { readonly frame: Frame; readonly month: Month; readonly organizationId: string }

/** One line for each organization directly below; the greater share of people who reached the aim first. */
async function below(db: Reader, { frame, month, organizationId }: Below) {
  const found = await sumsBelow(db, frame, month)
  const children = await db
    .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
    .from(organizations)
    .where(and(eq(organizations.parentId, organizationId), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
  const rows = children.flatMap(({ id, name, kind }) => {
    const sums = found.get(id)
    return sums ? [{ organizationId: id, name, hasBelow: !isBranch(kind), ...sums }] : []
  })
  return rows.toSorted((one, other) => mean(other) - mean(one))
}

function mean({ minutes, people }: { readonly minutes: number; readonly people: number }): number {
  return people === 0 ? 0 : minutes / people
}
