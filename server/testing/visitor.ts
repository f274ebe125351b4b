import type { Actor, Caller } from '../kernel/caller.ts'
import { newId } from '../kernel/ids.ts'
import { findActorsByToken, plantAccount } from '../modules/accounts/index.ts'
import { db } from './database.ts'
import { noon, plantMember, vault } from './world.ts'
import type { Organization, Person, World } from './world.ts'

export const password = 'Correct-Horse-9'

export function minutesLater(minutes: number): Date {
  return new Date(noon.getTime() + minutes * 60_000)
}

/** Somebody at the door, whose browser keeps what it is given. */
export function visitorOf({ stranger }: Pick<World, 'stranger'>, address = newAddress()) {
  const kept: { token: string | undefined; until: Date | undefined } = {
    token: undefined,
    until: undefined,
  }
  const at = (now: Date): Caller => ({
    ...stranger,
    actor: undefined,
    now: () => now,
    visit: {
      ...stranger.visit,
      address,
      agent: 'test',
      token: kept.token,
      begin: (token, until) => void Object.assign(kept, { token, until }),
      end: () => void Object.assign(kept, { token: undefined }),
    },
  })
  const actor = async (now: Date): Promise<Actor | undefined> =>
    (await findActorsByToken(db, [kept.token ?? ''], now))[0]
  /** The same browser, known by what it carries. */
  const person = async (now: Date): Promise<Person> => {
    const found = await actor(now)
    if (!found) throw new Error('this browser is signed in nowhere')
    return { ...at(now), actor: found }
  }
  return { kept, at, actor, person }
}

/** An account with a password, for a member who is known by phone and ID number as well. */
export async function plantLogin(
  organization: Organization,
  facts: Partial<Parameters<typeof plantAccount>[1]> = {},
) {
  const [phone, idNumber] = [`1${digits(10)}`, `990000${digits(12)}`]
  const indexes = { phoneIndex: vault.index(phone), idNumberIndex: vault.index(idNumber) }
  const { id: organizationId, unitId } = organization
  const memberId = await plantMember(db, organization, { name: '李白杨', ...indexes })
  const login = `u${newId().replaceAll('-', '').slice(-16)}`
  const own = { unitId, organizationId, memberId, login, name: '李白杨', password, now: noon }
  const accountId = await db.transaction((tx) => plantAccount(tx, { ...own, ...facts }))
  return { login, phone, idNumber, accountId, memberId, name: '李白杨' }
}

const part = () => Math.floor(Math.random() * 250)

/** Every test has an address of its own, since failures are counted there as well. */
export function newAddress(): string {
  return `10.${part()}.${part()}.${part()}`
}

function digits(count: number): string {
  return Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')
}
