import type { Contract, Input } from '@zhixing/contract'
import type { OwnScene } from '../../../kernel/act.ts'
import { mp4Of } from '../../../kernel/mp4.ts'
import { conflict, unreadable } from '../../../kernel/problem.ts'
import { cleanHtml, plainText } from '../../../kernel/rich-text.ts'
import { isWebVtt } from '../../../kernel/web-vtt.ts'
import { attachFile } from '../../files/index.ts'
import type { StoredFile } from '../../files/index.ts'
import { readingSeconds } from '../rules/library.ts'

export type Content = Input<Contract['courses']['addItem']>['content']
type Writing = Pick<OwnScene, 'tx' | 'files' | 'actor'>
type Hanging = { readonly subject: string; readonly path: string }

/** What a piece of content is made of, judged by its own bytes; its file hangs on the course from here on. */
export async function madeOf(scene: Writing, content: Content, hanging: Hanging) {
  if (content.kind === 'article') {
    const body = cleanHtml(content.body)
    const text = plainText(body)
    if (text === '') throw conflict('courses.articleEmpty')
    return { body, seconds: readingSeconds(text) }
  }
  if (content.kind === 'live') {
    const { link, startsAt, minutes } = content
    return { link, startsAt: new Date(startsAt), seconds: minutes * 60 }
  }
  const file = await attach(scene, content.fileId, hanging)
  const made = { fileUnitId: file.unitId, fileId: file.id }
  if (content.kind === 'document') {
    if (file.mediaType !== 'application/pdf')
      throw unreadable('courses.notPdf', { 名称: file.name })
    return { ...made, seconds: content.minutes * 60 }
  }
  const seconds = await videoSeconds(scene, file)
  const { captionsId } = content
  if (captionsId) await attachCaptions(scene, captionsId, hanging)
  return { ...made, seconds, captionsId }
}

function attach({ tx, actor }: Writing, fileId: string, hanging: Hanging) {
  const { unitId, accountId } = actor
  return attachFile(tx, { unitId, fileId, ...hanging, accountId })
}

async function videoSeconds({ files }: Writing, { id, name }: StoredFile): Promise<number> {
  const found = await mp4Of(files.pathOf(id))
  if (found.kind === 'other') throw unreadable('files.notMp4', { 名称: name })
  if (found.kind === 'cut') throw unreadable('files.videoCut', { 名称: name, 哪里: found.where })
  return found.seconds
}

async function attachCaptions(scene: Writing, fileId: string, hanging: Hanging): Promise<void> {
  const file = await attach(scene, fileId, hanging)
  if (!(await isWebVtt(scene.files.pathOf(file.id))))
    throw unreadable('courses.notVtt', { 名称: file.name })
}
