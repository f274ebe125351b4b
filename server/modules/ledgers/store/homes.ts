import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { affiliations, members, posts } from '../../members/table.ts'
import { homeOn, sitsOnCommittee } from '../rules/credit.ts'

type Moment = { readonly memberId: string; readonly day: string }

export type Home = {
  readonly name: string
  readonly organizationId: string
  readonly sitsOnCommittee: boolean
}

/** Where a member belonged on a day and whether they sat on a committee then; nothing for who is unknown. */
export async function findHomes(db: Reader, unitId: string, moments: readonly Moment[]) {
  const ids = moments.map(({ memberId }) => memberId)
  const people = await db
    .select({
      id: members.id,
      name: members.name,
      organizationId: members.organizationId,
    })
    .from(members)
    .where(and(eq(members.unitId, unitId), oneOf(members.id, ids)))
  const stays = await db
    .select()
    .from(affiliations)
    .where(and(eq(affiliations.unitId, unitId), oneOf(affiliations.memberId, ids)))
  const terms = await db
    .select()
    .from(posts)
    .where(and(eq(posts.unitId, unitId), oneOf(posts.memberId, ids)))

  const personOf = new Map(people.map((person) => [person.id, person]))
  const staysOf = Map.groupBy(stays, ({ memberId }) => memberId)
  const termsOf = Map.groupBy(terms, ({ memberId }) => memberId)

  return ({ memberId, day }: Moment): Home | undefined => {
    const person = personOf.get(memberId)
    return person
      ? {
          name: person.name,
          organizationId: homeOn(staysOf.get(memberId) ?? [], day) ?? person.organizationId,
          sitsOnCommittee: sitsOnCommittee(termsOf.get(memberId) ?? [], day),
        }
      : undefined
  }
}
