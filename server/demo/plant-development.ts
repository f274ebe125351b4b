import { usualPractice } from '@zhixing/contract/development-words.ts'
import { addDays, dayOf, daysBetween } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import type { Vault } from '../kernel/vault.ts'
import { plantAccount } from '../modules/accounts/index.ts'
import { versionOn, versions } from '../modules/development/catalogue/versions.ts'
import { stageOf } from '../modules/development/rules/way.ts'
import {
  admissionQuotas,
  applicantContacts,
  applicantEntries,
  applicants,
} from '../modules/development/table.ts'
import { startCase } from '../modules/procedures/index.ts'
import { showcase } from './accounts.ts'
import { candidatesOf } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'
import { plantCultivation, plantPractice } from './plant-cultivation.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

const { abilities } = usualPractice

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }

/** Twelve who have applied, activists, targets, nine on probation, five confirmed: some of them late. */
export async function plantDevelopment(
  scene: Scene,
  { county }: DemoTree,
  { filled, dice }: { readonly filled: readonly DemoBranch[]; readonly dice: Dice },
): Promise<void> {
  const { tx, now } = scene
  const branches = [showcase(filled), ...filled.filter((one) => one !== showcase(filled))]
  const candidates = candidatesOf(branches, dayOf(now), dice)
  for (const [at, candidate] of candidates.entries())
    // Each begins a case of its own.
    // oxlint-disable-next-line no-await-in-loop
    await plantCandidate(scene, candidate, at)
  const year = Number(dayOf(now).slice(0, 4))
  const by = { year, byId: newId(), at: now, version: 1 }
  const targets = { women: 40, youth: 60, frontline: 50 }
  const [first] = branches
  if (first) await plantPractice(scene, county, first.branch)
  const committee = first?.branch.parentId
  await insertAll(tx, admissionQuotas, [
    { ...by, id: newId(), unitId: county.unitId, organizationId: county.id, persons: 40, targets },
    ...(first && committee
      ? [
          {
            ...by,
            id: newId(),
            unitId: first.branch.unitId,
            organizationId: committee,
            persons: 9,
            targets,
          },
        ]
      : []),
  ])
}

async function plantCandidate(scene: Scene, candidate: Candidate, at: number): Promise<void> {
  const { tx, now, vault } = scene
  const { branch, person, past, appliedOn } = candidate
  const { unitId, id: organizationId, path } = branch
  const ruleVersion = versionOn(appliedOn)
  const id = newId()
  const by = { accountId: newId(), name: '支部组织委员' }
  const dayOfStep = (key: string) => past.find(({ step }) => step === key)?.on
  const met = dayOfStep('meeting')
  const end = met ? addDays(met, 365) : undefined
  const caseId = await startCase(tx, versions[ruleVersion], {
    unitId,
    organizationId,
    path,
    subject: `applicant:${id}`,
    title: person.name,
    by,
    now,
    on: appliedOn,
    past: past.map((one) => ({ ...one, reason: '' })),
    marks: end ? { probationEnds: end } : {},
  })
  const { name, sex, ethnicity, bornOn, education, idNumber, memberId } = person
  const isConfirmed = dayOfStep('confirmApprove') !== undefined
  const accountId = at === 0 ? await plantLogin(scene, candidate) : null
  await tx.insert(applicants).values({
    unitId,
    id,
    organizationId,
    path,
    name,
    sex,
    ethnicity,
    bornOn,
    education,
    appliedOn,
    ruleVersion,
    caseId,
    memberId,
    accountId,
    nameKey: nameKeyOf(name),
    idNumberSealed: vault.seal(idNumber),
    idNumberIndex: vault.index(idNumber),
    occupation: at % 3 === 0 ? '农技员' : '村务专干',
    employment: 'employed',
    isFrontline: at % 3 === 0,
    abilities: [abilities[at % abilities.length] ?? '群众工作'],
    stage: isConfirmed ? 'full' : stageOf(past.map(({ step }) => step)),
    approvedOn: dayOfStep('approve') ?? null,
    confirmedOn: isConfirmed ? (end ?? null) : null,
    formId: newId(),
    byId: by.accountId,
    at: now,
  })
  const whose = { unitId, applicantId: id, by }
  await plantFileOf(tx, { ...candidate, ...whose, by: { ...by, now } })
  await plantCultivation(scene, candidate, whose)
}

type Filed = Candidate & {
  readonly unitId: string
  readonly applicantId: string
  readonly by: { readonly accountId: string; readonly name: string; readonly now: Date }
}

const halfYear = 182

/** Who cultivates them, and what was seen of them since. */
async function plantFileOf(tx: Db, filed: Filed): Promise<void> {
  const { unitId, applicantId, past, contacts, inspectedUntil, by } = filed
  const since = past.find(({ step }) => step === 'activist')?.on
  if (!since) return
  const of = { unitId, applicantId }
  await insertAll(
    tx,
    applicantContacts,
    contacts.map((memberId) => ({
      ...of,
      id: newId(),
      role: 'contact' as const,
      memberId,
      from: since,
    })),
  )
  const count = Math.floor(daysBetween(since, inspectedUntil) / halfYear)
  const days: Day[] = Array.from({ length: count }, (_, nth) =>
    addDays(since, (nth + 1) * halfYear - 5),
  )
  const written = { byId: by.accountId, byName: by.name, at: by.now, minutes: 0, points: 0 }
  const entries = days.flatMap((on) => [
    { ...written, kind: 'inspection' as const, on, text: '学习认真，能带头完成急难任务，继续培养' },
    {
      ...written,
      kind: 'service' as const,
      on,
      text: '参加汛期值守和环境整治',
      minutes: 240,
      points: 8,
    },
    { ...written, kind: 'points' as const, on, text: '季度积分评定', points: 15 },
  ])
  if (entries.length > 0)
    await insertAll(
      tx,
      applicantEntries,
      entries.map((entry) => ({ ...entry, ...of, id: newId(), formId: newId(), facts: {} })),
    )
}

/** One of them signs in and sees their own way. */
async function plantLogin({ tx, now }: Scene, { branch, person }: Candidate): Promise<string> {
  const { unitId, id: organizationId } = branch
  const who = { login: 'applicant', name: person.name, memberId: null, password: 'Zhixing-2026' }
  return plantAccount(tx, { ...who, unitId, organizationId, now })
}
