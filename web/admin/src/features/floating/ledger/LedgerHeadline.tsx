import type { EntryOf, Output } from '@zhixing/contract'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'

type Props = { counts: Output<EntryOf<'floating.list'>>['counts'] }

export function LedgerHeadline({ counts }: Props) {
  const { total, overdue, unregistered } = counts
  return (
    <Sentence note="联系间隔按原因、时长、去向分类确定，规则参数里可以从严；超期的排在前面">
      流动党员 <Count of={total.toLocaleString('zh-CN')} /> 人
      {overdue > 0 ? (
        <>
          ，
          <Link to="/floating" search={{ show: 'overdue' }}>
            <Count of={overdue} stress />
          </Link>{' '}
          人超期未联系
        </>
      ) : (
        '，都在联系期限内'
      )}
      {unregistered > 0 ? (
        <>
          ，
          <Link to="/floating" search={{ show: 'unregistered' }}>
            {unregistered}
          </Link>{' '}
          人去向未登记
        </>
      ) : null}
      。
    </Sentence>
  )
}
