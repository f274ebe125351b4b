import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { madeOf } from '../steps/content.ts'
import { holdEditable } from '../steps/hold.ts'
import { arrangeItems, changeItem, findItem, itemsOf, keepItem } from '../store/library.ts'

/** One more piece of content at the end; the same form sent twice is one piece. */
export const addItem = act(
  contract.courses.addItem,
  async (scene, { courseId, itemId, title, content }) => {
    const { tx, now, reach } = scene
    const { course, place } = await holdEditable(tx, reach, courseId)
    const known = await findItem(tx, itemId)
    if (known) {
      if (known.course.id !== courseId) throw missing('courses.itemUnknown')
      return { value: { itemId, seconds: known.item.seconds }, place, change: 'none' }
    }
    const made = await madeOf(scene, content, { subject: `course:${courseId}`, path: place.path })
    const row = { ...made, id: itemId, courseId, kind: content.kind, title, createdAt: now }
    await keepItem(tx, row)
    return {
      value: { itemId, seconds: made.seconds },
      place,
      change: { subject: `course:${course.id}`, after: row },
    }
  },
)

export const removeItem = act(
  contract.courses.removeItem,
  async ({ tx, now, reach }, { courseId, itemId }) => {
    const { place } = await holdEditable(tx, reach, courseId)
    const items = await itemsOf(tx, [courseId])
    const item = items.find(({ id }) => id === itemId)
    if (!item) throw missing('courses.itemUnknown')
    await changeItem(tx, itemId, { removedAt: now })
    const subject = `course:${courseId}`
    return { value: {}, place, change: { subject, before: item, after: { removed: itemId } } }
  },
)

export const arrange = act(
  contract.courses.arrange,
  async ({ tx, reach }, { courseId, itemIds }) => {
    const { place } = await holdEditable(tx, reach, courseId)
    const known = new Set((await itemsOf(tx, [courseId])).map(({ id }) => id))
    const given = new Set(itemIds)
    const isSame =
      known.size === itemIds.length &&
      given.size === known.size &&
      itemIds.every((id) => known.has(id))
    if (!isSame) throw conflict('courses.itemsDiffer')
    await arrangeItems(tx, itemIds)
    return { value: {}, place, change: { subject: `course:${courseId}`, after: { itemIds } } }
  },
)
