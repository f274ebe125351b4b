import { usualPractice } from '@zhixing/contract/development-words.ts'
import { addDays, dayOf, daysBetween } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import type { Vault } from '../kernel/vault.ts'
import {
  admissionPractices,
  applicantEntries,
  applicantTasks,
  poolReviews,
  reviewSubjects,
} from '../modules/development/table.ts'
import type { Candidate } from './candidates.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }
type Whose = {
  readonly unitId: string
  readonly applicantId: string
  readonly by: { readonly accountId: string; readonly name: string }
}

/** How the county does it, and when its first branch last went through its reserve. */
export async function plantPractice(
  { tx, now }: Scene,
  { unitId, id: organizationId }: DemoOrganization,
  first: DemoOrganization,
): Promise<void> {
  const guideline = '控制总量、优化结构、提高质量、发挥作用；名额向生产一线、青年农民和女性倾斜。'
  const laid = { ...usualPractice, guideline, version: 1, byId: newId(), at: now }
  await tx.insert(admissionPractices).values({ ...laid, unitId, organizationId })
  const on = addDays(dayOf(now), -190)
  const reviewed = { on, kept: 5, left: 1, formId: newId(), byName: '支部组织委员', at: now }
  const { unitId: unit, id, path } = first
  await tx.insert(poolReviews).values({ ...reviewed, unitId: unit, organizationId: id, path })
}

/** What somebody has taken on, some of it done and some late. */
async function plantTasks(
  { tx, now }: Pick<Scene, 'tx' | 'now'>,
  { past }: Candidate,
  { unitId, applicantId, by }: Whose,
): Promise<void> {
  const since = past.find(({ step }) => step === 'contacts')?.on
  if (!since || past.length > 15) return
  const today = dayOf(now)
  const of = { unitId, applicantId, formId: newId(), byName: by.name, at: now }
  const tasks = usualPractice.duties.map(({ owner, title }, sequence) => {
    const dueOn = addDays(since, 60 + sequence * 120)
    const isDone = daysBetween(dueOn, today) > 60
    const done = isDone ? { doneOn: dueOn, result: '已按计划完成', doneByName: by.name } : {}
    return { ...of, id: newId(), owner, title, sequence, dueOn, ...done }
  })
  await tx.insert(applicantTasks).values(tasks)
}

/** Whoever stands before the conclusion of the review has been talked with, and a letter is out. */
async function plantSubjects(
  { tx, now, vault }: Scene,
  { past, person }: Candidate,
  { unitId, applicantId, by }: Whose,
): Promise<void> {
  if (past.at(-1)?.step !== 'introducers') return
  const askedOn = past.at(-1)?.on ?? dayOf(now)
  const of = { unitId, applicantId, byName: by.name, at: now, askedOn }
  const self = {
    relation: 'self' as const,
    way: 'talk' as const,
    askedOf: '本人',
    nameSealed: vault.seal(person.name),
    repliedOn: askedOn,
    finding: 'clear' as const,
    replySealed: vault.seal('谈话了解，政治立场坚定，未发现问题'),
  }
  const father = {
    relation: 'father' as const,
    way: 'letter' as const,
    askedOf: '户籍地党组织',
    nameSealed: vault.seal(`${person.name.slice(0, 1)}先民`),
  }
  const subjects = [self, father].map((one) => ({ ...of, ...one, id: newId(), formId: newId() }))
  await tx.insert(reviewSubjects).values(subjects)
  const written = { unitId, applicantId, kind: 'subject' as const, on: askedOn, facts: {} }
  const said = { byId: by.accountId, byName: by.name, at: now, minutes: 0, points: 0 }
  await insertAll(tx, applicantEntries, [
    { ...written, ...said, id: newId(), formId: newId(), text: '本人：未发现问题' },
    {
      ...written,
      ...said,
      id: newId(),
      formId: newId(),
      text: '审查父亲：函调，向户籍地党组织了解',
    },
  ])
}

/** What was planned for somebody, and what a review has found so far. */
export async function plantCultivation(
  scene: Scene,
  candidate: Candidate,
  whose: Whose,
): Promise<void> {
  await plantTasks(scene, candidate, whose)
  await plantSubjects(scene, candidate, whose)
}
