import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Pager } from '../../ui/list/Pager.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Contest } from './ContestsPage.tsx'
import styles from './Quizzes.module.css'

type Round = Contest['rounds'][number]

const size = 100

/** The order of a round; of a speech, with the form in which a judge gives points. */
export function RoundPanel({ round, mayMark }: { round: Round; mayMark: boolean }) {
  const { unitId, quizId, kind } = round
  const [page, setPage] = useState(1)
  const answer = useAnswer('contests.ranking', { unitId, quizId, page, size })
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <div className={styles.panel}>
          {rows.length === 0 ? <p>还没有人参加。</p> : null}
          <ol>
            {rows.map(({ personId, rank, name, organizationName, score, seconds, judges }) => (
              <li key={personId}>
                第 {rank} 名 {name} <b>{score}</b> 分
                <small>
                  {organizationName}，
                  {seconds === null
                    ? `${judges} 位评委`
                    : `用时 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`}
                </small>
              </li>
            ))}
          </ol>
          {total > size ? <Pager page={page} size={size} total={total} turn={setPage} /> : null}
          {kind === 'speech' && mayMark ? <MarkForm round={round} /> : null}
        </div>
      )}
    </Answered>
  )
}

type Values = { member: string; points: number }

function MarkForm({ round: { unitId, quizId } }: { round: Round }) {
  const { organizationId } = useOrganization()
  const [text, setText] = useState('')
  const { data } = useAnswer('members.list', { organizationId, text, size: 20 })
  const options = (data?.rows ?? []).map((one) => ({
    value: `${one.unitId}:${one.memberId}`,
    label: `${one.name}（${one.organizationName}）`,
  }))
  return (
    <ActForm
      act="contests.mark"
      draft=""
      initial={{}}
      input={({ member, points }: Values) => {
        const [unitIdOfMember = '', memberId = ''] = member.split(':')
        return { unitId, quizId, unitIdOfMember, memberId, points }
      }}
      submit="打分"
      done={() => undefined}
    >
      <Form.Item name="member" label="选手" rules={[{ required: true, message: '选一名选手' }]}>
        <Select
          showSearch
          filterOption={false}
          onSearch={setText}
          options={options}
          placeholder="输入姓名或拼音"
        />
      </Form.Item>
      <Form.Item
        name="points"
        label="分数（0 至 100）"
        rules={[{ required: true, message: '写上分数' }]}
      >
        <InputNumber min={0} max={100} />
      </Form.Item>
    </ActForm>
  )
}
