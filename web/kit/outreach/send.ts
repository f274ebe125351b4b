import { Refused, command, isSignedOut } from '../api.ts'
import { upload } from '../upload.ts'
import { markCapture, unsentCaptures, type Kept } from './kept.ts'

export type Sending = { sent: number; left: number; stopped: string }

let running: Promise<Sending> | undefined

/** Sends all that waits, one by one; what is on its way already is not sent a second time from here. */
export function sendCaptures(): Promise<Sending> {
  running ??= sendAll().finally(() => {
    running = undefined
  })
  return running
}

/** Each record is an act of its own: whatever becomes of one, the others stand; a killed tab begins again. */
async function sendAll(): Promise<Sending> {
  const waiting = (await unsentCaptures()).filter(({ state }) => state === 'waiting')
  let sent = 0
  for (const kept of waiting) {
    const problem = await sendOne(kept)
    if (problem) return { sent, left: waiting.length - sent, stopped: problem }
    sent += 1
  }
  return { sent, left: 0, stopped: '' }
}

/** Nothing when there is an answer, also a refusal; otherwise why the rest waits. */
async function sendOne(kept: Kept): Promise<string | undefined> {
  try {
    const photoId = await photoOf(kept)
    const { unitId, roundId, memberId, captureId, isKnown } = kept
    const { at, isMet, delivered, minutes, note, witness } = kept
    const facts = { at, isMet, delivered, minutes, note, witness }
    const ids = { unitId, roundId, memberId, captureId, photoId }
    const { outcome, mine, visit } = await command('outreach.capture', {
      ...ids,
      ...facts,
      replaces: isKnown,
    })
    await markCapture(
      kept,
      outcome === 'differs'
        ? { state: 'differs', theirs: mine, visit, isKnown: true }
        : { state: 'sent', theirs: null, visit, isKnown: true, photo: null, problem: '' },
    )
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) return error instanceof Error ? error.message : String(error)
    if (isSignedOut(error)) return '登录已过期，请重新登录再上交；记录还在这部手机里'
    if (error.status >= 500 || error.status === 429) return error.message
    await markCapture(kept, { state: 'refused', problem: error.message })
    return undefined
  }
}

/** The photo goes first, once: its name is kept before anything else is sent. */
async function photoOf(kept: Kept): Promise<string | null> {
  const { photo, photoId } = kept
  if (photoId !== null || photo === null) return photoId
  const file = new File([photo.bytes], '上门照片.jpg', { type: photo.type })
  const { signal } = new AbortController()
  const { fileId } = await upload(file, {
    purpose: 'document',
    onProgress: () => undefined,
    signal,
  })
  await markCapture(kept, { photoId: fileId })
  return fileId
}
