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
      unitId: members.unitId,
      id: members.id,
      name: members.name,
      organizationId: members.organizationId,
    })
    .from(members)
    .where(oneOf(members.id, ids))
  const stays = await db.select().from(affiliations).where(oneOf(affiliations.memberId, ids))
  const terms = await db.select().from(posts).where(oneOf(posts.memberId, ids))

  const mine = <Row extends { readonly unitId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.unitId === unitId)
  const personOf = new Map(mine(people).map((person) => [person.id, person]))
  const staysOf = Map.groupBy(mine(stays), ({ memberId }) => memberId)
  const termsOf = Map.groupBy(mine(terms), ({ memberId }) => memberId)

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
