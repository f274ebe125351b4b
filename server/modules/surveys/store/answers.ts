import type { Answers } from '@zhixing/contract'
import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import { laySlip, shuffleBox } from '../../../kernel/blind-box.ts'
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

function boxOf({ unitId, surveyId }: SurveyKey) {
  const where = and(eq(surveyBallots.unitId, unitId), eq(surveyBallots.surveyId, surveyId))
  return { table: surveyBallots, where }
}

export async function layBallot(
  tx: Db,
  key: SurveyKey,
  ballot: { readonly group: string; readonly ticket: string; readonly answers: Answers },
): Promise<void> {
  await laySlip(tx, boxOf(key), { ...key, ...ballot })
}

export async function shuffleBallots(tx: Db, key: SurveyKey): Promise<void> {
  await shuffleBox(tx, boxOf(key))
}
