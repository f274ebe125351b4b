import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { accept } from './acts/accept.ts'
import { assign } from './acts/assign.ts'
import { claim } from './acts/claim.ts'
import { assess, decide, end } from './acts/judge.ts'
import { offer } from './acts/offer.ts'
import { withdrawPost } from './acts/withdraw-post.ts'
import { listRoles } from './views/list.ts'
import { listPosts, mine } from './views/posts.ts'

let world: World
let farmer: Person
let worker: Person
beforeEach(async () => {
  world = await plant(db)
  farmer = await plantCaller(db, world.east, { name: '田无职', employment: 'farmer' })
  worker = await plantCaller(db, world.east, { name: '程在职', employment: 'employed' })
})

const listed = (kind: 'inPost' | 'noPost', lacking = false) =>
  listRoles(world.secretary, { organizationId: world.east.id, kind, lacking, page: 1, size: 50 })
const offerPost = (seats = 1, title = '政策宣传岗') =>
  offer(world.secretary, {
    organizationId: world.east.id,
    title,
    statement: '每月入户宣传一次',
    seats,
  })
const assignTo = ({ actor }: Person) =>
  assign(world.secretary, {
    unitId: actor.unitId,
    memberId: actor.personId,
    title: '窗口服务先锋岗',
    statement: '首问负责，当天办结',
  })

describe('somebody in post', () => {
  test('[S4-41] is given a statement of what they answer for, confirms it, and is reviewed by the branch', async () => {
    const { secretary } = world
    const before = await listed('inPost', true)
    expect(before.without.map(({ name }) => name)).toContain('程在职')
    const key = await assignTo(worker)
    await expectRefusal(assignTo(worker), 'roles.assigned')
    await expectRefusal(assignTo(farmer), 'roles.notInPost')
    expect((await showMember(worker, {})).todos).toContainEqual(
      expect.objectContaining({ what: '确认岗责：窗口服务先锋岗', to: '/roles' }),
    )
    const inbox = await listInbox(worker, { page: 1, size: 9, onlyUnread: false })
    expect(inbox.rows[0]).toMatchObject({ title: '定岗定责：窗口服务先锋岗' })

    const form = { ...key, version: 0 }
    const judged = { grade: 'good', comment: '群众满意' } as const
    await expectRefusal(assess(secretary, { ...form, ...judged }), 'roles.state')
    await expectRefusal(accept(farmer, form), 'roles.unknown')
    const { version } = await accept(worker, form)
    await expectRefusal(accept(worker, form), 'input.stale')
    await assess(secretary, { ...form, version, ...judged })

    const after = await listed('inPost')
    expect(after.rows[0]).toMatchObject({ name: '程在职', state: 'assessed', grade: 'good' })
    expect(after).toMatchObject({ covered: 1, assessed: 1, waiting: 0, people: before.people })
    expect((await mine(worker, {})).roles).toMatchObject([{ comment: '群众满意' }])
    expect((await tracesIn(db, world)).map(({ command }) => command)).toEqual([
      'roles.assign',
      'roles.accept',
      'roles.assess',
    ])
  })
})

describe('somebody without a post', () => {
  test('[S4-42] claims a post of the branch’s catalogue on the phone, is confirmed, and is assessed', async () => {
    const { secretary, east } = world
    const post = await offerPost()
    const own = await mine(farmer, {})
    expect(own).toMatchObject({ roster: 'noPost', posts: [{ title: '政策宣传岗', taken: 0 }] })
    expect((await mine(worker, {})).posts).toEqual([])
    await expectRefusal(claim(worker, { ...post, promise: '' }), 'roles.notNoPost')

    const key = await claim(farmer, { ...post, promise: '每月一次' })
    const { todos } = await showBranch(secretary, { organizationId: east.id })
    expect(todos).toContainEqual(
      expect.objectContaining({ key: 'roles:claimed', what: '确认 1 名党员认领的岗位' }),
    )
    const form = { ...key, version: 0 }
    const no = { ...form, agrees: false, reason: '' }
    await expectRefusal(decide(secretary, no), 'roles.reason')
    const { version } = await decide(secretary, { ...form, agrees: true, reason: '' })
    await assess(secretary, { ...form, version, grade: 'excellent', comment: '入户十二次' })
    const { rows, covered } = await listed('noPost')
    expect(rows).toMatchObject([{ name: '田无职', state: 'assessed', promise: '每月一次' }])
    expect(covered).toBe(1)
    expect(
      (await listPosts(secretary, { organizationId: east.id, page: 1, size: 50 })).rows,
    ).toMatchObject([{ taken: 1, seats: 1 }])
  })

  test('finds the last seat once, no third post, and none of another branch or of one that is gone', async () => {
    const { east, west, secretary, organizer } = world
    const post = await offerPost()
    const other = await plantCaller(db, east, { name: '田乙', employment: 'retired' })
    const both = await Promise.allSettled([
      claim(farmer, { ...post, promise: '' }),
      claim(other, { ...post, promise: '' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = both[0]?.status === 'rejected' ? farmer : other
    await expectRefusal(claim(lost, { ...post, promise: '' }), 'roles.full')

    const stranger = await plantCaller(db, west, { employment: 'farmer' })
    await expectRefusal(claim(stranger, { ...post, promise: '' }), 'roles.outside')
    await expectRefusal(offerPost(), 'roles.known')
    const atCounty = { organizationId: world.county.id, title: '岗', statement: '职责', seats: 1 }
    await expectRefusal(offer(organizer, atCounty), 'roles.branch')
    for (const title of ['治安巡逻岗', '矛盾调解岗'])
      await claim(lost, { ...(await offerPost(2, title)), promise: '' })
    const third = await offerPost(2, '文化活动岗')
    await expectRefusal(claim(lost, { ...third, promise: '' }), 'roles.most')
    await withdrawPost(secretary, third)
    await expectRefusal(withdrawPost(secretary, third), 'roles.closed')
    await expectRefusal(claim(stranger, { ...third, promise: '' }), 'roles.outside')
  })
})

describe('a role', () => {
  test('is not assessed by themself, gives a seat back when it ends, and is out of a neighbour’s reach', async () => {
    const { secretary, west } = world
    const post = await offerPost()
    const key = await claim(farmer, { ...post, promise: '' })
    const neighbour = await plantCaller(db, west, { office: 'secretary' })
    const form = { ...key, version: 0 }
    await expectRefusal(end(neighbour, { ...form, reason: '误认' }), 'roles.unknown')
    await end(secretary, { ...form, reason: '外出务工' })
    const again = await claim(farmer, { ...post, promise: '' })
    expect(again.roleId).not.toBe(key.roleId)
    const own = await assignTo(secretary)
    const { version } = await accept(secretary, { ...own, version: 0 })
    const judged = { ...own, version, grade: 'good', comment: '很好' } as const
    await expectRefusal(assess(secretary, judged), 'roles.self')
    const memberId = await plantMember(db, world.west)
    const outside = { unitId: post.unitId, memberId, title: '岗', statement: '职责' }
    await expectRefusal(assign(secretary, outside), 'members.unknown')
  })
})
