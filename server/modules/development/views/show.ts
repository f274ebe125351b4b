import { contract } from '@zhixing/contract'
import { dayOf, isAnnounced, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import type { Sight } from '../../../kernel/view.ts'
import { view } from '../../../kernel/view.ts'
import { holidaysKnown } from '../../holidays/index.ts'
import { maskIdNumber, maskPhone } from '../../members/index.ts'
import { decidersOf, findCase, opinionsOf, refuseRight } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { sectionOf } from '../catalogue/steps.ts'
import { noticePathOf, questionPathOf } from '../rules/paths.ts'
import { isVoted } from '../rules/way.ts'
import {
  countVoters,
  findApplicant,
  findContacts,
  findEntries,
  findNotices,
} from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { chronicleOf } from './chronicle.ts'
import { turnOf } from './rows.ts'
import { totalsOf } from './totals.ts'

/** One person's way: where they stand, what is next and what it lacks, and all that happened. */
export const showApplicant = view(contract.development.show, async (sight, key) => {
  const { db, now, reach, vault, actor } = sight
  const row = await findApplicant(db, reach, key)
  const found = row && (await findCase(db, { unitId: key.unitId, caseId: row.applicant.caseId }))
  if (!row || !found) throw missing('development.unknown')
  const { applicant, organizationName } = row
  const today = dayOf(now)
  const [entries, contacts, opinions] = await Promise.all([
    findEntries(db, key),
    findContacts(db, key),
    askedOf(db, found),
  ])
  const may = (grant: 'development.keep' | 'development.decide') =>
    covers(reachOf(actor.appointments, grant), applicant.path)
  const { name, sex, ethnicity, education, occupation, isFrontline, organizationId } = applicant
  const phone = applicant.phoneSealed === null ? '' : vault.open(applicant.phoneSealed)
  return {
    ...key,
    name,
    sex,
    ethnicity,
    education,
    occupation,
    isFrontline,
    organizationId,
    organizationName,
    version: applicant.version,
    age: yearsBetween(applicant.bornOn, today),
    idNumber: maskIdNumber(vault.open(applicant.idNumberSealed)),
    phone: maskPhone(phone),
    stage: applicant.stage,
    ruleVersion: applicant.ruleVersion,
    appliedOn: applicant.appliedOn,
    probationEnds: found.marks['probationEnds'] ?? null,
    steps: stepsOf(found),
    next: await nextOf(sight, {
      applicant,
      found,
      opinions,
      today,
    }),
    chronicle: await chronicleOf(db, found, entries),
    contacts,
    opinions,
    notice: await noticeOf(db, key, today),
    totals: await totalsOf(db, {
      applicant,
      found,
      entries,
    }),
    hasAccount: applicant.accountId !== null,
    memberId: applicant.memberId,
    may: {
      keep: may('development.keep'),
      decide: may('development.decide'),
    },
  }
})

export function stepsOf({ steps, marks, step: now, state }: Case) {
  const keys = steps.map(({ key }) => key)
  return steps.map((step, at) => ({
    key: step.key,
    name: step.name,
    number: at + 1,
    clause: step.clause,
    section: sectionOf(keys, step.key),
    deciders: decidersOf(step),
    on: marks[step.key] ?? null,
    isNow: state === 'open' && step.key === now,
  }))
}

type Asked = Awaited<ReturnType<typeof askedOf>>
type Standing = {
  readonly applicant: Applicant
  readonly found: Case
  readonly opinions: Asked
  readonly today: Day
}

async function nextOf({ db, actor }: Sight, { applicant, found, opinions, today }: Standing) {
  const turn = turnOf(found, today)
  const step = found.steps.find(({ key }) => key === found.step)
  if (!turn || !step) return null
  const problem = refuseRight(actor, found)
  const lacks = [
    ...step.needs.filter(({ key }) => found.marks[key] === undefined).map(({ name }) => name),
    ...opinions
      .filter(({ answer, step: of }) => answer === null && of === step.key)
      .map(({ department }) => `${department}的答复`),
  ]
  const counted = step.earliest.some(({ unit }) => unit === 'workdays')
  const holidays = await holidaysKnown(db)
  const { earliestOn } = turn
  return {
    ...turn,
    clause: step.clause,
    isProvisional: counted && earliestOn !== null && !isAnnounced(holidays, earliestOn),
    outcomes: step.outcomes.map(({ key, name, needsReason }) => ({ key, name, needsReason })),
    papers: step.papers.map(({ key, name }) => ({ key, name })),
    needsVote: isVoted(step.key),
    roll: await countVoters(db, applicant.organizationId),
    lacks,
    refusal: problem ? sentenceOf(problem) : null,
  }
}

async function askedOf(db: Reader, { unitId, id, state, step: now }: Case) {
  const rows = await opinionsOf(db, unitId, [id])
  return rows.map(({ step, department, question, dueOn, code, answer, text, answeredByName }) => ({
    step,
    department,
    question,
    dueOn,
    answer,
    text,
    answeredByName,
    path: answer === null && state === 'open' && step === now ? questionPathOf(code) : null,
  }))
}

async function noticeOf(db: Reader, key: { unitId: string; applicantId: string }, today: Day) {
  const last = (await findNotices(db, key)).at(-1)
  if (!last) return null
  const { from, until, code } = last
  const isOpen = from <= today && today <= until
  const isProvisional = !isAnnounced(await holidaysKnown(db), until)
  return { from, until, path: noticePathOf(code), isOpen, isProvisional }
}
