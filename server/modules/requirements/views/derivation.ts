import { contract } from '@zhixing/contract'
import type { RequirementKey } from '@zhixing/contract'
import { hourSources } from '@zhixing/contract/words.ts'
import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { askAll } from '../../../kernel/db.ts'
import type { Reader } from '../../../kernel/db.ts'
import { withKeptPlan } from '../../../kernel/kept-plan.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { findSubject } from '../../audience/index.ts'
import type { Subject } from '../../audience/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { dayIn, frameAt } from '../catalogue/frame.ts'
import type { Frame } from '../catalogue/frame.ts'
import { allRequirements, requirementOf } from '../catalogue/index.ts'
import type { Requirement } from '../catalogue/declare.ts'
import { findStand } from '../catalogue/look.ts'
import type { Stand } from '../catalogue/look.ts'
import { organizerLevels, requirementNames } from '@zhixing/contract/learning-words.ts'
import { conclusionOf, rulesOf, stepsOf } from '../rules/derivation.ts'
import { comingOf, progress } from '../catalogue/progress.ts'
import { tellTopics } from '../catalogue/plan-topics.ts'
import { appliedOf, askedOf } from '../catalogue/scene.ts'

export const derivation = view(
  contract.requirements.derivation,
  async ({ db, now, reach }, { requirement, year, ...key }) => {
    const isByRule = requirementOf(requirement).rule !== null
    const { frame, subject } = await personAt(db, { ...key, reach, year, now, isByRule })
    return derive(db, frame, { key: requirement, subject })
  },
)

export const mine = ownView(
  contract.requirements.mine,
  async ({ db, now, actor }, { requirement, year }) => {
    const { unitId, memberId, place } = actor
    if (!memberId) throw missing('members.unknown')
    const key = { unitId, memberId }
    const { frame, subject } = await personAt(db, { ...key, reach: [place.path], year, now })
    return {
      ...(await derive(db, frame, { key: requirement, subject })),
      others: await othersOf(db, frame, requirement),
    }
  },
)

type Entry = typeof hourEntries.$inferSelect

type Asked = {
  readonly unitId: string
  readonly memberId: string
  readonly reach: Reach
  readonly year: number | undefined
  readonly now: Date
  readonly isByRule?: boolean
}

/** One person of the reach as conditions look at them, and everything that their duty follows from. */
async function personAt(db: Reader, { unitId, memberId, reach, year, now, isByRule }: Asked) {
  const today = dayOf(now)
  const subject = await findSubject(db, { unitId, memberId }, dayIn(year ?? yearOf(today), today))
  if (!subject || !covers(reach, subject.path)) throw missing('members.unknown')
  const { path, organizationId } = subject
  const only = { unitId, memberId, organizationId }
  return { subject, frame: await frameAt(db, { path, year, now, today, only, isByRule }) }
}

/** What else the same person owes, one word each. */
async function othersOf(db: Reader, frame: Frame, except: RequirementKey) {
  const others = []
  for (const requirement of allRequirements.filter(({ key }) => key !== except)) {
    const stand = await findStand(db, { requirement, frame })
    const { key } = requirement
    if (stand) others.push({ key, name: requirementNames[key], standing: stand.standing })
  }
  return others
}

type Whose = { readonly key: RequirementKey; readonly subject: Subject }

async function derive(db: Reader, frame: Frame, { key, subject }: Whose) {
  const requirement = requirementOf(key)
  const { ledger, measure } = requirement
  const ofYear = { ledger, span: eq(hourEntries.year, frame.year) }
  const [stand, rows] = await askAll(
    async () => findStand(db, { requirement, frame }),
    async () => (measure === 'minutes' ? entriesOf(db, subject, ofYear) : undefined),
  )
  if (!stand) throw missing('requirements.notOwed')

  const inTime = { ledger, span: spanOf(stand) }
  const entries = told(rows ?? (await entriesOf(db, subject, inTime)), requirement)
  const back = entries.filter(({ minutes }) => minutes < 0)
  const sum = (some: typeof entries) => some.reduce((all, { minutes }) => all + minutes, 0)
  const sums = {
    posted: sum(entries) - sum(back),
    takenBack: sum(back),
    reversals: back.length,
  }
  const share = appliedOf('hours.online.share.max', frame)
  const said =
    requirement.rule === null
      ? tellTopics(frame, { subject, path: stand.path }, entries)
      : {
          steps: stepsOf(stand, sums, frame.day),
          rules: rulesOf(stand, appliedOf(requirement.rule, frame), share),
        }
  return {
    person: progress(frame, stand, subject),
    requirement: askedOf(requirement, frame),
    year: frame.year,
    day: frame.day,
    conclusion: conclusionOf(stand, requirementNames[key]),
    ...said,
    coming: comingOf(frame, stand, subject),
    entries,
  }
}

type Counting = { readonly ledger: Requirement['ledger']; readonly span: SQL | undefined }

/** Oldest first, reversals among them. */
async function entriesOf(db: Reader, { unitId, memberId }: Subject, { ledger, span }: Counting) {
  return withKeptPlan(
    db
      .select()
      .from(hourEntries)
      .where(
        and(
          eq(hourEntries.unitId, unitId),
          eq(hourEntries.memberId, memberId),
          eq(hourEntries.ledger, ledger),
          span,
        ),
      )
      .orderBy(asc(hourEntries.day), asc(hourEntries.at), asc(hourEntries.id)),
  )
}

/** The days between which something has to happen so and so often. */
function spanOf({ since, deadline }: Stand): SQL | undefined {
  return deadline
    ? and(gte(hourEntries.day, since ?? deadline), lte(hourEntries.day, deadline))
    : undefined
}

/** Those that count towards it, with what they come to one by one. */
function told(rows: readonly Entry[], requirement: Requirement) {
  const takenBack = new Set(rows.map(({ reversesId }) => reversesId))
  let runningMinutes = 0
  return rows.filter(requirement.counts).map((row) => {
    runningMinutes += row.minutes
    return {
      id: row.id,
      day: row.day,
      title: row.title,
      source: saySource(row),
      minutes: row.minutes,
      heading: row.heading,
      runningMinutes,
      isReversed: takenBack.has(row.id),
      ...(row.reversesId ? { reversal: row.reason } : {}),
    }
  })
}

/** Where it came from: of a class, whose it was; of what was posted by hand, who checked it. */
function saySource({ source, level, verifier }: Entry): string {
  const levels: Readonly<Record<string, string>> = organizerLevels
  const whose = source === 'class' ? `（${levels[level] ?? level}）` : ''
  return `${hourSources[source]}${whose}${verifier ? ` · ${verifier}核实` : ''}`
}
