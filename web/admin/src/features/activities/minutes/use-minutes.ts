import { command } from '@zhixing/kit/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { keyOf, type Activity } from '../state.ts'

const pauseMillis = 900

type Values = Pick<Activity, 'minutes' | 'resolution' | 'agenda'>

/**
 * What is being written, kept on the server whenever the writer pauses or leaves a field. Saves go one after another,
 * each with the version that the last one left; when somebody else was faster, nothing typed is lost and the page
 * says so.
 */
export function useMinutes(activity: Activity) {
  const client = useQueryClient()
  const [values, setValues] = useState<Values>(() => valuesOf(activity))
  const [status, setStatus] = useState('写完自动保存')
  const latest = useRef(values)
  const kept = useRef({ text: JSON.stringify(values), version: activity.version })
  const queue = useRef<Promise<number | undefined>>(Promise.resolve(activity.version))

  const pause = useRef<number>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])

  const type = (change: Partial<Values>) => {
    latest.current = { ...latest.current, ...change }
    setValues(latest.current)
    setStatus('还没有保存')
    clearTimeout(pause.current)
    pause.current = window.setTimeout(() => void saved(), pauseMillis)
  }
  const saved = () => {
    queue.current = queue.current.then(send, send)
    return queue.current
  }
  const send = async (): Promise<number | undefined> => {
    const text = JSON.stringify(latest.current)
    const version = versionRead()
    if (text === kept.current.text) return version
    try {
      const next = await command('activities.write', {
        ...keyOf(activity),
        ...latest.current,
        version,
      })
      kept.current = { text, version: next.version }
      setStatus('已保存')
      await client.invalidateQueries({ queryKey: ['activities.show'] })
      return next.version
    } catch (error) {
      setStatus(error instanceof Error ? `没有保存：${error.message}` : '没有保存')
      return undefined
    }
  }
  /** The plan may have been changed on this page meanwhile: what was written is still what was read. */
  const versionRead = () => {
    const now = client.getQueryData<Activity>(['activities.show', keyOf(activity)])
    const isSame = now && JSON.stringify(valuesOf(now)) === kept.current.text
    return isSame ? now.version : kept.current.version
  }
  const save = (change: Partial<Values> = {}) => {
    if (Object.keys(change).length > 0) type(change)
    void saved()
  }
  return { values, status, type, save, saved }
}

function valuesOf({ minutes, resolution, agenda }: Activity): Values {
  return { minutes, resolution, agenda }
}
