import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import { PairPanel } from './PairPanel.tsx'
import { needed } from '../../ui/form/needed.ts'

type Row = Output<EntryOf<'mentoring.pairs'>>['rows'][number]

const size = 50
const columns: Column<Row>[] = [
  {
    key: 'who',
    title: '谁带谁',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ unitId, pairId, mentorName, learnerName }) => (
      <LineLink open={`${unitId}~${pairId}`}>
        {mentorName}带{learnerName}
      </LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: (row) => row.organizationName,
  },
  { key: 'goal', title: '学什么', width: 'minmax(9rem, 2fr)', cell: ({ goal }) => goal },
  {
    key: 'sessions',
    title: '带教',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ sessions }) => `${String(sessions)} 次`,
  },
  { key: 'last', title: '最近', width: '7rem', cell: ({ lastOn }) => lastOn ?? '还没有' },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    cell: ({ endedOn }) => (endedOn ? '已结束' : '进行中'),
  },
]

export function Pairs() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/mentoring' })
  const change = useSearchChange()
  const may = useMay()
  const [isJoining, setIsJoining] = useState(false)
  const answer = useAnswer('mentoring.pairs', { organizationId, page, size })
  const step = may('mentoring.manage') ? (
    <Button type="primary" onClick={() => setIsJoining(true)}>
      结一对
    </Button>
  ) : null
  return (
    <>
      <Answered answer={answer}>
        {({ rows, total, silent }) =>
          total === 0 ? (
            <Empty title="还没有结对" example="周师傅带吴新进：做群众工作，带教 6 次。" step={step}>
              老党员带新党员、能手带群众骨干；每次带教在手机上登记，另一方确认。
            </Empty>
          ) : (
            <>
              <Sentence note="登记的由另一方确认；说不属实的不计" step={step}>
                结对 <Count of={total} /> 对
                {silent > 0 ? (
                  <>
                    ，其中 <Count of={silent} stress /> 对三个月没有带教
                  </>
                ) : null}
                。
              </Sentence>
              <DataList
                label="结对带学"
                columns={columns}
                rows={rows}
                keyOf={({ pairId }) => pairId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      <PairPanel open={open} close={() => change({ open: undefined })} />
      {isJoining ? <Join close={() => setIsJoining(false)} /> : null}
    </>
  )
}

type Values = { mentor: string; learner: string; goal: string; from: string; until: string }
const idIn = (key: string) => key.split('~')[1] ?? ''

function Join({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  return (
    <DetailPanel title="结一对" open onClose={close}>
      <ActForm
        act="mentoring.join"
        draft={`pair:${organizationId}`}
        initial={{}}
        input={({ mentor, learner, ...values }: Values) => ({
          organizationId,
          mentorId: idIn(mentor),
          learnerId: idIn(learner),
          ...values,
        })}
        submit="结对并通知两人"
        done={close}
        cancel={close}
      >
        <Form.Item name="mentor" label="谁带" rules={needed('选带教的人')}>
          <MemberKeySelect organizationId={organizationId} />
        </Form.Item>
        <Form.Item name="learner" label="带谁" rules={needed('选学习的人')}>
          <MemberKeySelect organizationId={organizationId} />
        </Form.Item>
        <Form.Item name="goal" label="带什么、学什么" rules={needed('写明目标')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="from" label="从哪天" rules={needed('选一天')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label="到哪天" rules={needed('选一天')}>
          <Input type="date" />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
