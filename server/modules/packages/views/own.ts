import { contract } from '@zhixing/contract'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { atOrAbove } from '../../../kernel/reach.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { isDone } from '../rules/progress.ts'
import { requireLearnable } from '../steps/learner.ts'
import { attemptsOf } from '../store/attempts.ts'
import { packageAttempts, packages } from '../table.ts'

/** What can be learned where somebody stands: kept by the own organization or by one above. */
export const menu = ownView(contract.packages.menu, async ({ db, actor }) => {
  const rows = await db
    .select({ row: packages, organizationName: organizations.name })
    .from(packages)
    .innerJoin(organizations, eq(organizations.id, packages.organizationId))
    .where(and(isNull(packages.withdrawnAt), atOrAbove(actor.place.path, packages.path)))
    .orderBy(desc(packages.at))
    .limit(200)
  const ids = rows.map(({ row }) => row.id)
  const attempts =
    ids.length === 0
      ? []
      : await db
          .select({ packageId: packageAttempts.packageId, state: packageAttempts.state })
          .from(packageAttempts)
          .where(
            and(
              eq(packageAttempts.personId, actor.personId),
              inArray(packageAttempts.packageId, ids),
            ),
          )
  const own = Map.groupBy(attempts, ({ packageId }) => packageId)
  return {
    rows: rows.map(({ row: { unitId, id, title, lessons }, organizationName }) => {
      const mine = own.get(id) ?? []
      return {
        unitId,
        packageId: id,
        title,
        organizationName,
        lessons: lessons.length,
        done: mine.filter(({ state }) => isDone(state)).length,
        isBegun: mine.length > 0,
      }
    }),
  }
})

export const mine = ownView(contract.packages.mine, async ({ db, actor }, key) => {
  const found = await requireLearnable(db, actor, key)
  const attempts = await attemptsOf(db, key, actor.personId)
  const { unitId, id, title, standard } = found
  return {
    unitId,
    packageId: id,
    title,
    standard,
    lessons: found.lessons.map((lesson) => {
      const attempt = attempts.find((one) => one.lesson === lesson.identifier)
      return {
        identifier: lesson.identifier,
        title: lesson.title,
        state: attempt?.state ?? 'unstarted',
        score: attempt?.score ?? null,
        minutes: Math.floor((attempt?.seconds ?? 0) / 60),
      }
    }),
  }
})
