import { contract } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { priced } from '../steps/judge.ts'
import type { ClassKey } from '../store/classes.ts'
import { findLearners } from '../store/enrolments.ts'
import { findPapers } from '../store/papers.ts'
import { findPartner } from '../store/partners.ts'
import { countWaiting, findQuotas } from '../store/quotas.ts'
import { classes } from '../table.ts'
import { planItemNamed } from './plan-item.ts'
import { rowColumns } from './row.ts'

/** A budget beside its caps, before anything is kept. */
export const estimate = view(
  contract.classes.estimate,
  async ({ db, reach }, { organizationId, ...application }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    return { lines: await priced(db, organization.path, application) }
  },
)

/** All of one class that its page begins with. */
export const showClass = view(
  contract.classes.show,
  async ({ db, reach, actor }, { unitId, classId }) => {
    const [row] = await db
      .select({ ...rowColumns, kept: classes })
      .from(classes)
      .innerJoin(organizations, eq(organizations.id, classes.organizationId))
      .where(and(eq(classes.unitId, unitId), eq(classes.id, classId), within(reach, classes.path)))
    if (!row) throw missing('classes.unknown')
    const { kept, ...shown } = row
    const waiting = await countWaiting(db, { unitId, classId })
    const quotas = await findQuotas(db, { unitId, classId })
    const learners = await findLearners(db, { unitId, classId })
    const partner = kept.partnerId
      ? await findPartner(db, { unitId, id: kept.partnerId })
      : undefined
    const may = (grant: 'classes.keep' | 'classes.approve') =>
      covers(reachOf(actor.appointments, grant), kept.path)
    return {
      ...shown,
      application: kept.application,
      version: kept.version,
      lines: await priced(db, kept.path, kept.application),
      quotas: quotas.map(({ id, organizationId, organizationName, seats, taken }) => ({
        quotaId: id,
        organizationId,
        organizationName,
        seats,
        taken,
        waiting: waiting.get(id) ?? 0,
      })),
      byName: kept.byName,
      at: kept.at.toISOString(),
      reason: kept.reason,
      announcedAt: kept.announcedAt?.toISOString() ?? null,
      partnerName: partner?.name ?? '',
      goalResults: [...kept.goalResults],
      planItem: await planItemNamed(db, kept.planItemId),
      completedAt: kept.completedAt?.toISOString() ?? null,
      settledAt: kept.settledAt?.toISOString() ?? null,
      archivedAt: kept.archivedAt?.toISOString() ?? null,
      ...countsOf(learners),
      files: await papersOf(db, { unitId, classId }),
      can: { keep: may('classes.keep'), approve: may('classes.approve') },
    }
  },
)

type Learner = Awaited<ReturnType<typeof findLearners>>[number]

/** Who profited: members and others; observers are counted beside them. */
function countsOf(learners: readonly Learner[]) {
  const count = (isMeant: (learner: Learner) => boolean) => learners.filter(isMeant).length
  const observers = count(({ learnerKind }) => learnerKind === 'observer')
  return {
    graduates: count(({ result }) => result === 'passed'),
    beneficiaries: learners.length - observers,
    outsiders: count(({ memberId }) => memberId === null) - observers,
    observers,
  }
}

async function papersOf(db: Reader, key: ClassKey) {
  const subject = `class:${key.classId}`
  const files = (await filesOf(db, [subject])).get(subject) ?? []
  const paperOf = new Map((await findPapers(db, key)).map((one) => [one.fileId, one.paper]))
  return files.map(({ unitId, fileId, name, bytes }) => ({
    unitId,
    fileId,
    name,
    bytes,
    paper: paperOf.get(fileId) ?? ('other' as const),
  }))
}
