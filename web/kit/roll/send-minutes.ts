import { Refused, command, query } from '../api.ts'
import type { Outcome, Waiting } from '../offline/waiting.ts'
import type { Activity, MinutesWords } from './kept.ts'

/**
 * Others may have gone on with the record meanwhile. Where they left the text alone, ours goes in with the new version;
 * where they wrote as well, nobody decides but the author, who is shown both.
 */
export async function sendMinutes({
  words,
}: Waiting<MinutesWords>): Promise<Outcome<MinutesWords> | 'done'> {
  const { base } = words
  if (await write(words, { version: base.version, agenda: words.agenda })) return 'done'
  const { unitId, activityId } = words
  const here = await query('activities.show', { unitId, activityId })
  const agenda = withDone(here.agenda, words.agenda)
  if (isSame(here, words) && isDoneAlike(here.agenda, agenda)) return 'done'
  const { version } = here
  if ((isSame(here, base) || isSame(here, words)) && (await write(words, { version, agenda })))
    return 'done'
  const { minutes, resolution } = here
  const theirs = { version, minutes, resolution, agenda: here.agenda }
  return { state: 'differs', words: { ...words, agenda, theirs } }
}

type Form = { version: number; agenda: Activity['agenda'] }

/** False where somebody else has changed the record since that version. */
async function write(
  { unitId, activityId, minutes, resolution }: MinutesWords,
  form: Form,
): Promise<boolean> {
  try {
    await command('activities.write', { unitId, activityId, minutes, resolution, ...form })
    return true
  } catch (error) {
    if (error instanceof Refused && (error.refusal.reason as string) === 'input.stale') return false
    throw error
  }
}

type Text = Pick<Activity, 'minutes' | 'resolution'>

function isSame(one: Text, other: Text): boolean {
  return one.minutes === other.minutes && one.resolution === other.resolution
}

/** The agenda as it is there now, with what was ticked here. */
function withDone(there: Activity['agenda'], here: Activity['agenda']): Activity['agenda'] {
  return there.map((item) => {
    const same = here.find(({ title, part }) => title === item.title && part === item.part)
    return same ? { ...item, isDone: same.isDone === true } : item
  })
}

function isDoneAlike(one: Activity['agenda'], other: Activity['agenda']): boolean {
  return one.every((item, at) => (item.isDone === true) === (other[at]?.isDone === true))
}
