import { contract } from '@zhixing/contract'
import type { Output } from '@zhixing/contract'
import { categoryCodes } from '@zhixing/contract/words.ts'
import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { members, posts } from '../../members/table.ts'
import { rulesAt } from '../../rules/index.ts'
import { narrowTo } from '../index.ts'
import { dutiesOfSecretary } from '../rules/duties.ts'
import { sentenceOf } from '../rules/history.ts'
import { childKindsOf, isBranch } from '../rules/kinds.ts'
import { checksOf, setupKeys, termKeyOf } from '../rules/setup.ts'
import { countsOf } from '../store/counts.ts'
import type { Organization } from '../store/tree.ts'
import { countChildren } from '../store/tree.ts'
import { committeeTerms, organizationChanges, organizations } from '../table.ts'
import { factsOf } from './setup.ts'
import { ancestorsOf } from './tree.ts'

type Shown = Output<typeof contract.organizations.show>

const historyMost = 50

export const showOrganization = view(
  contract.organizations.show,
  async ({ db, now, actor, reach }, { organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const { path, kind, dissolvedOn } = organization
    const rules = await rulesAt(db, setupKeys, { path, day })
    const [facts] = dissolvedOn ? [] : await factsOf(db, eq(organizations.id, organizationId), day)
    const counts = await countsOf(db, organizationId)
    const children = await countChildren(db, organizationId)
    const may = (grant: 'organizations.found' | 'organizations.change') =>
      !dissolvedOn && covers(reachOf(actor.appointments, grant), path)
    const [found, change] = [may('organizations.found'), may('organizations.change')]
    const move = change && organization.parentId !== null && organizationId !== organization.unitId
    const holders = await holdersOf(db, organization, day)
    const secretary = holders.find(({ post }) => post === 'secretary')
    const duties = dutiesOfSecretary(kind)
    const isEmpty = counts.members === 0 && children === 0

    return {
      organization: {
        ...organization,
        coveredUnits: [...organization.coveredUnits],
        categoryCode: categoryCodes[kind],
      },
      trail: await ancestorsOf(db, reach, path),
      counts,
      children,
      mayFound: [...childKindsOf(kind)],
      holders,
      responsible: secretary ? { ...secretary, ...duties, duties: [...duties.duties] } : null,
      term: await termOf(db, organizationId, {
        day,
        remindFrom: addMonths(day, rules['committee.term.remind_before'].value),
      }),
      termYears: rules[termKeyOf(organization)].value,
      checks: facts ? checksOf(facts, rules, day) : [],
      history: await historyOf(db, organizationId),
      can: {
        found,
        change,
        move,
        merge: change && isBranch(kind),
        split: found && isBranch(kind),
        dissolve: move && isEmpty,
      },
    }
  },
)

async function holdersOf(db: Reader, { id, unitId }: Organization, day: Day) {
  return db
    .select({
      id: posts.id,
      unitId: posts.unitId,
      post: posts.post,
      memberId: posts.memberId,
      memberName: members.name,
      from: posts.from,
    })
    .from(posts)
    .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, id),
        lte(posts.from, day),
        or(isNull(posts.until), gt(posts.until, day)),
      ),
    )
    .orderBy(asc(posts.from), asc(members.nameKey))
}

async function termOf(
  db: Reader,
  organizationId: string,
  { day, remindFrom }: { day: Day; remindFrom: Day },
): Promise<Shown['term']> {
  const [term] = await db
    .select()
    .from(committeeTerms)
    .where(and(eq(committeeTerms.organizationId, organizationId), isNull(committeeTerms.endedOn)))
    .orderBy(desc(committeeTerms.electedOn))
    .limit(1)
  if (!term) return null
  const end = term.extendedTo ?? term.endsOn
  const isEnding = end <= remindFrom ? ('ending' as const) : ('serving' as const)
  return { ...term, state: end < day ? 'overdue' : isEnding }
}

async function historyOf(db: Reader, organizationId: string): Promise<Shown['history']> {
  const rows = await db
    .select()
    .from(organizationChanges)
    .where(eq(organizationChanges.organizationId, organizationId))
    .orderBy(desc(organizationChanges.day), desc(organizationChanges.at))
    .limit(historyMost)
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    what: row.what,
    sentence: sentenceOf({ ...row, other: row.otherName }),
    reason: row.reason,
    at: row.at.toISOString(),
  }))
}
