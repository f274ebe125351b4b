import { command } from '../api.ts'
import { settle } from '../offline/waiting.ts'
import type { Outcome, Waiting } from '../offline/waiting.ts'
import { uploadPhoto } from '../offline/photo.ts'
import type { VisitWords } from './kept.ts'

/** A record under an id of its own: the server says whether it is new, the same, or told differently before. */
export async function sendVisit(kept: Waiting<VisitWords>): Promise<Outcome<VisitWords>> {
  const words = { ...kept.words, photoId: await photoOf(kept) }
  const { unitId, roundId, memberId, captureId, photoId, isKnown } = words
  const { at, isMet, delivered, minutes, note, witness } = words
  const facts = { at, isMet, delivered, minutes, note, witness }
  const ids = { unitId, roundId, memberId, captureId, photoId }
  const sent = await command('outreach.capture', { ...ids, ...facts, replaces: isKnown })
  const { outcome, mine, visit } = sent
  return outcome === 'differs'
    ? { state: 'differs', words: { ...words, theirs: mine, visit, isKnown: true } }
    : {
        state: 'sent',
        words: { ...words, theirs: null, problem: '' },
        photo: null,
        known: { visit, isKnown: true },
      }
}

/** The photo goes first, once: its name is kept before anything else is sent. */
async function photoOf(kept: Waiting<VisitWords>): Promise<string | null> {
  const { photo, words } = kept
  if (words.photoId !== null || photo === null) return words.photoId
  const photoId = await uploadPhoto(photo, '上门照片.jpg')
  await settle(kept, { words: { ...words, photoId } })
  return photoId
}
