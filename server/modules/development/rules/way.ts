import type { applicantStages } from '@zhixing/contract/development-words.ts'

export type Stage = keyof typeof applicantStages
type Resolution = 'confirm' | 'extend' | 'cancel'

/** What passing a step makes of somebody; passing any other leaves them what they are. */
const passed: Readonly<Record<string, Stage>> = {
  activist: 'activist',
  targetFiled: 'target',
  approve: 'probationary',
}

/** Back among the activists, whose time goes on. */
const failed: Stage = 'activist'

export function stageAfter(stage: Stage, step: string, outcome: string): Stage {
  if (outcome === 'stop') return 'ended'
  if (outcome === 'failed') return failed
  if (step === 'confirmApprove' && outcome === 'confirm') return 'full'
  if (step === 'confirmApprove' && outcome === 'cancel') return 'ended'
  return outcome === 'pass' ? (passed[step] ?? stage) : stage
}

/** The stage at which somebody stands who has passed these steps. */
export function stageOf(steps: readonly string[]): Stage {
  return steps.reduce<Stage>((stage, step) => stageAfter(stage, step, 'pass'), 'applicant')
}

/** Decided by a meeting of the branch, with a vote. */
export function isVoted(step: string): boolean {
  return step === 'meeting' || step === 'confirmMeeting'
}

export function resolutionOf(outcome: string): Resolution | undefined {
  return (['confirm', 'extend', 'cancel'] as const).find((one) => one === outcome)
}

type Known = { readonly resolution: Resolution | null; readonly extendedOn: string | null }
type Limits = { readonly least: number; readonly most: number }

/** Why the end of probation cannot be decided so. */
export function refuseEnding(
  { resolution, extendedOn }: Known,
  { step, outcome, months }: { step: string; outcome: string; months: number | null },
  { least, most }: Limits,
) {
  const asked = resolutionOf(outcome)
  if (step === 'confirmApprove' && asked && asked !== resolution)
    return { reason: 'development.resolved', words: { 决议: sayResolution(resolution) } } as const
  if (step !== 'confirmMeeting' || asked !== 'extend') return undefined
  if (extendedOn) return { reason: 'development.extendedOnce', words: {} } as const
  if (months === null || months < least || months > most)
    return { reason: 'development.months', words: { 下限: least, 上限: most } } as const
  return undefined
}

function sayResolution(resolution: Resolution | null): string {
  if (resolution === 'extend') return '延长预备期'
  return resolution === 'cancel' ? '取消预备党员资格' : '按期转正'
}

/** What the applicant has to do themself, by the step that is next. */
export function tasksOf(step: string, stage: Stage): string[] {
  const own: Readonly<Record<string, string>> = {
    apply: '把手写的入党申请书交给党支部',
    talk: '等待党支部派人谈话，准备谈谈自己的入党动机',
    training: '按通知参加集中培训，修满规定学时',
    volunteer: '在入党介绍人指导下如实填写入党志愿书',
    oath: '参加入党宣誓',
    confirmApply: '预备期满前向党支部递交书面转正申请',
  }
  const always = stage === 'activist' || stage === 'target' || stage === 'probationary'
  return [...(own[step] ? [own[step]] : []), ...(always ? ['每季度交一份思想汇报'] : [])]
}

/** Inspected every half year: while cultivated, and on probation. */
export function isInspected(stage: Stage): boolean {
  return stage === 'activist' || stage === 'target' || stage === 'probationary'
}

type Entry = {
  readonly kind: string
  readonly minutes: number
  readonly facts: Readonly<Record<string, number | string>>
}

/** What somebody was trained, in minutes and in days: either may be enough. */
export function trainingOf(entries: readonly Entry[]): { minutes: number; days: number } {
  const held = entries.filter(({ kind }) => kind === 'training')
  return {
    minutes: held.reduce((all, { minutes }) => all + minutes, 0),
    days: held.reduce((all, { facts }) => all + Number(facts['days'] ?? 0), 0),
  }
}
