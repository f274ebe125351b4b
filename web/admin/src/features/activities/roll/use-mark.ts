import { command } from '@zhixing/kit/api.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keyOf, type Activity, type Entry, type Mark } from '../state.ts'

type Note = { memberId: string; mark: Mark | null; isRemote: boolean }

/** A tap shows at once; the server's answer replaces it, a refusal takes it back. */
export function useMark(activity: Activity) {
  const client = useQueryClient()
  const key = keyOf(activity)
  const queryKey = ['activities.show', key]
  return useMutation<object, Error, Note>({
    mutationFn: (note) => command('activities.mark', { ...key, ...note }),
    // One after another: the last tap on a name is the one that counts.
    scope: { id: activity.activityId },
    onMutate: async (note) => {
      await client.cancelQueries({ queryKey })
      client.setQueryData<Activity>(queryKey, (now) => now && noted(now, note))
    },
    onSettled: async () => {
      if (client.isMutating() === 1) await client.invalidateQueries()
    },
  })
}

function noted(activity: Activity, { memberId, mark, isRemote }: Note): Activity {
  const way: Entry['way'] = isRemote && mark === 'present' ? 'remote' : 'rollCall'
  const roll = activity.roll.map((entry): Entry =>
    entry.memberId === memberId ? { ...entry, mark, way: mark ? way : null } : entry,
  )
  return { ...activity, roll }
}
