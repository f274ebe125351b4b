import { contract } from '@zhixing/contract'
import type { RequirementKey } from '@zhixing/contract'
import { hourSources } from '@zhixing/contract/words.ts'
import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { findMember } from '../../members/index.ts'
import { frameAt } from '../catalogue/frame.ts'
import type { Frame } from '../catalogue/frame.ts'
import { allRequirements, requirementOf } from '../catalogue/index.ts'
import type { Requirement } from '../catalogue/declare.ts'
import { findStands } from '../catalogue/look.ts'
import type { Stand } from '../catalogue/look.ts'
import { organizerLevels, requirementNames } from '@zhixing/contract/learning-words.ts'
import { conclusionOf, rulesOf, stepsOf } from '../rules/derivation.ts'
import { comingOf, personOf } from '../catalogue/progress.ts'
import { tellTopics } from '../catalogue/plan-topics.ts'
import { appliedOf, askedOf } from '../catalogue/scene.ts'

export const derivation = view(
  contract.requirements.derivation,
  async ({ db, now, reach }, { requirement, year, ...key }) => {
    const found = await findMember(db, reach, key)
    if (!found) throw missing('members.unknown')
    const { organizationId } = found.member
    const only = { ...key, organizationId }
    const frame = await frameAt(db, { path: found.path, year, now, today: dayOf(now), only })
    return derive(db, frame, requirement)
  },
)

export const mine = ownView(
  contract.requirements.mine,
  async ({ db, now, actor }, { requirement, year }) => {
    const { unitId, memberId, place } = actor
    if (!memberId) throw missing('members.unknown')
    const found = await findMember(db, [place.path], { unitId, memberId })
    if (!found) throw missing('members.unknown')
    const { organizationId } = found.member
    const only = { unitId, memberId, organizationId }
    const frame = await frameAt(db, { path: found.path, year, now, today: dayOf(now), only })
    return {
      ...(await derive(db, frame, requirement)),
      others: await othersOf(db, frame, requirement),
    }
  },
)

/** What else the same person owes, one word each. */
async function othersOf(db: Reader, frame: Frame, except: RequirementKey) {
  const others = []
  for (const requirement of allRequirements.filter(({ key }) => key !== except)) {
    const [stand] = await findStands(db, { requirement, frame })
    const { key } = requirement
    if (stand) others.push({ key, name: requirementNames[key], standing: stand.standing })
  }
  return others
}

async function derive(db: Reader, frame: Frame, key: RequirementKey) {
  const requirement = requirementOf(key)
  const [stand] = await findStands(db, { requirement, frame })
  if (!stand) throw missing('requirements.notOwed')

  const { person, subject } = await personOf(db, frame, stand)
  const entries = await entriesOf(db, frame, requirement, stand)
  const back = entries.filter(({ minutes }) => minutes < 0)
  const sum = (some: typeof entries) => some.reduce((all, { minutes }) => all + minutes, 0)
  const sums = {
    posted: sum(entries) - sum(back),
    takenBack: sum(back),
    reversals: back.length,
  }
  const share = appliedOf('hours.online.share.max', frame)
  const told =
    requirement.rule === null
      ? subject && tellTopics(frame, { subject, path: stand.path }, entries)
      : {
          steps: stepsOf(stand, sums, frame.day),
          rules: rulesOf(stand, appliedOf(requirement.rule, frame), share),
        }
  return {
    person,
    requirement: askedOf(requirement, frame),
    year: frame.year,
    day: frame.day,
    conclusion: conclusionOf(stand, requirementNames[key]),
    steps: told?.steps ?? [],
    rules: told?.rules ?? [],
    coming: comingOf(frame, stand, subject),
    entries,
  }
}

/** The entries that count towards it, oldest first, reversals among them. */
async function entriesOf(db: Reader, frame: Frame, requirement: Requirement, stand: Stand) {
  const { deadline, since, unitId, memberId } = stand
  const span = deadline
    ? and(gte(hourEntries.day, since ?? deadline), lte(hourEntries.day, deadline))
    : eq(hourEntries.year, frame.year)
  const rows = await db
    .select()
    .from(hourEntries)
    .where(
      and(
        eq(hourEntries.unitId, unitId),
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.ledger, requirement.ledger),
        span,
      ),
    )
    .orderBy(asc(hourEntries.day), asc(hourEntries.at), asc(hourEntries.id))

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
function saySource({ source, level, verifier }: typeof hourEntries.$inferSelect): string {
  const levels: Readonly<Record<string, string>> = organizerLevels
  const whose = source === 'class' ? `（${levels[level] ?? level}）` : ''
  return `${hourSources[source]}${whose}${verifier ? ` · ${verifier}核实` : ''}`
}
