import { markWays, marks } from '@zhixing/contract/words.ts'
import { Unreachable, command } from '@zhixing/kit/api.ts'
import { say } from '@zhixing/kit/roll/kept.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rollStyles from './Roll.module.css'
import type { Activity, Entry, Mark } from './state.ts'
import type { Line } from './use-record.ts'

type Shown = Mark | 'unmarked' | 'exempt'

const shapes: Record<Shown, ShapeName> = {
  unmarked: 'ring',
  present: 'check',
  excused: 'slip',
  absent: 'cross',
  exempt: 'dashed',
}

/** Choose what to note, then tap the names; a second tap takes it back. */
export function RollCall({ activity, line }: { activity: Activity; line: Line }) {
  const [pen, setPen] = useState<Mark>('present')
  const mark = useMark(activity, line)
  return (
    <>
      <div className={rollStyles.pens} role="group" aria-label="点名字记为">
        {keysOf(marks).map((key) => (
          <button key={key} type="button" aria-pressed={key === pen} onClick={() => setPen(key)}>
            {marks[key]}
          </button>
        ))}
      </div>
      <ul className={rollStyles.roll}>
        {activity.roll.map((entry) => (
          <Tile
            key={entry.memberId}
            entry={entry}
            tap={() =>
              mark.mutate({
                memberId: entry.memberId,
                mark: entry.mark === pen ? null : pen,
              })
            }
          />
        ))}
      </ul>
      <p className={form.problem} role="alert">
        {mark.error?.message}
      </p>
    </>
  )
}

function Tile({ entry, tap }: { entry: Entry; tap: () => void }) {
  const shown = shownOf(entry)
  const details = [
    entry.distinction,
    entry.standing === 'guest' ? `列席 ${entry.organizationName}` : '',
    entry.note,
  ].filter(Boolean)
  return (
    <li>
      <button type="button" className={`${rollStyles.tile} ${rollStyles[shown]}`} onClick={tap}>
        <b>{entry.name}</b>
        <span>
          <Shape name={shapes[shown]} />
          {wordOf(entry, shown)}
        </span>
        {details.length > 0 ? <small>{details.join(' · ')}</small> : null}
      </button>
    </li>
  )
}

function shownOf({ mark, standing }: Entry): Shown {
  if (standing === 'exempt' && mark !== 'present') return 'exempt'
  return mark ?? 'unmarked'
}

function wordOf({ way }: Entry, shown: Shown): string {
  if (shown === 'unmarked') return '未点'
  if (shown === 'exempt') return '免到会'
  return way === 'proxy' || way === 'remote' ? markWays[way] : marks[shown]
}

type Note = { memberId: string; mark: Mark | null }

/**
 * A tap shows at once; the server's answer replaces it, a refusal takes it back. Where the server is not reached, or
 * does not have yet what was said before, the word is kept here first.
 */
function useMark(activity: Activity, { isAway, kept, send }: Line) {
  const client = useQueryClient()
  const { unitId, activityId } = activity
  const key = { unitId, activityId }
  const queryKey = ['activities.show', key]
  const isBehind = kept.roll !== undefined && kept.roll.state !== 'sent'
  return useMutation<unknown, Error, Note>({
    mutationFn: async (note) => {
      const { memberId, mark } = note
      if (isAway) return say(activity, [memberId], mark)
      if (isBehind) return say(activity, [memberId], mark).then(send)
      return command('activities.mark', { ...key, ...note }).catch((error: unknown) => {
        if (!(error instanceof Unreachable)) throw error
        return say(activity, [memberId], mark)
      })
    },
    scope: { id: activityId },
    onMutate: async ({ memberId, mark }) => {
      await client.cancelQueries({ queryKey })
      client.setQueryData<Activity>(queryKey, (now) => now && noted(now, memberId, mark))
    },
    onSettled: async () => {
      if (client.isMutating() === 1) await client.invalidateQueries()
    },
  })
}

function noted(activity: Activity, memberId: string, mark: Mark | null): Activity {
  const roll = activity.roll.map((entry): Entry =>
    entry.memberId === memberId ? { ...entry, mark, way: mark ? 'rollCall' : null } : entry,
  )
  return { ...activity, roll }
}
