import type { CampaignFacts } from '@zhixing/contract'
import { addDays, daysBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { campaignKinds } from '@zhixing/contract/campaign-words.ts'
import type { Kind } from './kind.ts'

type Span = { readonly from: Day; readonly until: Day }

/** A campaign of a kind, filled in: its phases one after another over the days, what is asked, what is given back. */
export function draftOf(kind: Kind, { from, until }: Span, nextId: () => string): CampaignFacts {
  const spans = spread(
    kind.phases.map(({ share }) => share),
    { from, until },
  )
  const phases = kind.phases.map(({ name }, at) => ({
    phaseId: nextId(),
    name,
    ...(spans[at] ?? { from, until }),
  }))
  const phaseOf = (number: number) => phases[number] ?? { phaseId: '', until }
  return {
    title: `${from.slice(0, 4)}年${campaignKinds[kind.key]}`,
    goal: kind.purpose,
    from,
    until,
    phases,
    asks: kind.asks.map(({ phase, ...ask }) => ({
      ...ask,
      askId: nextId(),
      phaseId: phaseOf(phase).phaseId,
    })),
    readings: [],
    returnForms: kind.returnForms.map(({ phase, by, form }) => ({
      returnFormId: nextId(),
      phaseId: phaseOf(phase).phaseId,
      by,
      dueOn: phaseOf(phase).until,
      form,
    })),
    targetMinutes: kind.targetMinutes,
    targetPeople: null,
  }
}

/** Shares of the days, none of them less than a day where there are enough, the last one ends with the whole. */
export function spread(shares: readonly number[], { from, until }: Span): Span[] {
  const days = daysBetween(from, until) + 1
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let begun = 0
  return shares.map((_, at) => {
    const part = shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0) / whole
    const first = Math.min(begun, days - 1)
    const last = at === shares.length - 1 ? days - 1 : Math.max(first, Math.round(days * part) - 1)
    begun = last + 1
    return { from: addDays(from, first), until: addDays(from, Math.min(last, days - 1)) }
  })
}
