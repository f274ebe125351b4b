import type { Db } from '../kernel/db.ts'
import { inTransaction } from '../kernel/db.ts'
import { dayOf } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { cast, ticket } from '../modules/ballots/acts/cast.ts'
import { openBallot } from '../modules/ballots/index.ts'
import type { NewBallot } from '../modules/ballots/index.ts'
import { slip } from '../modules/ballots/views/mine.ts'
import { blindTicket } from './blind.ts'
import { noon, plant, plantCaller, vault } from './world.ts'
import type { Person } from './world.ts'

type Key = { readonly unitId: string; readonly ballotId: string }
type Choices = Parameters<typeof cast>[1]['choices']

/** A branch of twelve with a vote, the secretary among them, and whoever opens a ballot there. */
export async function plantElectors(db: Db, count = 12) {
  const world = await plant(db)
  const people: Person[] = [world.secretary]
  for (let at = 1; at < count; at += 1)
    // One after another, so that their order is known.
    // oxlint-disable-next-line no-await-in-loop
    people.push(
      await plantCaller(db, world.east, { name: `选民${String.fromCodePoint(0x4e00 + at)}` }),
    )

  const present = (came: number) =>
    people.map(({ actor }, at) => ({
      memberUnitId: actor.unitId,
      memberId: actor.memberId ?? '',
      isPresent: at < came,
    }))

  async function open(changes: Partial<NewBallot> & { came?: number } = {}) {
    const { came = count, ...others } = changes
    const { unitId, id: organizationId, path } = world.east
    const wish: NewBallot = {
      unitId,
      organizationId,
      path,
      kind: 'motion',
      way: 'electronic',
      subject: `motion:${newId()}`,
      title: '是否同意购置图书',
      lines: [{ key: 'motion', text: '是否同意购置图书', memberId: null }],
      voters: present(came),
      by: { accountId: world.secretary.actor.accountId, name: '书记' },
      now: noon,
      until: dayOf(noon),
      ...others,
    }
    const key = await inTransaction(db, (tx) => openBallot({ tx, vault }, wish))
    return { key, wish }
  }
  return { ...world, people, present, open }
}

/** Takes a ticket as this person. */
export async function takeTicket(person: Person, key: Key) {
  const { publicKey } = await slip({ ...person }, key)
  return blindTicket(publicKey, (blinded) => ticket(person, { ...key, blinded }))
}

/** Takes a ticket with a name and votes without one. */
export async function voteAs(person: Person, key: Key, choices: Choices): Promise<void> {
  const taken = await takeTicket(person, key)
  await cast({ ...person, actor: undefined }, { ...key, ...taken.ticket, choices })
}
