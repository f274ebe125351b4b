import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { PlainTable } from '../list/PlainTable.tsx'

type Props = { unitId: string; noticeId: string; canRemind: boolean }

/** Who has read a notice and who has not; one press reminds only those. */
export function Receipts({ unitId, noticeId, canRemind }: Props) {
  const answer = useAnswer('notices.receipts', { unitId, noticeId, size: 200 })
  const remind = useAct('notices.remind')
  return (
    <Answered answer={answer}>
      {({ rows, people, read, total }) => (
        <>
          <p>
            {people} 人中 {read} 人已读，{people - read} 人未读。
          </p>
          {canRemind ? (
            <Button
              loading={remind.isPending}
              disabled={remind.isSuccess}
              onClick={() => remind.mutate({ unitId, noticeId })}
            >
              {remind.isSuccess ? '已再次提醒' : `提醒未读的 ${people - read} 人`}
            </Button>
          ) : null}
          <p role="alert">{remind.error?.message}</p>
          <PlainTable
            columns={['姓名', '组织', '已读时间']}
            rows={rows.map(({ name, organizationName, readAt }) => [
              name,
              organizationName,
              readAt ? moment(readAt) : '未读',
            ])}
            total={total}
          />
        </>
      )}
    </Answered>
  )
}
