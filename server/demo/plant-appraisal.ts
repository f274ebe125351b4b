import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { addDays, dayOf, startOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { pairOf, kindOf } from '../modules/appraisal/rules/talks.ts'
import {
  appraisalOpinions,
  appraisalPeople,
  appraisals,
  heartTalks,
  shortcomingEntries,
  shortcomings,
} from '../modules/appraisal/table.ts'
import { keepForm } from '../modules/forms/index.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date }

/** So many branches besides the one that is shown first have begun. */
const others = 8

/** Last year's appraisal is settled in the branch that is shown; this year's is under way there and in some others. */
export async function plantAppraisal(
  scene: Scene,
  shown: DemoBranch,
  filled: readonly DemoBranch[],
): Promise<void> {
  const year = yearOf(dayOf(scene.now))
  await plantRound(scene, shown, { year: year - 1, isClosed: true })
  await plantRound(scene, shown, { year, isClosed: false })
  for (const branch of filled.filter((one) => one !== shown).slice(0, others))
    // A handful of branches, one after the other.
    // oxlint-disable-next-line no-await-in-loop
    await plantRound(scene, branch, { year, isClosed: false })
  await plantTalksOf(scene, shown)
  await plantShortcomings(scene, shown)
}

async function plantRound(
  { tx, now }: Scene,
  { branch, people }: DemoBranch,
  { year, isClosed }: { year: number; isClosed: boolean },
): Promise<void> {
  const { unitId, id: organizationId, path } = branch
  const today = dayOf(now)
  const { formId } = await keepForm(tx, unitId, surveyTemplates.selfCheck)
  const id = newId()
  const openedOn = isClosed ? `${year}-12-01` : addDays(today, -6)
  const closedOn = isClosed ? `${year}-12-26` : null
  await insertAll(tx, appraisals, [
    {
      id,
      unitId,
      organizationId,
      path,
      year,
      byGroup: false,
      formId,
      openedOn,
      rateUntil: addDays(openedOn, 14),
      votedOn: isClosed ? `${year}-12-20` : null,
      closedOn,
      byId: newId(),
    },
  ])
  const here = people.filter(({ arrivedOn }) => !isClosed || (arrivedOn ?? '') <= openedOn)
  const most = Math.floor(here.filter(({ stage }) => stage === 'full').length / 3)
  await insertAll(
    tx,
    appraisalPeople,
    here.map((person, at) => ({
      ...ratedBy(person, { at, openedOn, isClosed, most }),
      id: newId(),
      unitId,
      appraisalId: id,
      readAt: isClosed ? startOf(`${year}-12-28`) : null,
    })),
  )
  await insertAll(
    tx,
    appraisalOpinions,
    here.flatMap((person, at) => {
      const rater = here[(at + 1) % here.length]
      if (!rater || rater === person || at % 4 === 3) return []
      return {
        id: newId(),
        unitId,
        appraisalId: id,
        raterId: rater.id,
        memberId: person.id,
        grade: person.stage === 'full' ? ('qualified' as const) : null,
        comment: '学习认真，联系群众还要再勤一些',
      }
    }),
  )
}

type Standing = { at: number; openedOn: string; isClosed: boolean; most: number }

/** Two of three have rated themselves by now. */
function ratedBy({ id: memberId, stage }: DemoMember, { at, openedOn, isClosed, most }: Standing) {
  const isGraded = stage === 'full'
  const hasSelf = isClosed || at % 3 !== 2
  const answers = Object.fromEntries(
    surveyTemplates.selfCheck.questions.flatMap(({ id, kind, options }) => {
      const [good] = options
      return kind === 'single' && good ? [[id, good.id]] : []
    }),
  )
  const good = { politics: 'good', discipline: 'good', virtue: 'good', service: 'good' } as const
  return {
    memberId,
    role: isGraded ? ('graded' as const) : ('ungraded' as const),
    roleNote: isGraded ? '' : '是预备党员',
    selfAnswers: hasSelf ? answers : null,
    selfGrade: hasSelf && isGraded ? ('qualified' as const) : null,
    selfSummary: hasSelf ? '按时参加组织生活，入户走访偏少，明年每月一次' : '',
    selfOn: hasSelf ? addDays(openedOn, (at % 5) + 1) : null,
    headings: isClosed ? good : null,
    grade: isClosed && isGraded ? gradeOf(at < most - 1) : null,
    opinion: isClosed ? '带头参加学习和服务，望多联系群众' : '',
    concludedOn: isClosed ? addDays(openedOn, 22) : null,
  }
}

function gradeOf(isBest: boolean): 'excellent' | 'qualified' {
  return isBest ? 'excellent' : 'qualified'
}

/** Officers have talked with one another, and some members with them and with each other; one waits for a word. */
async function plantTalksOf({ tx, now }: Scene, { branch, people, officers }: DemoBranch) {
  const { unitId, id: organizationId, path } = branch
  const seats = new Set([...officers.values()].map(({ id }) => id))
  const inOffice = people.filter(({ id }) => seats.has(id))
  const ordinary = people.filter(({ id }) => !seats.has(id))
  const pairs: [DemoMember, DemoMember][] = inOffice.flatMap((one, at) =>
    inOffice.slice(at + 1).map((other): [DemoMember, DemoMember] => [one, other]),
  )
  for (const [at, one] of ordinary.entries()) {
    const officer = inOffice[at % inOffice.length]
    const next = ordinary[at + 1]
    if (officer && at % 3 !== 2) pairs.push([officer, one])
    if (next && at % 2 === 0) pairs.push([one, next])
  }
  const today = dayOf(now)
  const first = `${today.slice(0, 4)}-01-01`
  await insertAll(
    tx,
    heartTalks,
    pairs.map(([one, other], at) => {
      const day = addDays(today, -(at % 20))
      return {
        id: newId(),
        unitId,
        organizationId,
        path,
        ...pairOf(one.id, other.id),
        day: day < first ? today : day,
        kind: kindOf({ isOfficer: seats.has(one.id) }, { isOfficer: seats.has(other.id) }),
        note: '活动室',
        toldBy: one.id,
        confirmedAt: at % 7 === 6 ? null : now,
        byId: one.id,
        at: now,
      }
    }),
  )
}

async function plantShortcomings({ tx, now }: Scene, { branch, people, officers }: DemoBranch) {
  const { unitId, id: organizationId, path } = branch
  const today = dayOf(now)
  const secretary = officers.get('secretary')
  const owner = people.find(({ id, stage }) => stage === 'full' && id !== secretary?.id)
  if (!secretary || !owner) return
  const own = { unitId, organizationId, path, year: yearOf(today), byId: secretary.id, at: now }
  const rows = [
    {
      ...own,
      id: newId(),
      source: 'committee' as const,
      text: '主题党日形式单一，讲得多、做得少',
      measure: '每季度至少安排一次志愿服务或现场教学',
      aboutId: null,
      ownerId: secretary.id,
      dueOn: addDays(today, 40),
      state: 'open' as const,
    },
    {
      ...own,
      id: newId(),
      source: 'self' as const,
      text: '入户走访偏少',
      measure: '每月至少走访两户，记民情日记',
      aboutId: owner.id,
      ownerId: owner.id,
      dueOn: addDays(today, -5),
      state: 'open' as const,
    },
    {
      ...own,
      id: newId(),
      source: 'masses' as const,
      text: '办事流程没有公开在墙上',
      measure: '制作流程图，贴在便民服务点',
      aboutId: null,
      ownerId: secretary.id,
      dueOn: addDays(today, -20),
      state: 'settled' as const,
      settledOn: addDays(today, -22),
    },
  ]
  await insertAll(tx, shortcomings, rows)
  await insertAll(
    tx,
    shortcomingEntries,
    rows.map(({ id, measure }) => ({
      id: newId(),
      unitId,
      shortcomingId: id,
      what: 'added' as const,
      text: measure,
      byId: secretary.id,
      byName: secretary.name,
      at: now,
    })),
  )
}
