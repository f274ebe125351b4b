import { enrolmentResults, enrolmentStates, learnerKinds } from '@zhixing/contract/class-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AddForms } from './AddForms.tsx'
import { GradeForm } from './GradeForm.tsx'
import { QuotaForm } from './QuotaForm.tsx'
import { keyOf, type ClassState, type Learner } from './class.ts'
import styles from './Classes.module.css'

type State = Learner['state']

/** Seats by organization, who has them, who waits in which place, who left. */
export function Enrolments({ state }: { state: ClassState }) {
  const { open } = useSearch({ from: '/shell/classes/$unitId/$classId' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const { quotas, can } = state
  const seats = quotas.reduce((sum, one) => sum + one.seats, 0)
  const aside = `名额 ${seats}/${state.people} 个，受益 ${state.beneficiaries} 人，其中非党员 ${state.outsiders} 人${
    state.observers > 0 ? `，旁听 ${state.observers} 人` : ''
  }`
  return (
    <Section title="名额与学员" aside={aside}>
      {quotas.length === 0 ? <p>还没有分配名额；分配以后才能发通知。</p> : null}
      <ul className={styles.checks}>
        {quotas.map((one) => (
          <li key={one.quotaId}>
            {one.organizationName}：{one.taken}/{one.seats}
            {one.waiting > 0 ? <small>候补 {one.waiting} 人</small> : null}
          </li>
        ))}
      </ul>
      {can.keep ? (
        <div className={styles.actions}>
          <Button onClick={() => change({ open: 'quotas' })}>分配名额</Button>
          <Button onClick={() => change({ open: 'add' })}>登记非党员学员</Button>
        </div>
      ) : null}
      <Roster state={state} />
      <DetailPanel title="分配名额" open={open === 'quotas' && can.keep} onClose={close}>
        <QuotaForm state={state} close={close} />
      </DetailPanel>
      <DetailPanel title="登记学员" open={open === 'add' && can.keep} onClose={close}>
        <AddForms state={state} close={close} />
      </DetailPanel>
    </Section>
  )
}

const size = 200

function Roster({ state }: { state: ClassState }) {
  const [chosen, setChosen] = useState<State | undefined>(undefined)
  const [graded, setGraded] = useState<Learner | undefined>(undefined)
  const answer = useAnswer('enrolments.list', {
    ...keyOf(state),
    page: 1,
    size,
    ...(chosen ? { state: chosen } : {}),
  })
  const mayGrade = state.can.keep && ['announced', 'completed'].includes(state.state)
  return (
    <Answered answer={answer}>
      {({ rows, counts, total }) => (
        <>
          <FilterChoices<State>
            choices={[
              {
                key: undefined,
                word: '全部',
                count: counts.enrolled + counts.waiting + counts.withdrawn,
              },
              { key: 'enrolled', word: '已录取', count: counts.enrolled },
              { key: 'waiting', word: '候补', count: counts.waiting },
              { key: 'withdrawn', word: '已退出', count: counts.withdrawn },
            ]}
            chosen={chosen}
            choose={setChosen}
          />
          {total > 0 ? (
            <DataList
              label="学员名册"
              columns={columnsFor(state, mayGrade ? setGraded : undefined)}
              rows={rows}
              keyOf={({ enrolmentId }) => enrolmentId}
            />
          ) : (
            <p>还没有人报名。</p>
          )}
          {total > size ? <p>只显示前 {size} 人，全部名册在档案里。</p> : null}
          <DetailPanel
            title={graded?.name ?? ''}
            open={graded !== undefined}
            onClose={() => setGraded(undefined)}
          >
            {graded ? (
              <GradeForm
                key={graded.enrolmentId}
                state={state}
                learner={graded}
                close={() => setGraded(undefined)}
              />
            ) : null}
          </DetailPanel>
        </>
      )}
    </Answered>
  )
}

function columnsFor(state: ClassState, grade?: (learner: Learner) => void): Column<Learner>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      width: '7rem',
      narrow: true,
      cell: (one) =>
        grade && one.state === 'enrolled' ? (
          <Button type="link" size="small" onClick={() => grade(one)}>
            {one.name}
          </Button>
        ) : (
          one.name
        ),
    },
    {
      key: 'branch',
      title: '党组织或单位',
      width: 'minmax(9rem, 1fr)',
      cell: ({ organizationName }) => organizationName,
    },
    {
      key: 'kind',
      title: '身份',
      width: '7rem',
      cell: ({ learnerKind }) => learnerKinds[learnerKind],
    },
    {
      key: 'state',
      title: '状态',
      width: '7rem',
      narrow: true,
      cell: ({ state: now, position }) =>
        position === null ? enrolmentStates[now] : `候补第 ${position}`,
    },
    {
      key: 'result',
      title: '成绩与结果',
      width: 'minmax(10rem, 2fr)',
      cell: ({ score, result, resultReason, outcome, reason }) =>
        [
          score === null ? '' : `${score} 分`,
          result ? enrolmentResults[result] : '',
          resultReason,
          outcome,
          reason,
        ]
          .filter(Boolean)
          .join('；'),
    },
    {
      key: 'leave',
      title: '办理',
      width: '5rem',
      cell: (one) => <Leave state={state} learner={one} />,
    },
  ]
}

function Leave({ state, learner }: { state: ClassState; learner: Learner }) {
  const { mutate, isPending, error } = useAct('enrolments.withdraw')
  if (!state.can.keep || state.state !== 'announced' || learner.state === 'withdrawn') return null
  const leave = { ...keyOf(state), enrolmentId: learner.enrolmentId, reason: '举办方调整' }
  return (
    <Button
      type="link"
      size="small"
      title={error?.message}
      loading={isPending}
      aria-label={`${learner.name}退出`}
      onClick={() => mutate(leave)}
    >
      {error ? '没有退成' : '退出'}
    </Button>
  )
}
