import { useEffect, useRef, useState } from 'react'

type Timed = { dueAt: string; now: string }

/** Seconds until the bell: the server says how many at the start, this clock only counts them down. */
export function useTimeLeft({ dueAt, now }: Timed, ring: () => void): number {
  const whole = Math.round((Date.parse(dueAt) - Date.parse(now)) / 1000)
  const [passed, setPassed] = useState(0)
  const bell = useRef(ring)
  useEffect(() => {
    bell.current = ring
  })
  useEffect(() => {
    const begun = performance.now()
    const timer = setInterval(() => {
      const seconds = Math.floor((performance.now() - begun) / 1000)
      setPassed(seconds)
      if (seconds < whole) return
      clearInterval(timer)
      bell.current()
    }, 1000)
    return () => clearInterval(timer)
  }, [whole])
  return Math.max(0, whole - passed)
}
