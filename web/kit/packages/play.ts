import type { EntryOf, Output } from '@zhixing/contract'
import { Refused, command } from '../api.ts'
import { forget, keep, keptOf } from './buffer.ts'
import type { Progress, Unsent } from './buffer.ts'

export type Opened = Output<EntryOf<'packages.open'>>
type Lesson = { readonly unitId: string; readonly packageId: string; readonly lesson: string }

/** What the reader is told about their progress: it is safe here, safe there, or no longer ours to keep. */
export type Saving = 'saved' | 'saving' | 'offline' | { readonly refused: string }

const sendAfterMillis = 4000
const retryAfterMillis = 5000
const beatSeconds = 30
const keepaliveBytes = 60_000

/** Opens a lesson; what an earlier page could not send any more goes first. */
export async function openLesson(lesson: Lesson): Promise<Opened> {
  for (const unsent of keptOf(lesson)) {
    const isOver = await command('packages.commit', unsent).then(
      () => true,
      (error: unknown) => error instanceof Refused && error.refusal.reason !== 'packages.attempt',
    )
    if (isOver) forget(lesson, unsent.attemptId)
  }
  return command('packages.open', { ...lesson, origin: location.origin })
}

/** Where packages are played, as this page reaches it. */
export async function packagesOrigin(): Promise<string> {
  const answer = await fetch('/api/packages/origin').catch(() => undefined)
  if (!answer?.ok) throw new Error('平台没有开通课件播放，请联系系统管理员')
  const { origin } = (await answer.json()) as { origin: string }
  return origin
}

type Say = (saving: Saving, state: Progress['state']) => void

/** One lesson under way: hears what the content wants remembered, and carries it to the server. */
export class Play {
  readonly #lesson: Lesson
  readonly #opened: Opened
  readonly #say: Say
  #progress: Progress
  #seq: number
  #said = 0
  #isDirty = false
  #isSending = false
  #isOver = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(lesson: Lesson, opened: Opened, say: Say) {
    this.#lesson = lesson
    this.#opened = opened
    this.#say = say
    this.#seq = opened.seq
    const { memory, state } = opened
    this.#progress = { memory: memory ?? '{}', state, score: null, seconds: 0 }
  }

  /** Something to remember; at the end of the content there is nothing to wait for. */
  remember(words: Pick<Progress, 'memory' | 'state' | 'score'>, isEnd: boolean): void {
    this.#progress = { ...this.#progress, ...words }
    this.#isDirty = true
    keep(this.#lesson, this.#next())
    this.#later(isEnd ? 0 : sendAfterMillis)
  }

  /** So many seconds more were looked at. */
  pass(seconds: number): void {
    this.#progress = { ...this.#progress, seconds: this.#progress.seconds + seconds }
    if (this.#progress.seconds - this.#said >= beatSeconds) {
      this.#isDirty = true
      this.#later(0)
    }
  }

  /** The page goes away: what is not sent now is sent by the next one. */
  leave(): void {
    if (!this.#isDirty || this.#isOver) return
    const unsent = this.#next()
    keep(this.#lesson, unsent)
    const body = JSON.stringify(unsent)
    const headers = { 'content-type': 'application/json' }
    if (body.length < keepaliveBytes)
      void fetch('/api/packages/commit', { method: 'POST', headers, body, keepalive: true }).catch(
        () => undefined,
      )
  }

  end(): void {
    clearTimeout(this.#timer)
    this.leave()
    this.#isOver = true
  }

  #next(): Unsent {
    const { unitId, attemptId, playId } = this.#opened
    return { unitId, attemptId, playId, seq: this.#seq + 1, ...this.#progress }
  }

  #later(millis: number): void {
    if (this.#isOver) return
    if (millis > 0 && this.#timer !== undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), millis)
  }

  async #send(): Promise<void> {
    this.#timer = undefined
    if (this.#isSending || !this.#isDirty) return
    const unsent = this.#next()
    this.#isSending = true
    this.#isDirty = false
    this.#say('saving', unsent.state)
    try {
      const { seq, state } = await command('packages.commit', unsent)
      this.#seq = seq
      this.#said = unsent.seconds
      this.#say('saved', state)
      if (this.#isDirty) this.#later(sendAfterMillis)
      else forget(this.#lesson, unsent.attemptId)
    } catch (error) {
      this.#fail(error, unsent)
    } finally {
      this.#isSending = false
    }
  }

  #fail(error: unknown, { state }: Unsent): void {
    this.#isDirty = true
    if (error instanceof Refused && error.status < 500 && error.status !== 429) {
      this.#isOver = true
      this.#say({ refused: error.message }, state)
      return
    }
    this.#say('offline', state)
    this.#later(retryAfterMillis)
  }
}
