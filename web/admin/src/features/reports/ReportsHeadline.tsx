import type { EntryOf, Output } from '@zhixing/contract'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import type { ReactNode } from 'react'

type Props = { list: Output<EntryOf<'reports.list'>>; step: ReactNode }

export function ReportsHeadline({ list, step }: Props) {
  const { draft, signed, edited, submitted } = list.counts
  const all = draft + signed + edited + submitted
  const open = draft + edited
  return (
    <Sentence note={`${list.organizationName}及下级的年度党员教育管理工作汇报`} step={step}>
      共 <Count of={all} /> 份汇报，
      {open > 0 ? (
        <>
          还有 <Count of={open} stress /> 份没有签发，
        </>
      ) : (
        '都已签发，'
      )}
      已报送 <Count of={submitted} /> 份。
    </Sentence>
  )
}
