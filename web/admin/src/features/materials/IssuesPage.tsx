import type { EntryOf, Output } from '@zhixing/contract'
import { issueStates, titleKinds } from '@zhixing/contract/material-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from '../resources/Resources.module.css'
import { MaterialBar } from './MaterialBar.tsx'
import { needed } from './fields.tsx'

type Issue = Output<EntryOf<'materials.issues'>>['rows'][number]

const size = 50

const columns: Column<Issue>[] = [
  {
    key: 'title',
    title: '什么书',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ issueId, titleName }) => <LineLink open={issueId}>{titleName}</LineLink>,
  },
  {
    key: 'from',
    title: '谁发的',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: (row) => row.fromName,
  },
  {
    key: 'to',
    title: '发给谁',
    width: 'minmax(8rem, 1fr)',
    cell: ({ memberName, toName }) => memberName ?? toName,
  },
  {
    key: 'copies',
    title: '实收/发出',
    width: '6rem',
    narrow: true,
    cell: ({ received, copies }) =>
      `${received === null ? '—' : String(received)}/${String(copies)}`,
  },
  { key: 'on', title: '发出', width: '7rem', cell: ({ on }) => on },
  {
    key: 'state',
    title: '状态',
    width: '5rem',
    narrow: true,
    cell: ({ state }) => issueStates[state],
  },
]

/** What came and what went out, what nobody confirmed first. */
export function IssuesPage() {
  const { organizationId } = useOrganization()
  const { side = 'incoming', page = 1, open } = useSearch({ from: '/shell/materials/issues' })
  const change = useSearchChange()
  const answer = useAnswer('materials.issues', { organizationId, side, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, waiting }) => (
          <>
            <Sentence note="点清册数再签收；少了写明情况，照实收数进库存。没有签收的可以撤回。">
              {side === 'incoming' ? '发来的' : '发出的'} <Count of={total} /> 批，待签收{' '}
              <Count of={waiting} stress={waiting > 0} /> 批。
            </Sentence>
            <MaterialBar>
              <Select
                aria-label="发来的还是发出的"
                style={{ width: '8rem' }}
                value={side}
                onChange={(value) =>
                  change({ side: value === 'outgoing' ? value : undefined, page: undefined })
                }
                options={[
                  { value: 'incoming', label: '发来的' },
                  { value: 'outgoing', label: '发出的' },
                ]}
              />
            </MaterialBar>
            {total === 0 ? (
              <Empty
                title="还没有发放"
                example="红溪故事读本 12 册，县委发给东河村党支部，待签收。"
              >
                在书目里点开一种书，把库存发给下级组织或者党员。
              </Empty>
            ) : (
              <DataList
                label="发放签收"
                columns={columns}
                rows={rows}
                keyOf={(row) => row.issueId}
              />
            )}
            <Pager page={page} size={size} total={total} />
            <IssuePanel
              issue={rows.find(({ issueId }) => issueId === open)}
              close={() => change({ open: undefined })}
            />
          </>
        )}
      </Answered>
    </Page>
  )
}

function IssuePanel({ issue, close }: { issue: Issue | undefined; close: () => void }) {
  return (
    <DetailPanel title={issue?.titleName ?? '发放'} open={issue !== undefined} onClose={close}>
      {issue ? (
        <div className={styles.panel}>
          <p>
            {issue.on} {issue.fromName}（{issue.byName}）发给{issue.memberName ?? issue.toName}{' '}
            {titleKinds[issue.kind]} {issue.copies} 册，{issueStates[issue.state]}
            {issue.note ? `。说明：${issue.note}` : '。'}
          </p>
          {issue.receivedOn ? (
            <p>
              {issue.receivedOn} {issue.receivedBy}签收 {issue.received} 册
              {issue.answer ? `：${issue.answer}` : '。'}
            </p>
          ) : null}
          {issue.may.includes('confirm') ? <Confirm key={issue.version} issue={issue} /> : null}
          {issue.may.includes('withdraw') ? (
            <Withdraw key={`w${issue.issueId}`} issue={issue} />
          ) : null}
        </div>
      ) : null}
    </DetailPanel>
  )
}

function Confirm({ issue: { unitId, issueId, version, copies } }: { issue: Issue }) {
  return (
    <>
      <h3>签收</h3>
      <ActForm
        act="materials.confirm"
        draft=""
        initial={{ copies }}
        input={({ answer, ...values }: { copies: number; answer?: string }) => ({
          ...values,
          unitId,
          issueId,
          version,
          answer: answer ?? '',
        })}
        submit="签收"
        done={() => undefined}
      >
        <Form.Item name="copies" label="实收多少册" rules={needed('写上册数')}>
          <InputNumber min={0} max={copies} precision={0} />
        </Form.Item>
        <Form.Item name="answer" label="实收少于发出的，写明情况">
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}

function Withdraw({ issue: { unitId, issueId, version } }: { issue: Issue }) {
  return (
    <>
      <h3>撤回</h3>
      <ActForm
        act="materials.withdraw"
        draft=""
        initial={{}}
        input={({ reason }: { reason: string }) => ({ unitId, issueId, version, reason })}
        submit="撤回，回到库存"
        done={() => undefined}
      >
        <Form.Item name="reason" label="为什么" rules={needed('写明原因')}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
