import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTransaction, isDatabaseAway } from './kernel/db.ts'
import { newId } from './kernel/ids.ts'
import { drainJobs } from './kernel/job-worker.ts'
import { declareJob, enqueue, jobs } from './kernel/jobs.ts'
import { signIn } from './modules/activities/acts/sign-in.ts'
import { attendances } from './modules/activities/table.ts'
import { clientOf } from './testing/client.ts'
import { db } from './testing/database.ts'
import { tracesIn } from './testing/expect.ts'
import { ticketFor } from './testing/tickets.ts'
import { openWay } from './testing/way.ts'
import type { LostWord } from './testing/way.ts'
import { plant, plantActivity, plantMember } from './testing/world.ts'

/* Whoever sent a commit and heard nothing cannot know: it is done, or it is not. The platform says so and repeats nothing. */
const words: readonly LostWord[] = ['question', 'answer']

test.each(words)(
  'the %s of a commit is lost: it is said that nobody knows, and the same form counts once',
  async (lost) => {
    const world = await plant(db)
    await plantMember(db, world.east)
    const { far, loseCommit, isLost } = await openWay()
    const client = await clientOf({ ...world.secretary, db: far })
    const organizationId = world.east.id
    const input = { organizationId, formId: newId(), title: '通知', body: '请学习' }
    const sent = async () =>
      (await client.query('notices.sent', { organizationId, page: 1, size: 10 })).body.total

    loseCommit(lost)
    const { status, body } = await client.command('notices.send', input)
    expect([status, body.reason, isLost()]).toEqual([503, 'server.away', true])
    expect(body.message).toMatch(/没有得到确认.*先刷新看看是否已经保存/)
    expect(await sent()).toBe(lost === 'answer' ? 1 : 0)
    expect((await client.command('notices.send', input)).status).toBe(200)
    expect(await sent()).toBe(1)
    const traces = await tracesIn(db, world)
    expect(traces.filter(({ command }) => command === 'notices.send')).toHaveLength(1)
  },
)

test.each(words)(
  'the %s of a commit that many share is lost: nobody is told yes, and each may come again',
  async (lost) => {
    const { east, member } = await plant(db)
    const meeting = await plantActivity(db, east)
    const { far, loseCommit, isLost } = await openWay()
    const come = () => signIn({ ...member, db: far }, ticketFor(meeting))
    const there = () => db.$count(attendances, eq(attendances.activityId, meeting.activityId))

    loseCommit(lost)
    const told = await Promise.allSettled([come(), come()])
    for (const one of told)
      expect(one.status === 'rejected' && isDatabaseAway(one.reason)).toBe(true)
    expect([isLost(), await there()]).toEqual([true, lost === 'answer' ? 1 : 0])
    const { signedAt } = await come()
    expect([await come(), await there()]).toEqual([{ signedAt }, 1])
  },
)

test.each(words)(
  'the %s of the commit that ends a job is lost: its work is there once',
  async (lost) => {
    const { organizer, county } = await plant(db)
    const { far, loseCommit, isLost } = await openWay()
    const { unitId, path } = county
    const ofJob = (id: string) => and(eq(jobs.unitId, unitId), eq(jobs.id, id))
    let begun = 0
    const counting = declareJob({
      kind: `count ${newId()}`,
      async run(tools) {
        begun += 1
        await inTransaction(tools.db, async (tx) => {
          await tx
            .update(jobs)
            .set({ note: `${begun}` })
            .where(ofJob(tools.job.id))
          await tools.settle(tx, { begun })
          if (begun === 1) loseCommit(lost)
        })
        return { begun }
      },
    })
    const asked = { place: { unitId, path }, title: '计数', requestedBy: newId(), input: {} }
    const id = await inTransaction(db, (tx) =>
      enqueue(tx, counting, { ...asked, now: organizer.now() }),
    )

    // Whether it has to be done again is asked of the row, not of what was heard.
    await expect(drainJobs({ ...organizer, db: far }, [counting])).rejects.toThrow()
    await drainJobs({ ...organizer, db: far }, [counting])
    const times = lost === 'answer' ? 1 : 2
    expect([isLost(), begun]).toEqual([true, times])
    const [job] = await db.select().from(jobs).where(ofJob(id))
    expect(job).toMatchObject({ status: 'done', note: `${times}`, result: { begun: times } })
  },
)
