import { keysOf } from '@zhixing/contract'
import { educations } from '@zhixing/contract/codes.ts'
import { ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import { employments, excuseReasons, posts, sectors } from '@zhixing/contract/words.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { floatingStays } from '../modules/floating/table.ts'
import type { members } from '../modules/members/table.ts'
import { excuses, memberTags, posts as postRows } from '../modules/members/table.ts'
import { noon, plantMember, plantOrganization } from './world.ts'
import type { Organization, World } from './world.ts'

/** The same numbers in the same order at every run: a failure can be looked at again. */
function diceOf(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    upTo: (max: number) => Math.floor(next() * (max + 1)),
    one: <Value>(values: readonly [Value, ...Value[]]): Value =>
      values[Math.floor(next() * values.length)] ?? values[0],
    rarely: () => next() < 0.2,
  }
}
type Dice = ReturnType<typeof diceOf>

/** Branches of every sector and tier, with members of every kind that a condition can ask about. */
export async function plantPopulation(db: Db, world: World, size: number): Promise<void> {
  const dice = diceOf(7)
  const branches: Organization[] = []
  for (const [at, sector] of keysOf(sectors).entries()) {
    const tier = at % 4 === 0 ? null : at % 4
    branches.push(await plantOrganization(db, world.county, `支部${at}`, { sector, tier }))
  }
  for (let at = 0; at < size; at += 1) {
    const branch = branches[at % branches.length] ?? world.east
    const memberId = await plantMember(db, branch, factsBy(dice))
    await plantDetails(db, { dice, branch, memberId })
  }
}

function factsBy(dice: Dice): Partial<typeof members.$inferInsert> {
  const stage = dice.rarely() ? 'probationary' : 'full'
  return {
    sex: dice.rarely() ? 'female' : 'male',
    ethnicity: dice.rarely() ? '05' : '01',
    bornOn: dayBy(dice, 1935, 2008),
    education: dice.one(keysOf(educations)),
    stage,
    joinedOn: dice.rarely() ? null : dayBy(dice, 2023, 2026),
    confirmedOn: stage === 'full' && !dice.rarely() ? dayBy(dice, 2024, 2026) : null,
    employment: dice.one(keysOf(employments)),
    isSuspended: dice.rarely(),
    lostSince: dice.rarely() ? dayBy(dice, 2025, 2026) : null,
    floatingSince: dice.rarely() ? dayBy(dice, 2025, 2026) : null,
    rank: dice.one(keysOf(ranks)),
    trade: dice.rarely() ? null : dice.one(keysOf(trades)),
    traits: dice.rarely() ? [] : [dice.one(keysOf(traits)), dice.one(keysOf(traits))],
    ruralType: dice.rarely() ? dice.one(keysOf(ruralTypes)) : null,
    isRestructured: dice.rarely(),
  }
}

async function plantDetails(
  db: Db,
  { dice, branch, memberId }: { dice: Dice; branch: Organization; memberId: string },
): Promise<void> {
  const { unitId, id: organizationId } = branch
  const span = () => ({
    from: dayBy(dice, 2025, 2026),
    until: dice.rarely() ? dayBy(dice, 2026, 2027) : null,
  })
  if (dice.rarely())
    await db.insert(postRows).values({
      unitId,
      memberId,
      organizationId,
      post: dice.one(keysOf(posts)),
      byId: newId(),
      ...span(),
    })
  if (dice.rarely())
    await db.insert(excuses).values({
      unitId,
      memberId,
      reason: dice.one(keysOf(excuseReasons)),
      approvedBy: '党委',
      byId: newId(),
      at: noon,
      endedOn: dice.rarely() ? dayBy(dice, 2026, 2026) : null,
      ...span(),
    })
  if (dice.rarely())
    await db.insert(floatingStays).values({
      unitId,
      memberId,
      since: '2025-01-01',
      reason: dice.one(['work', 'study']),
      range: 'nation',
      destination: '远州省',
      endedOn: dice.rarely() ? '2026-01-01' : null,
      byId: newId(),
      at: noon,
    })
  if (dice.rarely()) {
    const tag = dice.one(['入户', '宣讲'])
    await db.insert(memberTags).values({ unitId, memberId, tag, byId: newId(), at: noon })
  }
}

function dayBy(dice: Dice, from: number, to: number): string {
  const year = from + dice.upTo(to - from)
  return `${year}-${twoDigits(1 + dice.upTo(11))}-${twoDigits(1 + dice.upTo(27))}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
