type Sum = {
  readonly minutes: number
  readonly centralizedMinutes: number
  readonly onlineMinutes: number
}

const nothing: Sum = { minutes: 0, centralizedMinutes: 0, onlineMinutes: 0 }

/**
 * What a year's sum is worth where somebody goes on: of each kind so much as is not there already, so that whoever comes
 * back to where they once were brings only what came in between.
 */
export function carriedOver(there: Sum, here: Sum = nothing, percent = 100) {
  const rest = ({ minutes, centralizedMinutes, onlineMinutes }: Sum) =>
    minutes - centralizedMinutes - onlineMinutes
  const more = (was: number, has: number) => Math.max(0, Math.floor((was * percent) / 100) - has)
  return [
    {
      isCentralized: true,
      isOnline: false,
      minutes: more(there.centralizedMinutes, here.centralizedMinutes),
    },
    {
      isCentralized: false,
      isOnline: true,
      minutes: more(there.onlineMinutes, here.onlineMinutes),
    },
    { isCentralized: false, isOnline: false, minutes: more(rest(there), rest(here)) },
  ].filter(({ minutes }) => minutes > 0)
}
