import { and, asc, eq, isNull } from 'drizzle-orm'
import { organizations } from '../../organizations/table.ts'
import { requirementOf, tallyBelow } from '../../requirements/index.ts'
import { coverageTitle } from '../rules.ts'
import { wholeYear } from './place.ts'
import type { Place } from './place.ts'

const shownMost = 12

/** Who has studied at all this year, organization by organization; the very rows of the requirements board. */
export async function coverageAt(place: Place) {
  const { db, path, organizationId, year, scope } = place
  const requirement = requirementOf('memberHours')
  const tallies = await tallyBelow(db, { requirement, frame: scope.frame }, path.split('/').length)
  const children = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.parentId, organizationId), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
  if (children.length === 0) return null

  const below = children
    .flatMap(({ id, name }) => {
      const counted = tallies.get(id)
      return counted && counted.people > 0
        ? [{ id, name, people: counted.people, untrained: counted.untrained }]
        : []
    })
    .toSorted((one, other) => other.untrained - one.untrained)
  const people = below.reduce((sum, one) => sum + one.people, 0)
  const most = below[0]?.untrained ?? 0
  const more = below.length > shownMost ? `；这里是最多的 ${shownMost} 个` : ''
  return {
    title: coverageTitle(people, below),
    note: `实条为参加过学习的人，虚框为一次也没有的人${more}`,
    points: below.slice(0, shownMost).map(({ id, name, people: all, untrained }) => ({
      label: name,
      value: all - untrained,
      text: untrained > 0 ? `${untrained} 人没有学过` : `${all} 人都学过`,
      rest: untrained > 0 ? untrained : null,
      isStress: most > 0 && untrained === most,
      opens: {
        metric: untrained > 0 ? 'hours.none' : 'hours.due',
        organizationId: id,
        ...wholeYear(year),
      },
    })),
  }
}
