import { hoursText } from '../../../kernel/words.ts'

export type Standing = {
  readonly totalMinutes: number
  readonly missedMinutes: number
  readonly score: number | null
  readonly hasExam: boolean
}

type Limits = {
  readonly leave: { readonly value: readonly [number, number]; readonly clause: string }
  readonly pass: { readonly value: number; readonly clause: string }
}

/** Whether somebody graduates: who missed more than the share that is allowed, or failed the exam, does not. */
export function resultOf(
  { totalMinutes, missedMinutes, score, hasExam }: Standing,
  { leave, pass }: Limits,
): { readonly result: 'passed' | 'failed'; readonly resultReason: string } {
  const [part, whole] = leave.value
  if (missedMinutes * whole > totalMinutes * part)
    return failed(
      `缺课 ${hoursText(missedMinutes)} 小时，超过总课时 ${hoursText(totalMinutes)} 小时的 ${part}/${whole}（${leave.clause}）`,
    )
  if (hasExam && (score ?? 0) < pass.value)
    return failed(`考试 ${score ?? 0} 分，合格分 ${pass.value} 分（${pass.clause}）`)
  return { result: 'passed', resultReason: '' }
}

function failed(resultReason: string) {
  return { result: 'failed', resultReason } as const
}
