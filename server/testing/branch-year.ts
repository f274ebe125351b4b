import { close } from '../modules/activities/acts/close.ts'
import { confirm, record } from '../modules/appraisal/acts/talks.ts'
import type { Db } from '../kernel/db.ts'
import { at, elect } from './appraisal.ts'
import { finished, planned } from './theme-day.ts'
import { plant, plantCaller, plantMember } from './world.ts'
import type { Person, World } from './world.ts'

export type FullBranch = Awaited<ReturnType<typeof plantFullBranch>>

/** A secretary, two more on the committee, four members, and those for whom the rules say something of their own. */
export async function plantFullBranch(db: Db) {
  const world = await plant(db)
  const { east, secretary, member } = world
  const deputy = await plantCaller(db, east, { name: '何副书', office: 'officer' })
  const publicist = await plantCaller(db, east, { name: '宋宣传' })
  const members = [member]
  for (const name of ['李山泉', '周谷雨', '郑白露'])
    // oxlint-disable-next-line no-await-in-loop
    members.push(await plantCaller(db, east, { name }))
  const probationer = await plantCaller(db, east, { name: '吴新苗', stage: 'probationary' })
  /** A sanction took the vote. */
  const votelessFrom = '2026-03-01'
  const watched = await plantCaller(db, east, {
    name: '钱观察',
    votelessFrom,
    votelessUntil: '2028-03-01',
  })
  const illId = await plantMember(db, east, { name: '孙卧床' })
  await elect(db, east, secretary, 'secretary')
  await elect(db, east, deputy, 'deputySecretary')
  await elect(db, east, publicist, 'publicityOfficer')
  return { world, deputy, publicist, members, probationer, watched, illId }
}

type Kind = 'themeDay' | 'committeeMeeting' | 'memberMeeting' | 'lecture'

/** A meeting that was held and closed on a day. */
async function hold(world: World, kind: Kind, day: string) {
  const secretary = at(world.secretary, day, '17:30')
  const key = await planned(secretary, world.east.id, { kind, place: '党员活动室' })
  await close(secretary, await finished(secretary, key))
}

/** All that the rules ask of a branch from January to December, but for what is owed once a year. */
export async function holdTheYear(world: World, year: number) {
  for (let month = 1; month <= 12; month += 1) {
    const of = `${year}-${String(month).padStart(2, '0')}`
    // Month after month, as a year goes.
    /* oxlint-disable no-await-in-loop */
    await hold(world, 'committeeMeeting', `${of}-08`)
    await hold(world, 'themeDay', `${of}-15`)
    if (month % 3 === 2) await hold(world, 'memberMeeting', `${of}-18`)
    if (month % 3 === 0) await hold(world, 'lecture', `${of}-20`)
    /* oxlint-enable no-await-in-loop */
  }
}

/** Everybody speaks with those they owe a talk; who was spoken with says that it was so. */
export async function talkAround(branch: FullBranch, day: string) {
  const { deputy, publicist, members, probationer, watched } = branch
  const { secretary } = branch.world
  const officers = [secretary, deputy, publicist]
  const pairs: [Person, Person][] = [
    [secretary, deputy],
    [secretary, publicist],
    [deputy, publicist],
  ]
  const ordinary = [...members, probationer, watched]
  for (const [place, one] of ordinary.entries()) {
    const officer = officers[place % officers.length]
    const neighbour = ordinary[(place + 1) % ordinary.length]
    if (officer && neighbour) pairs.push([officer, one], [one, neighbour])
  }
  for (const [one, other] of pairs) {
    /* oxlint-disable no-await-in-loop */
    const told = { otherId: other.actor.personId, day, note: '谈学习、谈不足' }
    const { heartTalkId } = await record(at(one, day), told)
    await confirm(at(other, day), { heartTalkId, isSo: true })
    /* oxlint-enable no-await-in-loop */
  }
}
