import type { contract, Input } from '@zhixing/contract'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { appoint } from '../modules/development/acts/appoint.ts'
import { decide } from '../modules/development/acts/decide.ts'
import { post } from '../modules/development/acts/post.ts'
import { record } from '../modules/development/acts/record.ts'
import { register } from '../modules/development/acts/register.ts'
import { addSubject, answerSubject } from '../modules/development/acts/subjects.ts'
import { showApplicant } from '../modules/development/views/show.ts'
import { showSubjects } from '../modules/development/views/subjects.ts'
import { idNumberOf } from './citizens.ts'
import { plantFile } from './files.ts'
import { expectRefusal } from './expect.ts'
import { plantMember } from './world.ts'
import type { Person, World } from './world.ts'

export type ApplicantKey = { readonly unitId: string; readonly applicantId: string }
type Told = Input<typeof contract.development.register>
type Decision = Input<typeof contract.development.decide>

/** The same person on another day. */
export const onDay = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T12:00:00+08:00`),
})

type Changes = Partial<Told> & { readonly serial?: number }

function applicantFacts(world: World, { serial = 12, ...changes }: Changes = {}): Told {
  return {
    organizationId: world.east.id,
    formId: newId(),
    name: '林新禾',
    idNumber: idNumberOf('1998-03-04', serial),
    ethnicity: '01',
    education: '21',
    employment: 'employed',
    occupation: '测绘员',
    isFrontline: true,
    phone: '',
    address: '',
    abilities: [],
    appliedOn: '2026-06-01',
    past: [],
    ...changes,
  }
}

export const applyOn = async (world: World, day: string, changes: Changes = {}) =>
  register(onDay(world.secretary, day), applicantFacts(world, { appliedOn: day, ...changes }))

type Choice = Partial<Pick<Decision, 'outcome' | 'reason' | 'vote' | 'motion' | 'months'>>

/** The talk with the applicant that every political review rests on. */
async function reviewSelf(who: Person, key: ApplicantKey, day: string): Promise<void> {
  const asked = { relation: 'self', way: 'talk', name: '林新禾', askedOf: '本人' } as const
  await addSubject(who, { ...key, ...asked, formId: newId(), askedOn: day })
  const { rows } = await showSubjects(who, key)
  for (const { subjectId, finding } of rows) {
    const reply = { repliedOn: day, finding: 'clear', reply: '谈话了解，未发现问题' } as const
    if (finding === null) await answerSubject(who, { ...key, subjectId, ...reply, fileIds: [] })
  }
}

/** Decides the step whose turn it is on a day, with a file for every paper it asks for. */
async function step(
  db: Db,
  { person, key, day }: { person: Person; key: ApplicantKey; day: string },
  { outcome = 'pass', ...choice }: Choice = {},
) {
  const who = onDay(person, day)
  const { next } = await showApplicant(who, key)
  const papers = await Promise.all(
    (next?.papers ?? []).map(async (paper) => ({
      key: paper.key,
      fileId: await plantFile(db, who, `${paper.name}.pdf`),
    })),
  )
  if (next?.step === 'review' && outcome === 'pass') await reviewSelf(who, key, day)
  const said = { reason: '', vote: null, motion: null, months: null, ...choice }
  return decide(who, { ...key, step: next?.step ?? '', outcome, on: day, papers, ...said })
}

/** Five may vote, four came, one wrote: all in favour. */
export const unanimous: NonNullable<Decision['vote']> = {
  excluded: 0,
  excludedBecause: '',
  present: 4,
  written: 1,
  inFavour: 5,
  against: 0,
  abstained: 0,
}

export const inspect = (person: Person, key: ApplicantKey, day: string) =>
  record(onDay(person, day), {
    ...key,
    formId: newId(),
    kind: 'inspection',
    on: day,
    minutes: 0,
    points: 0,
    days: 0,
    fileIds: [],
    text: '思想要求进步，工作踏实',
  })

export const train = (person: Person, key: ApplicantKey, day: string, minutes = 1_440) =>
  record(onDay(person, day), {
    ...key,
    formId: newId(),
    kind: 'training',
    on: day,
    minutes,
    points: 0,
    days: 0,
    fileIds: [],
    text: '参加县委党校发展对象培训班',
  })

export const postOn = (person: Person, key: ApplicantKey, day: string, workdays = 5) =>
  post(onDay(person, day), { ...key, formId: newId(), contact: '组织科 15400000001', workdays })

export const appointOn = (
  person: Person,
  { key, day }: { key: ApplicantKey; day: string },
  role: 'contact' | 'introducer',
  memberIds: readonly string[],
) => appoint(onDay(person, day), { ...key, formId: newId(), role, memberIds: [...memberIds] })

export type Pace = Awaited<ReturnType<typeof paceOf>>

/** A branch in which five may vote, and the way to go through its steps. */
export async function paceOf(db: Db, world: World) {
  const contacts = [
    await plantMember(db, world.east, { name: '周谷雨' }),
    await plantMember(db, world.east, { name: '李山泉' }),
  ]
  await plantMember(db, world.east, { name: '吴秋分' })
  const branch = (key: ApplicantKey, day: string, choice: Choice = {}) =>
    step(db, { person: world.secretary, key, day }, choice)
  const above = (key: ApplicantKey, day: string, choice: Choice = {}) =>
    step(db, { person: world.organizer, key, day }, choice)

  /** The first five steps: an activist with two who cultivate them. */
  const cultivate = async (key: ApplicantKey, [applied, chosen]: [string, string]) => {
    await branch(key, applied)
    await branch(key, chosen)
    await branch(key, chosen)
    await above(key, chosen)
    await expectRefusal(branch(key, chosen), 'procedures.needs')
    await appointOn(world.secretary, { key, day: chosen }, 'contact', contacts)
    await branch(key, chosen)
  }
  const shown = (key: ApplicantKey, day: string) => showApplicant(onDay(world.secretary, day), key)
  return { contacts, branch, above, cultivate, shown }
}
