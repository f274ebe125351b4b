import { contract } from '@zhixing/contract'
import type { Grant } from '@zhixing/contract'
import { stages } from '@zhixing/contract/words.ts'
import { and, asc, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { reachOf, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing, holding } from '../../../kernel/search.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { ownView } from '../../../kernel/view.ts'
import { activities } from '../../activities/table.ts'
import { chosenBy } from '../../members/views/choose.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

const each = 6

type Search = {
  readonly db: Reader
  readonly text: string
  readonly day: string
  readonly vault: Vault
  readonly reach: Reach
}

/** One box for people, organizations and activities; what the searcher may not see is not found. */
export const find = ownView(contract.home.find, async ({ db, now, vault, actor }, { text }) => {
  if (text === '') return { rows: [] }
  const search = { db, text, vault, day: dayOf(now) }
  const rows = [
    ...(await findPeople({ ...search, reach: reachBy(actor, 'members.view') })),
    ...(await findOrganizations({ ...search, reach: reachBy(actor, 'organizations.view') })),
    ...(await findMeetings({ ...search, reach: reachBy(actor, 'activities.view') })),
  ]
  return { rows }
})

function reachBy({ appointments }: Actor, grant: Grant): Reach {
  return reachOf(appointments, grant)
}

/** By name, its sound, or the whole of a citizen's or phone number. */
async function findPeople({ db, text, day, vault, reach }: Search) {
  const rows = await db
    .select({
      unitId: members.unitId,
      id: members.id,
      title: members.name,
      stage: members.stage,
      branch: organizations.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(chosenBy({ text, audience: {} }, { reach, day, vault }))
    .orderBy(asc(members.nameKey), asc(members.id))
    .limit(each)
  return rows.map(({ stage, branch, ...row }) => ({
    ...row,
    kind: 'member' as const,
    note: `${branch} · ${stages[stage]}`,
  }))
}

async function findOrganizations({ db, text, reach }: Search) {
  const sound = text.toLowerCase().replace(/[^a-z]/g, '')
  const rows = await db
    .select()
    .from(organizations)
    .where(
      and(
        within(reach, organizations.path),
        isNull(organizations.dissolvedOn),
        or(
          ilike(organizations.name, containing(text)),
          eq(organizations.code, text),
          /^[a-z\s]+$/i.test(text)
            ? sql`replace(${organizations.nameKey}, ' ', '') like ${`%${sound}%`}`
            : undefined,
        ),
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.id))
    .limit(each)
  return rows.map(({ unitId, id, name, employer, code }) => ({
    unitId,
    id,
    title: name,
    kind: 'organization' as const,
    note: [employer, code].filter(Boolean).join(' · '),
  }))
}

async function findMeetings({ db, text, reach }: Search) {
  const rows = await db
    .select({
      unitId: activities.unitId,
      id: activities.id,
      title: activities.title,
      startsAt: activities.startsAt,
      organization: organizations.name,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(
      and(
        within(reach, organizations.path),
        holding([activities.title, activities.place], text),
        ilike(activities.title, containing(text)),
      ),
    )
    .orderBy(desc(activities.startsAt))
    .limit(each)
  return rows.map(({ startsAt, organization, ...row }) => ({
    ...row,
    kind: 'activity' as const,
    note: `${organization} · ${dayOf(startsAt)}`,
  }))
}
