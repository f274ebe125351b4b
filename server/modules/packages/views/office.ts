import { contract } from '@zhixing/contract'
import { and, count, countDistinct, desc, eq, ilike, isNotNull, isNull, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import type { Reader } from '../../../kernel/db.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { packageAttempts, packages } from '../table.ts'
import { findPackage } from '../store/packages.ts'

const counted = {
  learners: countDistinct(packageAttempts.personId),
  done: sql<number>`count(distinct ${packageAttempts.personId}) filter (where ${packageAttempts.doneAt} is not null)::int`,
}

export const listPackages = view(
  contract.packages.list,
  async ({ db, reach, actor }, { organizationId, text, page, size }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const chosen = and(
      within(below, packages.path),
      isNull(packages.withdrawnAt),
      text ? ilike(packages.title, containing(text)) : undefined,
    )
    const rows = await db
      .select({ row: packages, organizationName: organizations.name, ...counted })
      .from(packages)
      .innerJoin(organizations, eq(organizations.id, packages.organizationId))
      .leftJoin(packageAttempts, hangsOn)
      .where(chosen)
      .groupBy(packages.unitId, packages.id, organizations.name)
      .orderBy(desc(packages.at), desc(packages.id))
      .limit(size)
      .offset((page - 1) * size)
    return {
      rows: rows.map(rowOf),
      total: await db.$count(packages, chosen),
      mayKeep: covers(reachOf(actor.appointments, 'packages.keep'), organization.path),
    }
  },
)

const hangsOn = and(
  eq(packageAttempts.unitId, packages.unitId),
  eq(packageAttempts.packageId, packages.id),
)

type Row = {
  readonly row: typeof packages.$inferSelect
  readonly organizationName: string
  readonly learners: number
  readonly done: number
}

function rowOf({ row, organizationName, learners, done }: Row) {
  const { unitId, id, title, standard, edition, lessons, bytes, at } = row
  const facts = { title, standard, edition, bytes, at: at.toISOString() }
  return {
    unitId,
    packageId: id,
    ...facts,
    lessons: lessons.length,
    organizationName,
    learners,
    done,
  }
}

/** With everybody who learns from it, as far as the one who asks may look. */
export const showPackage = view(
  contract.packages.show,
  async ({ db, reach, actor }, { page, size, ...key }) => {
    const found = await findPackage(db, key)
    if (!found || !covers(reach, found.path)) throw missing('packages.unknown')
    const [facts] = await db
      .select({ organizationName: organizations.name, ...counted })
      .from(packages)
      .innerJoin(organizations, eq(organizations.id, packages.organizationId))
      .leftJoin(packageAttempts, hangsOn)
      .where(and(eq(packages.unitId, key.unitId), eq(packages.id, key.packageId)))
      .groupBy(organizations.name)
    const row = { row: found, organizationName: '', learners: 0, done: 0, ...facts }
    return {
      ...rowOf(row),
      version: found.version,
      outline: found.lessons.map(({ identifier, title }) => ({ identifier, title })),
      results: await resultsOf(db, found, { page, size }),
      mayKeep: covers(reachOf(actor.appointments, 'packages.keep'), found.path),
    }
  },
)

async function resultsOf(
  db: Reader,
  { unitId, id, lessons }: typeof packages.$inferSelect,
  { page, size }: { page: number; size: number },
) {
  const chosen = and(
    eq(packageAttempts.unitId, unitId),
    eq(packageAttempts.packageId, id),
    isNotNull(packageAttempts.personName),
  )
  const rows = await db
    .select({ attempt: packageAttempts, organizationName: organizations.name })
    .from(packageAttempts)
    .innerJoin(organizations, eq(organizations.path, packageAttempts.personPath))
    .where(chosen)
    .orderBy(desc(packageAttempts.seenAt))
    .limit(size)
    .offset((page - 1) * size)
  const [all] = await db.select({ total: count() }).from(packageAttempts).where(chosen)
  return {
    total: all?.total ?? 0,
    rows: rows.map(({ attempt, organizationName }) => ({
      name: attempt.personName,
      organizationName,
      lesson:
        lessons.find(({ identifier }) => identifier === attempt.lesson)?.title ?? attempt.lesson,
      state: attempt.state,
      score: attempt.score,
      minutes: Math.floor(attempt.seconds / 60),
      seenAt: attempt.seenAt.toISOString(),
    })),
  }
}
