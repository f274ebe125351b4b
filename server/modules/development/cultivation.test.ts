import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { applyOn, onDay, paceOf } from '../../testing/development.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import { finish, plan } from './acts/plan.ts'
import { recommend, select } from './acts/recommend.ts'
import { setPractice } from './acts/set-practice.ts'
import { setQuota } from './acts/set-quota.ts'
import { appointOn } from '../../testing/development.ts'
import { showQuotas } from './views/plan.ts'
import { showPractice } from './views/pond.ts'

async function planted() {
  const world = await plant(db)
  return { world, ...(await paceOf(db, world)) }
}

const practice = {
  guideline: '控制总量、优化结构、提高质量、发挥作用，向一线倾斜。',
  recommendations: ['党员推荐', '群团推优', '群众推荐'],
  isRecommended: true,
  duties: [{ owner: 'contact' as const, title: '每季度谈心一次' }],
  departments: [{ name: '县公安局', question: '请核实有无违法犯罪记录', isVeto: true }],
  abilities: ['产业带富'],
}

test('[S4-36] three recommend and one vote selects before somebody becomes an activist, and duties are shared', async () => {
  const { world, branch, above, shown, contacts } = await planted()
  const key = await applyOn(world, '2026-06-01')
  await branch(key, '2026-06-01')
  const laid = { organizationId: world.county.id, version: 0, ...practice }
  await setPractice(world.organizer, laid)
  await expectRefusal(setPractice(world.organizer, laid), 'input.stale')
  await branch(key, '2026-06-10')

  expect((await shown(key, '2026-06-11')).next?.lacks).toEqual([
    ...practice.recommendations,
    '过半数的择优票决',
  ])
  await expectRefusal(branch(key, '2026-06-11'), 'development.recommendLacks')
  const secretary = onDay(world.secretary, '2026-06-11')
  const on = '2026-06-11'
  const told = { ...key, on, people: 12, inFavour: 10, text: '' }
  const wrong = { ...told, formId: newId(), source: '领导点名' }
  await expectRefusal(recommend(secretary, wrong), 'development.sourceUnknown')
  for (const source of practice.recommendations)
    await recommend(secretary, { ...told, formId: newId(), source })
  const ballot = { ...key, on, entitled: 6, present: 6, against: 1, abstained: 0 }
  expect(await select(secretary, { ...ballot, formId: newId(), inFavour: 3 })).toEqual({
    isPassed: false,
  })
  await expectRefusal(branch(key, on), 'development.recommendLacks')
  const few = { ...ballot, present: 3, inFavour: 3, formId: newId() }
  await expectRefusal(select(secretary, few), 'development.votePresent')
  expect(await select(secretary, { ...ballot, formId: newId(), inFavour: 5 })).toEqual({
    isPassed: true,
  })
  await branch(key, on)
  await above(key, on)

  const [first = ''] = contacts
  await appointOn(world.secretary, { key, day: on }, 'contact', [first])
  const said = await showPractice(world.secretary, { organizationId: world.east.id })
  expect(said).toMatchObject({ ofName: '县委', isOwn: false, mayPlan: false })
  const tasks = said.duties.map((one) => ({ ...one, dueOn: '2026-09-30' }))
  await plan(secretary, { ...key, formId: newId(), tasks })
  expect((await shown(key, on)).tasks).toMatchObject([{ owner: 'contact', doneOn: null }])
})

test('[S3-43] a plan of practice per candidate: theirs to do, seen on their phone, late when it is late', async () => {
  const { world, cultivate, shown } = await planted()
  const key = await applyOn(world, '2026-06-01')
  await cultivate(key, ['2026-06-01', '2026-06-20'])
  const secretary = onDay(world.secretary, '2026-07-01')
  const formId = newId()
  const own = { owner: 'applicant' as const, title: '承担夏粮入库测绘', dueOn: '2026-08-31' }
  const theirs = { owner: 'contact' as const, title: '每季度谈心一次', dueOn: '2026-09-30' }
  const past = { ...own, dueOn: '2026-06-30' }
  await expectRefusal(plan(secretary, { ...key, formId, tasks: [past] }), 'development.taskDay')
  await plan(secretary, { ...key, formId, tasks: [own, theirs] })
  await plan(secretary, { ...key, formId, tasks: [own, theirs] })
  const { tasks } = await shown(key, '2026-09-01')
  expect(tasks).toMatchObject([
    { title: own.title, isLate: true },
    { title: theirs.title, isLate: false },
  ])
  const [first, second] = tasks
  const result = '完成三个村的地块测绘'
  const doing = { ...key, taskId: first?.taskId ?? '', result }
  await expectRefusal(finish(onDay(world.member, '2026-09-01'), doing), 'development.taskUnknown')
  const west = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(finish(onDay(west, '2026-09-01'), doing), 'development.taskUnknown')
  await finish(secretary, doing)
  await expectRefusal(finish(secretary, doing), 'development.taskDone')
  const after = await shown(key, '2026-09-01')
  expect(after.tasks[0]).toMatchObject({ doneOn: '2026-07-01', isLate: false, result })
  expect(after.chronicle.map(({ text }) => text)).toContain(`本人办结“${own.title}”：${result}`)
  expect(second?.doneOn).toBeNull()
})

test('[S4-02] the guideline stands beside quota and structure, laid down above and read below', async () => {
  const { world } = await planted()
  await setPractice(world.organizer, { organizationId: world.county.id, version: 0, ...practice })
  const targets = { frontline: 50 }
  const year = { organizationId: world.county.id, year: 2026 }
  await setQuota(world.organizer, { ...year, version: 0, persons: 9, targets })
  const { rows, guideline } = await showQuotas(world.organizer, year)
  expect(guideline).toBe(practice.guideline)
  expect(rows[0]).toMatchObject({ persons: 9, targets })
  const below = { organizationId: world.east.id, year: 2026 }
  expect(await showQuotas(world.secretary, below)).toMatchObject({ guideline: practice.guideline })
})
