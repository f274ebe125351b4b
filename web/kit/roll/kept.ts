import type { EntryOf, Output } from '@zhixing/contract'
import { findTaken, leaveBehind, take } from '../offline/taken.ts'
import { drop, findWaiting, readWaiting, rewrite } from '../offline/waiting.ts'
import type { Photo, Waiting } from '../offline/waiting.ts'
import { dayOf } from '../format/clock.ts'
import { newId } from '../new-id.ts'

export type Activity = Output<EntryOf<'activities.show'>>
export type Entry = Activity['roll'][number]
export type Mark = NonNullable<Entry['mark']>
type Agenda = Activity['agenda']
type Key = { unitId: string; activityId: string }

/** Of a person, what was said last here, and when. */
type Said = { mark: Mark | null; at: number }
export type Brought = Output<EntryOf<'activities.bringRoll'>>['rows'][number]

export type RollWords = Key & {
  title: string
  marks: Record<string, Said>
  problem: string
  /** What the record says of those who were not taken over as they were called here. */
  told: Brought[]
}

type Written = { minutes: string; resolution: string; agenda: Agenda }

export type MinutesWords = Key &
  Written & {
    title: string
    /** What stood in the record when this was begun. */
    base: { version: number; minutes: string; resolution: string }
    theirs: (Written & { version: number }) | null
    problem: string
  }

export type PhotoWords = Key & { title: string; fileId: string | null; problem: string }

/** One meeting as this phone has it: the record as it was last seen, and what was written since. */
export type KeptMeeting = {
  taken: Activity | undefined
  roll: Waiting<RollWords> | undefined
  minutes: Waiting<MinutesWords> | undefined
  photos: Waiting<PhotoWords>[]
}

/** Takes the record along; what is closed or cancelled is needed no longer. */
export async function takeMeeting(activity: Activity): Promise<void> {
  const { activityId: id, stage, cancelled, endsAt } = activity
  if (cancelled || stage === 'closed') return leaveBehind('meeting', id)
  return take('meeting', [{ id, until: dayOf(endsAt), value: activity }])
}

export async function readMeeting({ activityId: id }: Key): Promise<KeptMeeting> {
  const photos = await readWaiting<PhotoWords>('photo')
  return {
    taken: await findTaken<Activity>('meeting', id),
    roll: await findWaiting<RollWords>({ kind: 'roll', id }),
    minutes: await findWaiting<MinutesWords>({ kind: 'minutes', id }),
    photos: photos.filter(({ words }) => words.activityId === id),
  }
}

/** Says it of these people, here and now; the server hears of it when it can be reached. */
export async function say(
  { unitId, activityId, title }: Activity,
  memberIds: readonly string[],
  mark: Mark | null,
): Promise<void> {
  const at = Date.now()
  await rewrite<RollWords>({ kind: 'roll', id: activityId }, (before) => {
    const said = Object.fromEntries(memberIds.map((id): [string, Said] => [id, { mark, at }]))
    const isOver = before?.state === 'sent'
    const marks = { ...(isOver ? {} : before?.words.marks), ...said }
    const words = { unitId, activityId, title, marks, problem: '', told: [] }
    return { state: 'waiting', at: before?.at ?? new Date().toISOString(), words, photo: null }
  })
}

/** What is written from now on, over what the record said when it was begun. */
export async function writeDown(activity: Activity, written: Written): Promise<void> {
  const { unitId, activityId, title, version, minutes, resolution } = activity
  await rewrite<MinutesWords>({ kind: 'minutes', id: activityId }, (before) => {
    const base = before?.words.base ?? { version, minutes, resolution }
    const words = { unitId, activityId, title, ...written, base, theirs: null, problem: '' }
    return { state: 'waiting', at: before?.at ?? new Date().toISOString(), words, photo: null }
  })
}

/** The author has seen both; what is chosen now is written over theirs. */
export async function chooseMinutes(
  { words: before }: Waiting<MinutesWords>,
  chosen: 'mine' | 'both',
): Promise<void> {
  const { theirs, activityId } = before
  if (!theirs) return
  const minutes =
    chosen === 'both' ? [theirs.minutes, before.minutes].filter(Boolean).join('\n') : before.minutes
  const base = { version: theirs.version, minutes: theirs.minutes, resolution: theirs.resolution }
  await rewrite<MinutesWords>({ kind: 'minutes', id: activityId }, (now) => ({
    state: 'waiting',
    at: now?.at ?? new Date().toISOString(),
    words: { ...before, minutes, base, theirs: null, problem: '' },
    photo: null,
  }))
}

export async function keepPhoto({ unitId, activityId, title }: Activity, photo: Photo) {
  await rewrite<PhotoWords>({ kind: 'photo', id: newId() }, () => ({
    state: 'waiting',
    at: new Date().toISOString(),
    words: { unitId, activityId, title, fileId: null, problem: '' },
    photo,
  }))
}

/** To be sent once more, as after the record has been opened again. */
export async function tryAgain<Words extends { problem: string }>({
  kind,
  id,
}: Waiting<Words>): Promise<void> {
  await rewrite<Words>({ kind, id }, (now) => {
    if (!now) throw new Error('这条记录已经不在手机里了')
    return { ...now, state: 'waiting', words: { ...now.words, problem: '' } }
  })
}

export const giveUp = drop

/** The record with what was written here since: marks, agenda, minutes. */
export function withKept(activity: Activity, { roll, minutes }: KeptMeeting): Activity {
  const marks = roll && roll.state !== 'sent' ? roll.words.marks : {}
  const written = minutes && minutes.state !== 'sent' ? minutes.words : undefined
  return {
    ...activity,
    roll: activity.roll.map((entry): Entry => {
      const said = marks[entry.memberId]
      if (!said || said.mark === entry.mark) return entry
      return { ...entry, mark: said.mark, way: said.mark ? 'rollCall' : null }
    }),
    minutes: written?.minutes ?? activity.minutes,
    resolution: written?.resolution ?? activity.resolution,
    agenda: written?.agenda ?? activity.agenda,
  }
}
