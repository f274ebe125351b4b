import type { Answers } from '@zhixing/contract'
import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { rowsOf } from '../../../kernel/many.ts'
import { surveyBallots, surveyInvitations, surveyResponses } from '../table.ts'
import type { SurveyKey } from './surveys.ts'

export type PersonKey = { readonly memberUnitId: string; readonly memberId: string }
const atOnce = 1000

export type Invited = PersonKey & {
  readonly age: string
  readonly sector: string
  readonly post: string
  readonly group: string
}

export async function keepInvitations(
  tx: Db,
  key: SurveyKey,
  people: readonly Invited[],
): Promise<void> {
  for (let from = 0; from < people.length; from += atOnce) {
    const rows = people
      .slice(from, from + atOnce)
      .map((person) => ({ ...key, ...person, id: newId(), ticket: null }))
    // One statement a thousand people.
    // oxlint-disable-next-line no-await-in-loop
    await tx.insert(surveyInvitations).select(rowsOf(surveyInvitations, rows))
  }
}

function ofPerson({ unitId, surveyId }: SurveyKey, { memberUnitId, memberId }: PersonKey) {
  return and(
    eq(surveyInvitations.unitId, unitId),
    eq(surveyInvitations.surveyId, surveyId),
    eq(surveyInvitations.memberUnitId, memberUnitId),
    eq(surveyInvitations.memberId, memberId),
  )
}

export async function lockInvitation(tx: Db, key: SurveyKey, person: PersonKey) {
  const [row] = await tx.select().from(surveyInvitations).where(ofPerson(key, person)).for('update')
  return row
}

export async function markTicket(
  tx: Db,
  key: SurveyKey,
  person: PersonKey,
  ticket: string,
): Promise<void> {
  await tx.update(surveyInvitations).set({ ticket }).where(ofPerson(key, person))
}

/** Kept once; whether this was the time. */
export async function keepResponse(
  tx: Db,
  { unitId, surveyId }: SurveyKey,
  row: PersonKey & { readonly answers: Answers; readonly at: Date },
): Promise<boolean> {
  const kept = await tx
    .insert(surveyResponses)
    .values({ unitId, surveyId, id: newId(), ...row })
    .onConflictDoNothing()
    .returning({ id: surveyResponses.id })
  return kept.length > 0
}

export async function findResponse(
  db: Reader,
  { unitId, surveyId }: SurveyKey,
  { memberUnitId, memberId }: PersonKey,
) {
  const [row] = await db
    .select()
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.unitId, unitId),
        eq(surveyResponses.surveyId, surveyId),
        eq(surveyResponses.memberUnitId, memberUnitId),
        eq(surveyResponses.memberId, memberId),
      ),
    )
  return row
}

export async function keepAssessment(
  tx: Db,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  changes: Pick<typeof surveyResponses.$inferInsert, 'grade' | 'comment' | 'assessedBy'>,
): Promise<void> {
  await tx
    .update(surveyResponses)
    .set(changes)
    .where(and(eq(surveyResponses.unitId, unitId), eq(surveyResponses.id, id)))
}

/** Those who were asked and are not known to have answered. */
export async function findSilent(tx: Db, { unitId, surveyId }: SurveyKey): Promise<string[]> {
  const answered = tx
    .select({ one: sql`1` })
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.unitId, surveyInvitations.unitId),
        eq(surveyResponses.surveyId, surveyInvitations.surveyId),
        eq(surveyResponses.memberId, surveyInvitations.memberId),
      ),
    )
  const rows = await tx
    .select({ memberId: surveyInvitations.memberId })
    .from(surveyInvitations)
    .where(
      and(
        eq(surveyInvitations.unitId, unitId),
        eq(surveyInvitations.surveyId, surveyId),
        isNull(surveyInvitations.ticket),
        notExists(answered),
      ),
    )
  return rows.map(({ memberId }) => memberId)
}

export async function findBallot(
  tx: Db,
  { unitId, surveyId }: SurveyKey,
  ticket: string,
): Promise<Answers | undefined> {
  const [row] = await tx
    .select({ answers: surveyBallots.answers })
    .from(surveyBallots)
    .where(
      and(
        eq(surveyBallots.unitId, unitId),
        eq(surveyBallots.surveyId, surveyId),
        eq(surveyBallots.ticket, ticket),
      ),
    )
  return row?.answers
}

type Ballot = {
  readonly group: string
  readonly ticket: string
  readonly answers: Answers
}

/** So many others are written anew with every answer. */
const shuffled = 63

/**
 * Lays the answer among others: with it up to 63 that were there before are taken out and laid back in an order drawn by
 * lot, in one transaction and under fresh random ids. Where a row lies, and which transaction wrote it, then say no more
 * than that it is one of these.
 */
export async function layBallot(tx: Db, key: SurveyKey, ballot: Ballot): Promise<void> {
  const { unitId, surveyId } = key
  const drawn = tx
    .select({ id: surveyBallots.id })
    .from(surveyBallots)
    .where(and(eq(surveyBallots.unitId, unitId), eq(surveyBallots.surveyId, surveyId)))
    .orderBy(sql`random()`)
    .limit(shuffled)
  const taken = await tx
    .delete(surveyBallots)
    .where(and(eq(surveyBallots.unitId, unitId), sql`${surveyBallots.id} in (${drawn.getSQL()})`))
    .returning({
      group: surveyBallots.group,
      ticket: surveyBallots.ticket,
      answers: surveyBallots.answers,
    })
  await layBack(tx, key, [...taken, ballot])
}

/** All of them, once, when no more can come. */
export async function shuffleBallots(tx: Db, key: SurveyKey): Promise<void> {
  const taken = await tx
    .delete(surveyBallots)
    .where(and(eq(surveyBallots.unitId, key.unitId), eq(surveyBallots.surveyId, key.surveyId)))
    .returning({
      group: surveyBallots.group,
      ticket: surveyBallots.ticket,
      answers: surveyBallots.answers,
    })
  const inOrder = inTicketOrder(taken)
  for (let from = 0; from < inOrder.length; from += atOnce)
    // One statement a thousand answers; the tickets are digests, so their order is nobody's.
    // oxlint-disable-next-line no-await-in-loop
    await layBack(tx, key, inOrder.slice(from, from + atOnce))
}

/** Digests of random tickets sort as if drawn by lot. */
function inTicketOrder(ballots: readonly Ballot[]): readonly Ballot[] {
  return ballots.toSorted((one, other) => (one.ticket < other.ticket ? -1 : 1))
}

async function layBack(tx: Db, key: SurveyKey, ballots: readonly Ballot[]): Promise<void> {
  if (ballots.length === 0) return
  const { unitId, surveyId } = key
  const rows = inTicketOrder(ballots).map((ballot) => ({
    unitId,
    surveyId,
    ...ballot,
    id: crypto.randomUUID(),
  }))
  await tx.insert(surveyBallots).values(rows)
}
