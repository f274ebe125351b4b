import { contract } from '@zhixing/contract'
import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities, closureInForce, closures } from '../../activities/table.ts'
import type { BallotOutcome } from '../../ballots/index.ts'
import { formOf } from '../../forms/index.ts'
import { findMember } from '../../members/index.ts'
import { findById } from '../../organizations/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { excellentMost } from '../rules/grade.ts'
import { lacksBeforeClose, lacksBeforeVote, rateesOf, stageOf } from '../rules/round.ts'
import { owingAt } from '../steps/owing.ts'
import { standingsOf, turnOf, votesFor } from '../steps/read-round.ts'
import { findAppraised, findOpinions } from '../store/people.ts'
import { findAppraisal, keyOf } from '../store/rounds.ts'
import type { Appraisal } from '../store/rounds.ts'
import { shortcomings } from '../table.ts'

/** All of a round: where it stands, what it lacks, and everybody in it. */
export const showAppraisal = view(
  contract.appraisal.show,
  async ({ db, now, reach, actor }, key) => {
    const round = await findAppraisal(db, reach, key)
    if (!round) throw missing('appraisal.unknown')
    const { ballot, meeting } = await turnOf(db, round)
    const rows = await peopleOf(db, round, ballot)
    const found = await findAppraised(db, key)
    const graded = rows.filter(({ role }) => role === 'graded')
    const rules = await rulesAt(db, ['appraisal.excellent.max', 'meeting.appraisal.year'], {
      path: round.path,
      day: dayOf(now),
    })
    const most = rules['appraisal.excellent.max']
    const meetings = await meetingsFor(db, round)
    const opinions = new Map(rows.map(({ memberId, mutual }) => [memberId, mutual]))
    const stage = stageOf({ ...round, ballot: ballot?.state })
    const standings = standingsOf(found)
    const owing = await owingAt(db, { ...round, now })
    return {
      ...(await headOf(db, round, ballot)),
      version: round.version,
      meeting: meetings.find(({ activityId }) => activityId === round.activityId) ?? null,
      meetings,
      ballot: ballot
        ? {
            ballotId: ballot.ballotId,
            way: ballot.way,
            state: ballot.state,
            sentence: ballot.result?.sentence ?? '',
          }
        : null,
      people: rows,
      graded: graded.length,
      excellentMost: excellentMost(graded.length, most.value),
      excellent: graded.filter(({ grade }) => grade === 'excellent').length,
      clauses: [...new Set([rules['meeting.appraisal.year'].clause, most.clause])],
      lacks:
        stage === 'rating'
          ? lacksBeforeVote(standings, { opinions, hasMeeting: meeting !== undefined })
          : lacksBeforeClose(standings, {
              isCounted: ballot?.state === 'closed',
              isMeetingClosed: meeting?.isClosed ?? false,
            }),
      talksOwed: owing.rows.filter(({ owed }) => owed.length > 0).length,
      mayHold: covers(reachOf(actor.appointments, 'appraisal.hold'), round.path),
    }
  },
)

/** One person's appraisal, with what they and their comrades wrote: for those who hold it. */
export const showAppraised = view(
  contract.appraisal.person,
  async ({ db, reach }, { memberId, ...key }) => {
    const round = await findAppraisal(db, reach, key)
    if (!round) throw missing('appraisal.unknown')
    const { ballot } = await turnOf(db, round)
    const row = (await peopleOf(db, round, ballot)).find((one) => one.memberId === memberId)
    const found = (await findAppraised(db, key)).find((one) => one.person.memberId === memberId)
    if (!row || !found) throw missing('appraisal.personUnknown')
    const member = await findMember(db, ['/'], { unitId: key.unitId, memberId })
    if (!member) throw missing('appraisal.personUnknown')
    const { sex, bornOn, joinedOn } = member.member
    const { person } = found
    return {
      ...row,
      sex,
      bornOn,
      joinedOn,
      organizationName: (await headOf(db, round, ballot)).organizationName,
      year: round.year,
      definition: await formOf(db, round),
      self: selfOf(person),
      opinions: await opinionsOf(db, key, memberId),
      headings: person.headings,
      opinion: person.opinion,
      reply: person.reply,
    }
  },
)

export async function headOf(db: Reader, round: Appraisal, ballot: BallotOutcome | undefined) {
  const { organizationId, year, byGroup, openedOn, rateUntil, closedOn } = round
  const organization = await findById(db, organizationId)
  return {
    ...keyOf(round),
    organizationId,
    organizationName: organization?.name ?? '',
    year,
    stage: stageOf({ ...round, ballot: ballot?.state }),
    byGroup,
    openedOn,
    rateUntil,
    closedOn,
  }
}

type Person = Awaited<ReturnType<typeof findAppraised>>[number]['person']

export function selfOf({ selfAnswers, selfGrade, selfSummary, selfOn }: Person) {
  if (!selfAnswers || !selfOn) return null
  return { answers: selfAnswers, grade: selfGrade, summary: selfSummary, on: selfOn }
}

export async function opinionsOf(
  db: Reader,
  key: { readonly unitId: string; readonly appraisalId: string },
  memberId: string,
) {
  return (await findOpinions(db, key))
    .filter(({ opinion }) => opinion.memberId === memberId)
    .map(({ opinion: { grade, comment }, raterName }) => ({ raterName, grade, comment }))
}

async function peopleOf(db: Reader, round: Appraisal, ballot: BallotOutcome | undefined) {
  const key = keyOf(round)
  const rows = await findAppraised(db, key)
  const people = rows.map(({ person }) => person)
  const opinions = Map.groupBy(await findOpinions(db, key), ({ opinion }) => opinion.memberId)
  const found = await db
    .select({ aboutId: shortcomings.aboutId })
    .from(shortcomings)
    .where(
      and(eq(shortcomings.organizationId, round.organizationId), eq(shortcomings.year, round.year)),
    )
  return rows.map(({ person, name, groupName }) => ({
    memberId: person.memberId,
    name,
    role: person.role,
    roleNote: person.roleNote,
    groupName,
    hasSelf: person.selfOn !== null,
    mutual: opinions.get(person.memberId)?.length ?? 0,
    raters: person.role === 'excused' ? 0 : rateesOf(person, people, round.byGroup).length,
    votes: votesFor(ballot, person.memberId),
    grade: person.grade,
    isConcluded: person.concludedOn !== null,
    shortcomings: found.filter(({ aboutId }) => aboutId === person.memberId).length,
    readAt: person.readAt?.toISOString() ?? null,
  }))
}

/** Life meetings of the year, and meetings of all members, in which it may be held. */
async function meetingsFor(db: Reader, { unitId, organizationId, year }: Appraisal) {
  const rows = await db
    .select({
      activityId: activities.id,
      title: activities.title,
      startsAt: activities.startsAt,
      closedAt: closures.closedAt,
    })
    .from(activities)
    .leftJoin(closures, closureInForce)
    .where(
      and(
        eq(activities.unitId, unitId),
        eq(activities.organizationId, organizationId),
        inArray(activities.kind, ['lifeMeeting', 'memberMeeting']),
        between(activities.month, `${year}-01`, `${year}-12`),
        isNull(activities.cancelledAt),
      ),
    )
    .orderBy(asc(activities.startsAt))
  return rows.map(({ activityId, title, startsAt, closedAt }) => ({
    activityId,
    title,
    startsAt: startsAt.toISOString(),
    isClosed: closedAt !== null,
  }))
}
