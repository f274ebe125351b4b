import type { Contract, Draft } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { routes } from '../modules/courses/routes.ts'
import { files as fileRows } from '../modules/files/table.ts'
import { plantFile } from './files.ts'
import { mp4 } from './videos.ts'
import { files } from './world.ts'
import type { Organization, Person } from './world.ts'

type Content = Draft<Contract['courses']['addItem']>['content']

/** Somebody's upload with its bytes on the disk. */
export async function plantUpload(
  db: Db,
  caller: Person,
  { name, mediaType, content }: { name: string; mediaType: string; content: Buffer },
): Promise<string> {
  const fileId = await plantFile(db, caller, name)
  const path = files.pathOf(fileId)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await db.update(fileRows).set({ mediaType, bytes: content.length }).where(eq(fileRows.id, fileId))
  return fileId
}

export async function plantVideo(db: Db, caller: Person, seconds: number): Promise<string> {
  const content = mp4(seconds)
  return plantUpload(db, caller, { name: '党课.mp4', mediaType: 'video/mp4', content })
}

export const article = (characters = 400) => ({
  kind: 'article' as const,
  body: `<h2>学习要点</h2><p>${'学'.repeat(characters)}</p>`,
})

/** A course of the organization, released by its reviewer, made of these. */
export async function plantCourse(
  {
    editor,
    reviewer,
    organization,
  }: { editor: Person; reviewer: Person; organization: Organization },
  contents: readonly Content[],
  facts: Partial<Draft<Contract['courses']['create']>> = {},
) {
  const courseId = newId()
  const form = { title: '党章党规九讲', genre: 'lesson', category: 'discipline', creditMinutes: 1 }
  const given = { ...form, level: 'county', ...facts, courseId, organizationId: organization.id }
  await routes.create(editor, contract.courses.create.input.parse(given))
  const itemIds = await contents.reduce<Promise<string[]>>(async (before, content) => {
    const ids = await before
    const itemId = newId()
    const item = { courseId, itemId, title: `第 ${ids.length + 1} 节`, content }
    await routes.addItem(editor, contract.courses.addItem.input.parse(item))
    return [...ids, itemId]
  }, Promise.resolve([]))
  await routes.submit(editor, { courseId })
  const isShared = facts.scope === 'all'
  const said = { courseId, step: 'review', outcome: isShared ? 'pass' : 'publish', reason: '' }
  await routes.decide(reviewer, said)
  if (isShared) await routes.decide(reviewer, { ...said, step: 'share', outcome: 'publish' })
  return { courseId, itemIds, itemId: itemIds[0] ?? '' }
}
