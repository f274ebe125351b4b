import { contract } from '@zhixing/contract'
import { and, asc, eq, ilike, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { containing } from '../../../kernel/search.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingCheckIns } from '../table.ts'
import { readCheckIns } from './check-ins.ts'
import { oneMember } from './losses.ts'
import { readLedger } from './read-ledger.ts'
import { findStay, stayOf } from './show.ts'

const nothing = {
  isMember: false,
  isFloating: false,
  version: 0,
  stay: null,
  since: null,
  destination: '',
  contactPerson: '',
  lastContact: null,
  dueOn: null,
  checkIns: [],
  minutes: 0,
  remoteMinutes: 0,
}

/** Where I am, as my branch has it, and who keeps in touch with me. */
export const myStay = ownView(contract.floating.mine, async (sight) => {
  const { db, vault, actor } = sight
  const { memberId, unitId } = actor
  if (memberId === undefined) return nothing
  const key = { unitId, memberId }
  const [row] = await readLedger(sight, actor.place.path, oneMember(key))
  const stay = await findStay(db, key)
  const mine = and(eq(floatingCheckIns.unitId, unitId), eq(floatingCheckIns.memberId, memberId))
  return {
    isMember: true,
    isFloating: row !== undefined,
    version: stay?.version ?? 0,
    stay: stay ? stayOf(stay, vault, (phone) => phone) : null,
    since: row?.since ?? null,
    destination: row?.destination ?? '',
    contactPerson: row?.contactPerson ?? '',
    lastContact: row?.lastContact ?? null,
    dueOn: row?.contact.dueOn ?? null,
    checkIns: await readCheckIns(sight, mine),
    minutes: row?.minutes ?? 0,
    remoteMinutes: row?.remoteMinutes ?? 0,
  }
})

const above = alias(organizations, 'above')
const hostsMax = 20
const kinds = ['branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch'] as const

/** The names of branches: enough to choose where to report, and nothing about who is in them. */
export const findHosts = ownView(contract.floating.hosts, async ({ db }, { text }) => {
  const rows = await db
    .select({ organizationId: organizations.id, name: organizations.name, above: above.name })
    .from(organizations)
    .leftJoin(above, eq(above.id, organizations.parentId))
    .where(
      and(
        ilike(organizations.name, containing(text)),
        inArray(organizations.kind, [...kinds]),
        isNull(organizations.dissolvedOn),
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.id))
    .limit(hostsMax)
  return { rows: rows.map((row) => ({ ...row, above: row.above ?? '' })) }
})
