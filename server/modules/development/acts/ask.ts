import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { narrowTo } from '../../organizations/index.ts'
import { askOpinion, opinionsOf } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { questionPathOf } from '../rules/paths.ts'
import { practiceAt } from '../steps/practice.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { keepEntry } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'

const steps = new Set(['review', 'prereview'])

type Question = {
  readonly formId: string
  readonly department: string
  readonly question: string
  readonly dueOn: Day
}
type Standing = { readonly applicant: Applicant; readonly found: Case }

/** Writes down that a department was asked, and draws its code; nothing where the form was sent before. */
async function askOne({ tx, now, actor }: Scene, { applicant, found }: Standing, asked: Question) {
  const { formId, department, question, dueOn } = asked
  const { unitId, id: applicantId } = applicant
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const text = `请${department}答复：${question}`
  const entry = { unitId, applicantId, formId, on: dayOf(now), text, ...by }
  if (!(await keepEntry(tx, { ...entry, kind: 'opinion' }))) return undefined
  return askOpinion(tx, found, { department, question, dueOn, by: actor.name, now })
}

/** Joint review: each department is sent its own question, and sees nothing else. */
export const ask = act(contract.development.ask, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, department, dueOn } = input
  const standing = await requireOnTheWay(scene, input)
  const { applicant, found, stepName } = standing
  if (!steps.has(found.step)) throw conflict('development.askWhen', { 现在: stepName })
  if (dueOn < dayOf(now)) throw conflict('development.askDay')
  const code = await askOne(scene, standing, input)
  if (code === undefined) {
    const asked = await opinionsOf(tx, unitId, [found.id])
    const earlier = asked.find((one) => one.department === department && one.step === found.step)
    if (!earlier) throw conflict('input.stale')
    return { value: { path: questionPathOf(earlier.code) }, place: applicant, change: 'none' }
  }
  return {
    value: { path: questionPathOf(code) },
    place: applicant,
    change: { subject: subjectOf(applicant), after: { 部门: department, dueOn } },
  }
})

/** A list of people goes to the listed departments: one question about one person at a time, each at its own address. */
export const askAll = act(contract.development.askAll, async (scene, input) => {
  const { tx, now, reach } = scene
  const { organizationId, applicants, departments, dueOn } = input
  const { organization } = await narrowTo(tx, reach, organizationId)
  if (dueOn < dayOf(now)) throw conflict('development.askDay')
  const practice = await practiceAt(tx, organization.path)
  const listed = departments.map((name) => {
    const found = practice.departments.find((one) => one.name === name)
    if (!found) throw conflict('development.departmentUnknown', { 部门: name })
    return found
  })
  const counts = { asked: 0, already: 0 }
  /* oxlint-disable no-await-in-loop -- one file after the other, each held still while it is asked about */
  for (const key of applicants) {
    const standing = await requireOnTheWay(scene, key)
    const { applicant, found } = standing
    if (!steps.has(found.step)) throw conflict('development.askNobody')
    const known = (await opinionsOf(tx, key.unitId, [found.id])).filter(
      ({ step }) => step === found.step,
    )
    for (const { name, question } of listed) {
      if (known.some(({ department }) => department === name)) {
        counts.already += 1
        continue
      }
      const about = `${applicant.name}：${question}`
      await askOne(scene, standing, { formId: newId(), department: name, question: about, dueOn })
      counts.asked += 1
    }
  }
  /* oxlint-enable no-await-in-loop */
  const subject = `organization:${organizationId}`
  const change = counts.asked === 0 ? ('none' as const) : { subject, after: { ...counts, dueOn } }
  return { value: counts, place: organization, change }
})
