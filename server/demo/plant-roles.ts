import { and, asc, eq, isNull } from 'drizzle-orm'
import { dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { rosterCondition } from '../modules/audience/index.ts'
import { members } from '../modules/members/table.ts'
import { organizations } from '../modules/organizations/table.ts'
import { memberRoles, voluntaryPosts } from '../modules/roles/table.ts'
import type { Dice } from './dice.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const offered = [
  ['政策宣传岗', '每月入户宣传一次政策，收集意见'],
  ['矛盾调解岗', '邻里纠纷先调解，难事及时报支部'],
  ['环境卫生岗', '包一条路的卫生，每周巡查'],
] as const

const stated = [
  ['窗口服务先锋岗', '首问负责，当天办结，不让群众跑第二趟'],
  ['业务骨干岗', '带一名年轻同志，每季度讲一次业务课'],
] as const

/** Posts to be claimed in every branch, and what some of the members have taken on. */
export async function plantRoles(
  { tx, now }: Scene,
  { branches }: DemoTree,
  dice: Dice,
): Promise<void> {
  const day = dayOf(now)
  const by = { byId: newId(), at: now }
  const posts = branches.flatMap(({ unitId, id: organizationId, path }) =>
    offered.map(([title, statement]) => ({
      unitId,
      id: newId(),
      organizationId,
      path,
      title,
      statement,
      seats: 3,
      ...by,
    })),
  )
  await insertAll(tx, voluntaryPosts, posts)
  const facts = { year: yearOf(day), since: `${yearOf(day)}-01-20`, ...by }
  const inPost = (await peopleOn(tx, 'inPost', day)).filter(() => dice.chance(0.6))
  const noPost = (await peopleOn(tx, 'noPost', day)).filter(() => dice.chance(0.12))
  const seats = new Map(posts.map(({ id }) => [id, 3]))
  const claims = noPost.flatMap((person) => {
    const free = posts.find(
      (post) => post.organizationId === person.organizationId && (seats.get(post.id) ?? 0) > 0,
    )
    if (!free) return []
    seats.set(free.id, (seats.get(free.id) ?? 0) - 1)
    const { id: postId, title, statement } = free
    const state = dice.one(['claimed', 'held', 'held', 'held'] as const)
    const what = { kind: 'noPost', state, postId, title, statement } as const
    return [{ ...person, ...what, promise: '按时履行，接受评议', ...facts, id: newId() }]
  })
  const statements = inPost.map((person) => {
    const [title, statement] = dice.one(stated)
    const state = dice.one(['assigned', 'held', 'held', 'held', 'held'] as const)
    return { ...person, kind: 'inPost' as const, state, title, statement, ...facts, id: newId() }
  })
  await insertAll(tx, memberRoles, [...statements, ...claims])
}

async function peopleOn(tx: Db, roster: 'inPost' | 'noPost', day: string) {
  return tx
    .select({
      unitId: members.unitId,
      memberId: members.id,
      organizationId: members.organizationId,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(isNull(members.leftOn), rosterCondition(roster, day).sql))
    .orderBy(asc(members.id))
}
