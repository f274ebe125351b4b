import type { EntryOf, Output } from '@zhixing/contract'
import { policyKinds, policyLevels } from '@zhixing/contract/plan-words.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import { PlanBar } from './PlanBar.tsx'
import styles from './Plans.module.css'
import { PolicyForm } from './PolicyForm.tsx'

export type Policy = Output<EntryOf<'policies.list'>>['rows'][number]

const size = 50

/** Documents that bind this place, their tasks, and the plans that carry them out. */
export function PoliciesPage() {
  const { organizationId } = useOrganization()
  const { all = false, open, adding = false } = useSearch({ from: '/shell/plans/policies' })
  const change = useSearchChange()
  const [page] = usePage()
  const answer = useAnswer('policies.list', { organizationId, all, page, size })
  const close = () => change({ open: undefined, adding: undefined })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const chosen = shown.rows.find(({ policyId }) => policyId === open)
          return (
            <>
              <Sentence note="规划、条例、意见及其任务；起草计划时选上落实哪一项任务。">
                现行文件给出 <Count of={shown.tasks} /> 项任务，
                <Count of={shown.open} stress={shown.open > 0} /> 项还没有计划落实。
              </Sentence>
              <Bar canKeep={shown.canKeep} />
              {shown.total === 0 ? (
                <Empty title="文件库是空的" example="“2024—2028年党员教育培训工作规划实施方案”。">
                  收入上级和本级的规划、意见，把要办的任务逐条列出，计划就能与它们对上。
                </Empty>
              ) : (
                <>
                  <DataList
                    label="政策文件"
                    columns={columns}
                    rows={shown.rows}
                    keyOf={({ policyId }) => policyId}
                  />
                  <Pager page={page} size={size} total={shown.total} />
                </>
              )}
              <DetailPanel
                title={chosen?.title ?? '收入文件'}
                open={adding || chosen !== undefined}
                onClose={close}
              >
                {adding ? <PolicyForm key="new" close={close} /> : null}
                {chosen ? (
                  <PolicyView
                    key={`${chosen.policyId}${chosen.version}`}
                    policy={chosen}
                    mayKeep={shown.canKeep}
                  />
                ) : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Bar({ canKeep }: { canKeep: boolean }) {
  const { all = false } = useSearch({ from: '/shell/plans/policies' })
  const change = useSearchChange()
  return (
    <PlanBar>
      <Checkbox
        checked={all}
        onChange={({ target }) => change({ all: target.checked || undefined, page: undefined })}
      >
        过期的也列出
      </Checkbox>
      {canKeep ? (
        <Button type="primary" onClick={() => change({ adding: true })}>
          收入文件
        </Button>
      ) : null}
    </PlanBar>
  )
}

const states = { coming: '未施行', inForce: '现行', past: '已过期' } as const

const columns: Column<Policy>[] = [
  {
    key: 'title',
    title: '文件',
    width: 'minmax(14rem, 1fr)',
    narrow: true,
    cell: ({ policyId, title }) => <LineLink open={policyId}>{title}</LineLink>,
  },
  { key: 'level', title: '层级', width: '5rem', cell: ({ level }) => policyLevels[level] },
  { key: 'kind', title: '种类', width: '8rem', spare: true, cell: ({ kind }) => policyKinds[kind] },
  {
    key: 'span',
    title: '起止',
    width: '13rem',
    cell: ({ from, until }) => `${from} 至 ${until ?? '长期'}`,
  },
  {
    key: 'tasks',
    title: '任务（已落实）',
    width: '8rem',
    number: true,
    cell: ({ tasks, carriedOut }) =>
      `${tasks.length}（${tasks.filter(({ id }) => carriedOut.some(({ taskId }) => taskId === id)).length}）`,
  },
  {
    key: 'state',
    title: '状态',
    width: '9rem',
    narrow: true,
    cell: ({ state, edition }) => `${states[state]}${edition > 1 ? ` · 第 ${edition} 版` : ''}`,
  },
]

function PolicyView({ policy, mayKeep }: { policy: Policy; mayKeep: boolean }) {
  const change = useSearchChange()
  return (
    <div className={styles.panel}>
      <p>
        {policy.issuer}
        {policy.number ? `，${policy.number}` : ''}，{policy.issuedOn} 印发
      </p>
      {policy.summary ? <p>{policy.summary}</p> : null}
      <ul>
        {policy.files.map((file) => (
          <li key={file.fileId}>
            <a href={fileAddress(file)}>{file.name}</a>
          </li>
        ))}
      </ul>
      <h3>任务和落实的计划</h3>
      {policy.carriers > policy.carriedOut.length ? (
        <p>共有 {policy.carriers} 份计划落实，每项任务列前几份。</p>
      ) : null}
      <ul>
        {policy.tasks.map(({ id, text }) => (
          <li key={id}>
            {text}
            {policy.carriedOut
              .filter(({ taskId }) => taskId === id)
              .map((plan) => (
                <small key={plan.planId}>
                  <LineLink to={`/plans/${plan.unitId}/${plan.planId}`}>
                    {plan.organizationName}：{plan.planTitle}
                  </LineLink>
                </small>
              ))}
          </li>
        ))}
      </ul>
      {policy.earlier.length > 0 ? (
        <>
          <h3>以前的版本</h3>
          <ul>
            {policy.earlier.map(({ edition, title, from, replacedOn }) => (
              <li key={edition}>
                第 {edition} 版：{title}
                <small>
                  {from} 起，{replacedOn} 由新版代替
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayKeep && policy.isOwn ? (
        <>
          <h3>更正或者换新版</h3>
          <PolicyForm policy={policy} close={() => change({ open: undefined })} />
        </>
      ) : null}
    </div>
  )
}
