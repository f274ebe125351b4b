import { addDays, dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { notebookPages, notebooks, readingMarks, readingTasks } from '../modules/reading/table.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly dice: Dice }

const byId = '00000000-0000-4000-8000-000000000000'
const chapters = ['总纲', '第一章 党员', '第五章 党的基层组织', '第七章 党的纪律']
const notes = [
  '义务和权利放在一起读，才知道哪一条都不能少。',
  '第三十二条讲支部做什么，对照一年的工作，服务群众还差得远。',
  '纪律是带电的高压线，村里的账更要公开。',
]

/** What all are to read, what one branch adds to it, and the notebooks of that branch. */
export async function plantReading(
  { tx, now, dice }: Scene,
  county: DemoOrganization,
  { branch, people, officers }: DemoBranch,
): Promise<void> {
  const today = dayOf(now)
  const common = { createdBy: byId, at: now }
  const taskId = newId()
  const dated = chapters.map((title, at) => ({ title, dueOn: addDays(today, at * 10 - 15) }))
  const charter = { title: '通读党章', chapters: dated, dueOn: addDays(today, 20) }
  const law = { title: '村民自治制度选读', dueOn: addDays(today, 35) }
  const parts = ['民主决策', '村务公开'].map((title) => ({ title, dueOn: null }))
  await insertAll(tx, readingTasks, [
    { ...common, ...charter, id: taskId, organizationId: county.id },
    { ...common, ...law, chapters: parts, id: newId(), organizationId: branch.id },
  ])
  const readers = people.filter(({ excuse }) => !excuse)
  await insertAll(
    tx,
    readingMarks,
    readers.flatMap(({ id: memberId }) =>
      chapters.slice(0, dice.between(0, chapters.length)).map((_, chapter) => ({
        id: newId(),
        unitId: branch.unitId,
        memberId,
        taskId,
        chapter,
        note: notes[(chapter + memberId.charCodeAt(30)) % notes.length] ?? '',
        at: now,
      })),
    ),
  )
  await plantNotebooks({ tx, now }, readers, {
    unitId: branch.unitId,
    issuedBy: officers.get('secretary')?.name ?? branch.name,
  })
}

async function plantNotebooks(
  { tx, now }: Omit<Scene, 'dice'>,
  readers: DemoBranch['people'],
  { unitId, issuedBy }: { readonly unitId: string; readonly issuedBy: string },
): Promise<void> {
  const year = yearOf(dayOf(now))
  const own = { unitId, year }
  await insertAll(
    tx,
    notebooks,
    readers.slice(0, 12).map(({ id: memberId }) => ({
      ...own,
      id: newId(),
      memberId,
      title: `${year} 年学习笔记本`,
      issuedOn: `${year}-01-08`,
      issuedBy,
    })),
  )
  await insertAll(
    tx,
    notebookPages,
    readers.slice(0, 6).map(({ id: memberId }, at) => ({
      ...own,
      id: newId(),
      memberId,
      title: '读党章总纲',
      text: notes[at % notes.length] ?? '',
      at: now,
      version: 1,
      comment: at % 2 === 0 ? '联系了自己的事，好。' : '',
      reviewedBy: at % 2 === 0 ? issuedBy : '',
      reviewedAt: at % 2 === 0 ? now : null,
    })),
  )
}
