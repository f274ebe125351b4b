import { addMinutes, dayOf } from '@zhixing/kit/format/clock.ts'

type Times = { startsAt: string; endsAt: string; month: string }

const half = 30 * 60_000

/** The same plan, begun at the last half hour that has struck. */
export function startingNow<Plan extends Times>(plan: Plan): Plan {
  const length = (Date.parse(plan.endsAt) - Date.parse(plan.startsAt)) / 60_000
  const startsAt = new Date(Math.floor(Date.now() / half) * half).toISOString()
  const month = dayOf(startsAt).slice(0, 7)
  return { ...plan, startsAt, endsAt: addMinutes(startsAt, length), month }
}
