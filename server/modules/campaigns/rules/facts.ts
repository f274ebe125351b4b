import type { CampaignFacts, Reason } from '@zhixing/contract'
import { campaignKinds } from '@zhixing/contract/campaign-words.ts'
import type { Kind } from './kind.ts'

type Refused = { readonly reason: Reason; readonly words: Record<string, string> }

/** Why a campaign may not be arranged like this, or nothing if it may. */
export function refuseFacts(kind: Kind, facts: CampaignFacts): Refused | undefined {
  const { from, until } = facts
  const span = { 开始: from, 截止: until }
  if (until < from) return { reason: 'campaigns.days', words: span }
  const phase = facts.phases.find(
    (one) => one.from < from || one.until > until || one.until < one.from,
  )
  if (phase) {
    const words = { ...span, 阶段: phase.name, 从: phase.from, 到: phase.until }
    return { reason: 'campaigns.phaseDays', words }
  }
  const twice = firstTwice(partsOf(facts))
  if (twice) return { reason: 'campaigns.twice', words: { 名称: twice.title } }
  const phases = new Set(facts.phases.map(({ phaseId }) => phaseId))
  const lost = partsOf(facts).find(({ phaseId }) => !phases.has(phaseId))
  if (lost) return { reason: 'campaigns.phaseUnknown', words: { 名称: lost.title } }
  const late = partsOf(facts).find(({ dueOn }) => dueOn && (dueOn < from || dueOn > until))
  if (late?.dueOn) {
    const words = { ...span, 名称: late.title, 日期: late.dueOn }
    return { reason: 'campaigns.dueDay', words }
  }
  return refuseTarget(kind, facts)
}

function refuseTarget(kind: Kind, facts: CampaignFacts): Refused | undefined {
  const words = { 种类: campaignKinds[kind.key] }
  const { targetMinutes, targetPeople } = facts
  if (kind.targetMinutes !== null)
    return targetMinutes === null ? { reason: 'campaigns.targetMissing', words } : undefined
  return targetMinutes === null && targetPeople === null
    ? undefined
    : { reason: 'campaigns.target', words }
}

type Part = { id: string; phaseId: string; title: string; dueOn?: string }

function partsOf({ phases, asks, readings, returnForms }: CampaignFacts): Part[] {
  return [
    ...phases.map(({ phaseId, name }) => ({ id: phaseId, phaseId, title: name })),
    ...asks.map(({ askId, phaseId, title }) => ({ id: askId, phaseId, title })),
    ...readings.map(({ taskId, phaseId, title, dueOn }) => ({ id: taskId, phaseId, title, dueOn })),
    ...returnForms.map(({ returnFormId, phaseId, form: { title }, dueOn }) => ({
      id: returnFormId,
      phaseId,
      title,
      dueOn,
    })),
  ]
}

function firstTwice(parts: readonly Part[]): Part | undefined {
  const seen = new Set<string>()
  return parts.find(({ id }) => {
    const isKnown = seen.has(id)
    seen.add(id)
    return isKnown
  })
}

/** Once it runs, what was asked for stays asked for: days and numbers may move, nothing goes, nothing turns into another. */
export function refuseRunning(before: CampaignFacts, after: CampaignFacts): Refused | undefined {
  for (const { askId, topic, title } of before.asks)
    if (after.asks.find((one) => one.askId === askId)?.topic !== topic) return used(title)
  for (const reading of before.readings) {
    const same = after.readings.find(({ taskId }) => taskId === reading.taskId)
    const isSame =
      same?.title === reading.title &&
      same.dueOn === reading.dueOn &&
      same.chapters.join('\n') === reading.chapters.join('\n')
    if (!isSame) return used(reading.title)
  }
  for (const { returnFormId, by, form } of before.returnForms) {
    const same = after.returnForms.find((one) => one.returnFormId === returnFormId)
    const isSame = same?.by === by && wordingOf(same.form) === wordingOf(form)
    if (!isSame) return used(form.title)
  }
  return undefined
}

function used(title: string): Refused {
  return { reason: 'campaigns.inUse', words: { 名称: title } }
}

/** The same questions read the same, in whatever order their properties were kept. */
function wordingOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  )
}
