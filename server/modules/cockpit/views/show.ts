import { contract } from '@zhixing/contract'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { scopeAt } from '../../metrics/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { requirementOf, tally } from '../../requirements/index.ts'
import { coverageAt } from './coverage.ts'
import { meetingsAt } from './meetings.ts'
import { figuresIn, wholeYear } from './place.ts'
import type { Place } from './place.ts'
import { categoriesAt, paceAt } from './study.ts'
import { overview } from '../../overviews/index.ts'

/** What an office wants to see at one look; nothing is kept, and every number is one of the catalogue. */
export const showCockpit = overview(
  contract.cockpit.show,
  async ({ db, now, reach }, { organizationId, year: asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const today = dayOf(now)
    const year = asked ?? yearOf(today)
    const { path } = organization
    const scope = await scopeAt(db, { path, ...wholeYear(year), now })
    const place: Place = { db, today, year, organizationId, path, scope }

    const heads = await figuresIn(place, ['members.all', 'organizations.branches'], wholeYear(year))
    const requirement = requirementOf('memberHours')
    const { people, counts } = await tally(db, { requirement, frame: scope.frame })
    const headOf = (id: string) => {
      const { text = '0', opens } = heads.get(id) ?? {}
      return { text, opens: opens ?? { metric: id, organizationId, ...wholeYear(year) } }
    }
    return {
      organizationName: organization.name,
      isBranch: isBranch(organization.kind),
      year,
      day: scope.day,
      members: headOf('members.all'),
      branches: headOf('organizations.branches'),
      keeping: { people, well: counts.met + counts.onCourse },
      coverage: await coverageAt(place),
      pace: await paceAt(place),
      categories: await categoriesAt(place),
      meetings: await meetingsAt(place),
    }
  },
)
