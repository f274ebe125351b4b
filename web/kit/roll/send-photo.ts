import { command } from '../api.ts'
import { uploadPhoto } from '../offline/photo.ts'
import { settle } from '../offline/waiting.ts'
import type { Outcome, Waiting } from '../offline/waiting.ts'
import type { PhotoWords } from './kept.ts'

/** Uploaded once, then hung on the record; the record takes photos also when it is closed. */
export async function sendPhoto(one: Waiting<PhotoWords>): Promise<Outcome<PhotoWords> | 'done'> {
  const { unitId, activityId } = one.words
  const fileId = one.words.fileId ?? (await uploaded(one))
  if (fileId) await command('activities.attach', { unitId, activityId, fileId })
  return 'done'
}

async function uploaded(one: Waiting<PhotoWords>): Promise<string | undefined> {
  if (!one.photo) return undefined
  const fileId = await uploadPhoto(one.photo, '会议照片.jpg')
  await settle(one, { words: { ...one.words, fileId } })
  return fileId
}
