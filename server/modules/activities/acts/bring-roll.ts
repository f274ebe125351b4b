import { contract } from '@zhixing/contract'
import type { Contract, Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { judgeBrought } from '../rules/brought.ts'
import type { RollEntry } from '../rules/roll.ts'
import { momentWords } from '../rules/words.ts'
import { attendanceOf } from '../steps/find-entry.ts'
import { placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import type { Record } from '../steps/read-record.ts'
import { opensAt, tooEarly } from '../steps/require-soon.ts'
import { lockActivity } from '../store/activities.ts'
import { removeAttendance, setAttendances } from '../store/attendances.ts'
import { findLastWords, keepLastWords } from '../store/last-words.ts'

type Said = Input<Contract['activities']['bringRoll']>['marks'][number]
type Judged = Said & {
  readonly at: Date
  readonly entry: RollEntry | undefined
  readonly outcome: 'kept' | 'same' | 'overtaken' | 'refused'
  readonly isLater: boolean
  readonly because: string
}

/**
 * The roll as somebody called it where there was no network. Others have gone on meanwhile: it is merged person by
 * person, the later word stands, and the trace keeps both. A record closed meanwhile is not touched.
 */
export const bringRoll = act(
  contract.activities.bringRoll,
  async ({ tx, now, actor, reach }, { marks, ...key }) => {
    const held = await lockActivity(tx, reach, key)
    if (!held) throw missing('activities.unknown')
    if (held.activity.cancelledAt) throw conflict('activities.cancelled')
    const record = await readRecord(tx, held, now)
    const lastWords = await findLastWords(tx, key)
    const opens = await opensAt(tx, held, now)
    const judged = lastOfEach(marks).map((said) => judge(said, { record, lastWords, opens, now }))
    const kept = judged.filter(({ outcome }) => outcome === 'kept')
    if (record.closure && kept.length > 0) throw closedMeanwhile(record.closure, kept)

    const before = record.attendances.filter((row) =>
      kept.some(({ memberId }) => memberId === row.memberId),
    )
    const gone = before.filter(({ memberId }) =>
      kept.some((one) => one.memberId === memberId && one.mark === null),
    )
    // They are few: a tap taken back on the phone after the server had heard of it.
    for (const row of gone) await removeAttendance(tx, row)
    const { inTimeUntil } = record
    const rows = kept.flatMap(({ entry, mark, isRemote, note, at }) => {
      if (!entry || !mark) return []
      const way = isRemote && mark === 'present' ? ('remote' as const) : ('rollCall' as const)
      const said = { mark, way, note, byId: actor.personId, at, inTimeUntil }
      return [attendanceOf(held, entry, said)]
    })
    await setAttendances(tx, rows)
    if (!record.closure) await keepLastWords(tx, key, judged.filter(isUntold))

    const subject = subjectOf(held)
    const lost = judged.filter(({ outcome }) => outcome === 'overtaken')
    const isSilent = kept.length + lost.length === 0
    const after = { kept: kept.map(wordOf), overtaken: lost.map(wordOf) }
    return {
      value: { rows: judged.map(shown) },
      place: placeOf(held),
      change: isSilent ? 'none' : { subject, before, after },
    }
  },
)

/** Of several words about one person, the last. */
function lastOfEach(marks: readonly Said[]): Said[] {
  const oldestFirst = marks.toSorted((one, other) => other.agoMs - one.agoMs)
  return [...new Map(oldestFirst.map((said) => [said.memberId, said])).values()]
}

type Against = {
  readonly record: Record
  readonly lastWords: ReadonlyMap<string, Date>
  readonly opens: Date
  readonly now: Date
}

function judge(said: Said, { record, lastWords, opens, now }: Against): Judged {
  const at = new Date(now.getTime() - said.agoMs)
  const entry = record.roll.find(({ memberId }) => memberId === said.memberId)
  const refuse = (problem: Problem): Judged => {
    const because = sentenceOf(problem)
    return { ...said, at, entry, outcome: 'refused', isLater: false, because }
  }
  if (!entry) return refuse(missing('activities.notOnRoll'))
  if (said.mark === 'present' && at < opens) return refuse(tooEarly(opens))
  const row = record.attendances.find(({ memberId }) => memberId === said.memberId)
  const lastWord = lastWords.get(said.memberId)
  return { ...said, at, entry, because: '', ...judgeBrought({ ...said, at }, { row, lastWord }) }
}

/** Later than what is known, and not told by a row. */
function isUntold({ outcome, isLater, mark }: Judged): boolean {
  return isLater && (outcome === 'same' || mark === null)
}

function wordOf({ memberId, mark, isRemote, note, at, entry }: Judged) {
  const here = { mark: entry?.mark ?? null, way: entry?.way ?? null, at: entry?.at ?? null }
  return { memberId, mark, isRemote, note, at, here }
}

function shown({ memberId, mark, entry, outcome, because }: Judged) {
  const stands = outcome === 'kept' ? mark : (entry?.mark ?? null)
  return { memberId, name: entry?.name ?? '', outcome, because, mark: stands }
}

const namesShown = 5

function closedMeanwhile(
  { closedByName, closedAt }: NonNullable<Record['closure']>,
  kept: readonly Judged[],
): Problem {
  const names = kept.slice(0, namesShown).map(({ entry }) => entry?.name ?? '')
  return conflict('activities.broughtLate', {
    姓名: closedByName,
    时间: momentWords(closedAt),
    人数: kept.length,
    名单: `${names.join('、')}${kept.length > namesShown ? '等' : ''}`,
  })
}
