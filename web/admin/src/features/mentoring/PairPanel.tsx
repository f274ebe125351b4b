import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Form, Input } from 'antd'
import { useMay } from '../../app/me.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import details from '../../ui/Details.module.css'

const said = new Map<boolean | null, string>([
  [true, '另一方已确认'],
  [false, '另一方说不属实，不计'],
  [null, '等另一方确认'],
])

/** One pair with every session that was written down. */
export function PairPanel({ open, close }: { open: string | undefined; close: () => void }) {
  const [unitId = '', pairId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="结对带学" open={open !== undefined} onClose={close}>
      {open ? <Pair key={open} unitId={unitId} pairId={pairId} /> : null}
    </DetailPanel>
  )
}

function Pair(key: { unitId: string; pairId: string }) {
  const may = useMay()
  const answer = useAnswer('mentoring.pair', key)
  return (
    <Answered answer={answer}>
      {({ mentorName, learnerName, goal, from, until, endedOn, sessions, minutes, rows }) => (
        <>
          <h2>
            {mentorName}带{learnerName}{' '}
            <small>{endedOn ? `${endedOn} 结束` : `${from} 至 ${until}`}</small>
          </h2>
          <p>
            {goal}。带教 {sessions} 次，共 {minutes} 分钟。
          </p>
          {rows.length === 0 ? <p>还没有带教记录，两人可在手机“结对与锻炼”里登记。</p> : null}
          <ul className={details.log}>
            {rows.map(({ sessionId, on, minutes: length, text, byName, isTrue }) => (
              <li key={sessionId}>
                {text}
                <small>
                  {on}，{length} 分钟，{byName}登记，{said.get(isTrue)}
                </small>
              </li>
            ))}
          </ul>
          {may('mentoring.manage') && endedOn === null ? (
            <ActForm
              act="mentoring.endPair"
              draft=""
              initial={{}}
              input={({ reason }: { reason: string }) => ({ ...key, reason })}
              submit="结束结对"
              done={() => undefined}
            >
              <Form.Item
                name="reason"
                label="结果怎样"
                rules={[{ required: true, message: '写明结果' }]}
              >
                <Input maxLength={200} />
              </Form.Item>
            </ActForm>
          ) : null}
        </>
      )}
    </Answered>
  )
}
