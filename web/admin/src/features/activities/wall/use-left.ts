import { useEffect, useState } from 'react'

/** Seconds until the code changes. The clock of this machine may be wrong: counted from when the code was first seen. */
export function useLeft(renewedAt: string, seconds: number): number {
  const [now, setNow] = useState(() => Date.now())
  const [seen, setSeen] = useState({ renewedAt, at: now, age: ageOf(renewedAt, now, seconds) })
  if (seen.renewedAt !== renewedAt) setSeen({ renewedAt, at: now, age: 0 })

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])

  const passed = seen.age + Math.max(0, now - seen.at) / 1000
  return Math.max(0, Math.ceil(seconds - passed))
}

/** How old the first code is, as far as this machine's clock can be believed. */
function ageOf(renewedAt: string, now: number, seconds: number): number {
  const age = (now - Date.parse(renewedAt)) / 1000
  return age >= 0 && age <= seconds ? age : 0
}
