import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { addDays, dayOf, startOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import { newBytes } from '../kernel/token.ts'
import type { Vault } from '../kernel/vault.ts'
import { numberOf, prefixOf } from '../modules/certificates/rules/number.ts'
import { keepCertificates, takeNumbers } from '../modules/certificates/store/certificates.ts'
import type { certificates } from '../modules/certificates/table.ts'
import { openRound } from '../modules/surveys/index.ts'
import { factsOf } from '../modules/classes/steps/facts.ts'
import { keepSessionRow } from '../modules/classes/store/sessions.ts'
import { classEnrolments, classQuotas, classes } from '../modules/classes/table.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import { lessonsOf, springClass } from './training.ts'
import type { DemoOrganization } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }

/** A class that is over: who graduated holds a certificate that anybody can verify. */
export async function plantGraduation(
  { tx, now, vault }: Scene,
  county: DemoOrganization,
  { branch, people }: DemoBranch,
): Promise<void> {
  const { unitId, id: organizationId, path, name: issuerName } = county
  const application = springClass(addDays(dayOf(now), -24))
  const { from, until, title, kind } = application
  const came = people.filter(({ excuse, floatingSince }) => !excuse && !floatingSince).slice(0, 14)
  const [classId, quotaId, byId] = [newId(), newId(), newId()]
  const over = startOf(addDays(until, 1))
  await tx.insert(classes).values({
    ...factsOf(application),
    unitId,
    id: classId,
    organizationId,
    path,
    state: 'completed',
    byId,
    byName: '县委组织部',
    at: startOf(addDays(from, -30)),
    announcedAt: startOf(addDays(from, -20)),
    completedAt: over,
  })
  const quota = { unitId, classId, organizationId: branch.id, seats: 20, taken: came.length }
  await tx.insert(classQuotas).values({ ...quota, id: quotaId })
  const rows = came.map(({ id: memberId, name }, at) => ({
    id: newId(),
    unitId,
    classId,
    quotaId,
    memberUnitId: branch.unitId,
    memberId,
    name,
    nameKey: nameKeyOf(name),
    organizationId: branch.id,
    organizationName: branch.name,
    learnerKind: 'member' as const,
    state: 'enrolled' as const,
    way: 'nominated' as const,
    result: at === 5 ? ('failed' as const) : ('passed' as const),
    resultReason: at === 5 ? '请假超过七分之一' : '',
    byId,
    at: startOf(addDays(from, -10)),
  }))
  await insertAll(tx, classEnrolments, rows)
  for (const lesson of lessonsOf(application))
    await keepSessionRow(tx, { ...lesson, unitId, classId, id: newId(), hasRecord: false })
  await certify(
    tx,
    rows.filter(({ result }) => result === 'passed'),
    { unitId, classId, path, className: title, kind, from, until, issuerName, byId, at: over },
  )
  const memberIds = came.map(({ id }) => id)
  await askLearners({ tx, now, vault }, county, { classId, title, memberIds })
}

/** They have been asked how it was, and have some days left to say so. */
async function askLearners(
  { now, ...scene }: Scene,
  { unitId, id: organizationId, path, name: byName }: DemoOrganization,
  { classId, title, memberIds }: { classId: string; title: string; memberIds: readonly string[] },
): Promise<void> {
  await openRound(scene, {
    unitId,
    organizationId,
    path,
    kind: 'class',
    definition: { ...surveyTemplates.class, title: `${title}：培训班评估` },
    isAnonymous: true,
    subject: `class:${classId}`,
    memberIds,
    from: addDays(dayOf(now), -3),
    until: addDays(dayOf(now), 11),
    byId: newId(),
    byName,
    now,
  })
}

type Row = typeof classEnrolments.$inferInsert & { readonly id: string }
type Printed = Pick<
  typeof certificates.$inferInsert,
  'unitId' | 'classId' | 'path' | 'className' | 'from' | 'until' | 'issuerName' | 'byId' | 'at'
> & { readonly kind: string }

async function certify(
  tx: Db,
  passed: readonly Row[],
  { kind, ...shared }: Printed,
): Promise<void> {
  const { unitId, until } = shared
  const series = { unitId, prefix: prefixOf(kind), year: yearOf(until) }
  const before = await takeNumbers(tx, series, passed.length)
  await keepCertificates(
    tx,
    passed.map(({ id, memberUnitId, memberId, name, nameKey, organizationName }, at) => ({
      ...shared,
      id: newId(),
      enrolmentId: id,
      memberUnitId,
      memberId,
      name,
      nameKey,
      organizationName,
      minutes: 960,
      issuedOn: addDays(until, 1),
      number: numberOf(series.prefix, series.year, before + at + 1),
      code: Buffer.from(newBytes(16)).toString('base64url'),
    })),
  )
}
