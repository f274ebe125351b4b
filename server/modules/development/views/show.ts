import { contract } from '@zhixing/contract'
import { dayOf, isAnnounced, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { view } from '../../../kernel/view.ts'
import { holidaysKnown } from '../../holidays/index.ts'
import { maskIdNumber, maskPhone } from '../../members/index.ts'
import { decidersOf, findCase } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { sectionOf } from '../catalogue/steps.ts'
import { noticePathOf } from '../rules/paths.ts'
import { recommendedBy } from '../rules/selection.ts'
import { practiceAt } from '../steps/practice.ts'
import { findApplicant, findEntries, findNotices } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { findContacts } from '../store/contacts.ts'
import { findTasks } from '../store/tasks.ts'
import { chronicleOf } from './chronicle.ts'
import { askedOf, groundsOf, nextOf, taskOf } from './next.ts'
import { totalsOf } from './totals.ts'

/** One person's way: where they stand, what is next and what it lacks, and all that happened. */
export const showApplicant = view(contract.development.show, async (sight, key) => {
  const { db, now, reach, vault, actor } = sight
  const row = await findApplicant(db, reach, key)
  const found = row && (await findCase(db, { unitId: key.unitId, caseId: row.applicant.caseId }))
  if (!row || !found) throw missing('development.unknown')
  const { applicant, organizationName } = row
  const today = dayOf(now)
  const [entries, contacts, opinions, tasks] = await Promise.all([
    findEntries(db, key),
    findContacts(db, key),
    askedOf(db, found),
    findTasks(db, key),
  ])
  const recommended = recommendedBy(await practiceAt(db, applicant.path), entries)
  const may = (grant: 'development.keep' | 'development.decide') =>
    covers(reachOf(actor.appointments, grant), applicant.path)
  return {
    ...key,
    ...personShown(applicant, { vault, today }),
    organizationName,
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
      grounds: await groundsOf(db, found, key, recommended),
    }),
    chronicle: (await chronicleOf(db, found, entries)).map((one) => ({
      ...one,
      files: may('development.keep') ? one.files : [],
    })),
    contacts,
    opinions,
    notice: await noticeOf(db, key, today),
    totals: await totalsOf(db, {
      applicant,
      found,
      entries,
    }),
    tasks: tasks.map((task) => taskOf(task, today)),
    recommended,
    hasAccount: applicant.accountId !== null,
    memberId: applicant.memberId,
    may: {
      keep: may('development.keep'),
      decide: may('development.decide'),
    },
  }
})

type Told = { readonly vault: Vault; readonly today: Day }

/** Who it is; what is sealed is shown masked. */
function personShown(applicant: Applicant, { vault, today }: Told) {
  const { name, sex, ethnicity, education, occupation, isFrontline, employment } = applicant
  const { organizationId, version, phoneSealed, idNumberSealed, bornOn, abilities } = applicant
  const plain = { name, sex, ethnicity, education, occupation, isFrontline, employment }
  return {
    ...plain,
    organizationId,
    version,
    abilities: [...abilities],
    age: yearsBetween(bornOn, today),
    idNumber: maskIdNumber(vault.open(idNumberSealed)),
    phone: maskPhone(phoneSealed === null ? '' : vault.open(phoneSealed)),
  }
}

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

async function noticeOf(db: Reader, key: { unitId: string; applicantId: string }, today: Day) {
  const last = (await findNotices(db, key)).at(-1)
  if (!last) return null
  const { from, until, code } = last
  const isOpen = from <= today && today <= until
  const isProvisional = !isAnnounced(await holidaysKnown(db), until)
  return { from, until, path: noticePathOf(code), isOpen, isProvisional }
}
