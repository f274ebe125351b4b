/**
 * Surveys: what is asked of whom and what they said. Neighbours whose people are to evaluate something open a round
 * about it, and read what it came to.
 */
import type { FormDefinition } from '@zhixing/contract'
import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import type { surveyKinds } from '@zhixing/contract/survey-words.ts'
import { newTicketKeys } from '../../kernel/blind-tickets.ts'
import { dayOf } from '../../kernel/calendar.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict } from '../../kernel/problem.ts'
import type { Vault } from '../../kernel/vault.ts'
import { formOf, keepForm } from '../forms/index.ts'
import { sendNotice } from '../notices/index.ts'
import { candidatesNamed } from './catalogue/candidates.ts'
import type { Candidate } from './rules/draw.ts'
import { everybody, groupsFor, nameOfGroup } from './rules/groups.ts'
import { shareOf } from './rules/tally.ts'
import { keepInvitations } from './store/answers.ts'
import { findAnswers } from './store/results.ts'
import { changeSurvey, findBySubject, findSurvey, keepSurvey } from './store/surveys.ts'
import type { Survey } from './store/surveys.ts'

export { needSentence } from './rules/need.ts'
export { findAgreedNeeds, findNeedsById } from './store/needs.ts'

type NewRound = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly kind: keyof typeof surveyKinds
  readonly definition: FormDefinition
  readonly isAnonymous: boolean
  /** "class:<id>": the same neighbour asks about the same thing once per kind. */
  readonly subject: string
  readonly memberIds: readonly string[]
  readonly from: string
  readonly until: string
  readonly byId: string
  readonly byName: string
  readonly now: Date
}

/**
 * Asks these members about something that a neighbour knows; asked again about the same, nothing more happens.
 */
export async function openRound(
  scene: { readonly tx: Db; readonly vault: Vault },
  { definition, memberIds, byId, byName, now, ...facts }: NewRound,
): Promise<{ unitId: string; surveyId: string }> {
  const { tx } = scene
  const { unitId, subject, path } = facts
  const known = await findBySubject(tx, facts)
  if (known) return { unitId, surveyId: known.id }
  const { formId } = await keepForm(tx, unitId, definition)
  const surveyId = newId()
  const asked = { audience: {}, quotas: [], breakdown: 'age', groups: [] } as const
  const row = { ...facts, ...asked, quotas: [], groups: [], formId, title: definition.title }
  await keepSurvey(tx, { ...row, id: surveyId, state: 'draft', version: 1, byId, at: now })
  const survey = await findSurvey(tx, { unitId, surveyId })
  if (!survey) throw new Error(`the round about ${subject} was not kept`)
  await invite(scene, survey, await candidatesNamed(tx, memberIds, dayOf(now)))
  await sendNotice(tx, {
    unitId,
    path,
    key: `survey:${surveyId}`,
    kind: 'survey',
    from: byName,
    fromId: byId,
    title: `请您评估：${definition.title}`.slice(0, 100),
    body: `请在 ${facts.until} 前作答，一人一份${facts.isAnonymous ? '，匿名' : ''}。`,
    link: `/surveys/${unitId}/${surveyId}`,
    personIds: memberIds,
    now,
  })
  return { unitId, surveyId }
}

/**
 * What a round about something came to, in percent of what can be earned; nothing while it must not be known.
 */
export async function shareFor(
  db: Reader,
  about: Pick<NewRound, 'unitId' | 'subject' | 'kind'>,
): Promise<{ answered: number; share: number | null } | undefined> {
  const survey = await findBySubject(db, about)
  if (!survey) return undefined
  const all = (await findAnswers(db, survey)).map(({ answers }) => answers)
  const isHidden = survey.isAnonymous && (survey.state !== 'ended' || all.length < anonymityLeast)
  if (isHidden) return { answered: 0, share: null }
  return { answered: all.length, share: shareOf(await formOf(db, survey), all) }
}

/** Settles who is asked and in which groups, makes the keys of an anonymous survey, and lets it begin. */
export async function invite(
  { tx, vault }: { readonly tx: Db; readonly vault: Vault },
  survey: Survey,
  people: readonly Candidate[],
): Promise<void> {
  const { breakdown, isAnonymous } = survey
  if (people.length === 0) throw conflict('surveys.nobody')
  if (isAnonymous && people.length < anonymityLeast)
    throw conflict('surveys.tooFew', { 至少: anonymityLeast, 人数: people.length })
  const valueOf = (one: Candidate) => (breakdown ? one[breakdown] : everybody)
  const groupOf = groupsFor(countsOf(people.map(valueOf)), isAnonymous)
  const invited = people.map((one) => ({ ...one, group: groupOf.get(valueOf(one)) ?? everybody }))
  const groups: Survey['groups'] = []
  const sealed: Record<string, string> = {}
  for (const [key, asked] of countsOf(invited.map(({ group }) => group))) {
    const plain = { key, name: nameOfGroup(breakdown, key), asked }
    if (!isAnonymous) groups.push(plain)
    else {
      // A handful of groups at most.
      // oxlint-disable-next-line no-await-in-loop
      const keys = await newTicketKeys()
      groups.push({ ...plain, publicKey: keys.publicKey })
      sealed[key] = vault.seal(keys.privateKey)
    }
  }
  await keepInvitations(tx, { unitId: survey.unitId, surveyId: survey.id }, invited)
  const ticketKeys = isAnonymous ? sealed : null
  await changeSurvey(tx, survey, { state: 'open', groups, ticketKeys })
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
