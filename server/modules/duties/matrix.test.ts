import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { eastSheet, layDown, plantSeat, quarterly, reportEast } from '../../testing/duties.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { appoint } from '../committees/acts/appoint.ts'
import { endPost } from '../committees/acts/end-post.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { report } from './acts/report.ts'
import { sendBack } from './acts/return.ts'
import { sign } from './acts/sign.ts'

let world: World
let postId: string
beforeEach(async () => {
  world = await plant(db)
  postId = await plantSeat(world.secretary, world.east, 'secretary')
})

const seat = () => ({ organizationId: world.east.id, post: 'secretary' as const, note: '' })
const signing = async () => (await eastSheet(world)).first.signing
const states = async () => (await eastSheet(world)).first.items.map(({ state }) => state)

describe('the list of a post', () => {
  test('[S0-36] names who answers for what, and is signed by nobody but the holder', async () => {
    const { secretary, member } = world
    await layDown(world)
    expect((await eastSheet(world)).first).toMatchObject({
      post: 'secretary',
      holder: { memberId: secretary.actor.memberId, since: '2024-01-01' },
      signing: 'unsigned',
    })
    await expectRefusal(sign(member, seat()), 'organizations.unknown')
    await expectRefusal(sign(secretary, { ...seat(), post: 'officer' }), 'duties.notHeld')

    await sign(secretary, { ...seat(), note: '知悉' })
    expect((await eastSheet(world)).first).toMatchObject({
      signing: 'signed',
      signatures: [{ memberName: '张三', note: '知悉', fromName: null, openItems: [] }],
    })
    await expectRefusal(sign(secretary, seat()), 'duties.signed')
    await layDown(world, { title: '讲党课', rhythm: 'year', needsEvidence: false })
    expect(await signing()).toBe('changed')
    await sign(secretary, seat())
    expect(await signing()).toBe('signed')
    expect((await tracesIn(db, world)).at(-1)).toMatchObject({ command: 'duties.sign' })
  })

  test('[S0-36] is handed over when the post changes hands, with what was still open', async () => {
    const { secretary, organizer, east } = world
    await layDown(world)
    await sign(secretary, seat())
    const next = await plantCaller(db, east, { name: '李接任' })
    await endPost(organizer, { organizationId: east.id, postId, until: '2026-05-31' })
    expect((await eastSheet(world)).first).toMatchObject({ holder: null, signing: 'vacant' })
    const memberId = next.actor.personId
    const taken = { organizationId: east.id, post: 'secretary', from: '2026-06-01' } as const
    await appoint(organizer, { ...taken, memberId })
    expect(await signing()).toBe('handover')
    expect((await showMember(next, {})).todos).toContainEqual(
      expect.objectContaining({ what: '办理东支部书记责任交接', to: '/duties' }),
    )

    await sign(next, { ...seat(), note: '材料已移交' })
    const { first } = await eastSheet(world)
    expect(first.signing).toBe('signed')
    expect(first.signatures[0]).toMatchObject({
      memberName: '李接任',
      fromName: '张三',
      note: '材料已移交',
      openItems: ['研究党员教育工作（第一季度）', '研究党员教育工作（第二季度）'],
    })
    await expectRefusal(sign(secretary, seat()), 'organizations.unknown')
  })
})

describe('a duty', () => {
  test('[S0-37] has a day by which it is done and proven, and becomes something to do', async () => {
    const { secretary, east } = world
    const { templateId } = await layDown(world)
    expect(await states()).toEqual(['overdue', 'due', 'ahead', 'ahead'])
    const { todos } = await showBranch(secretary, { organizationId: east.id })
    expect(todos).toContainEqual(
      expect.objectContaining({
        what: '完成“研究党员教育工作”（第一季度）',
        deadline: '2026-03-31',
        clause: quarterly.clause,
      }),
    )

    const bare = { organizationId: east.id, templateId, period: '2026-Q1', note: '已研究' }
    const withDay = { ...bare, doneOn: '2026-04-02', fileIds: [] }
    await expectRefusal(report(secretary, withDay), 'duties.evidence')
    const first = { templateId, period: '2026-Q1' }
    await expectRefusal(reportEast(world, { ...first, doneOn: '2026-06-02' }), 'duties.ahead')
    await expectRefusal(reportEast(world, { templateId, period: '2026-Q2' }), 'duties.early')
    await expectRefusal(reportEast(world, { templateId, period: '2026-05' }), 'duties.period')
    await reportEast(world, { ...first, doneOn: '2026-04-02' })
    expect(await states()).toEqual(['late', 'due', 'ahead', 'ahead'])
    expect((await eastSheet(world)).first.items[0]?.record).toMatchObject({
      doneOn: '2026-04-02',
      files: [{ name: '会议记录.pdf' }],
    })
    await expectRefusal(reportEast(world, first), 'duties.reported')
  })

  test('goes back with the reason when it was not done, and is reported again', async () => {
    const { secretary, organizer, county } = world
    const first = { templateId: (await layDown(world)).templateId, period: '2026-Q1' }
    const { unitId, recordId } = await reportEast(world, first)
    const clerk = await plantCaller(db, county, { office: 'clerk' })
    await sendBack(clerk, { unitId, recordId, reason: '没有会议记录' })
    expect(await states()).toEqual(['overdue', 'due', 'ahead', 'ahead'])
    const inbox = await listInbox(secretary, { page: 1, size: 9, onlyUnread: false })
    expect(inbox.rows[0]).toMatchObject({ title: '责任事项退回重报：研究党员教育工作' })
    const again = { unitId, recordId, reason: '再退' }
    await expectRefusal(sendBack(organizer, again), 'duties.returned')
    await reportEast(world, first)
    expect(await states()).toEqual(['done', 'due', 'ahead', 'ahead'])
  })

  test('that two report at the same moment is reported once', async () => {
    const first = { templateId: (await layDown(world)).templateId, period: '2026-Q1' }
    const both = await Promise.allSettled([reportEast(world, first), reportEast(world, first)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
