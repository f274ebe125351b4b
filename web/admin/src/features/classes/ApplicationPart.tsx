import {
  classKinds,
  classLevels,
  classRoutes,
  classStates,
  classTracks,
} from '@zhixing/contract/class-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ApplyForm } from './ApplyForm.tsx'
import { CapTable } from './CapTable.tsx'
import { Decide } from './Decide.tsx'
import { EndClass } from './EndClass.tsx'
import { keyOf, type ClassState } from './class.ts'
import styles from './Classes.module.css'

/** What the class is for and what it may cost; and how it comes to be approved and announced. */
export function ApplicationPart({ state }: { state: ClassState }) {
  const { application, can } = state
  return (
    <Section title="申请与审批" aside={classStates[state.state]}>
      <Facts state={state} />
      <Plan state={state} />
      <CapTable label="预算" lines={state.lines} />
      {can.keep ? <Next state={state} /> : null}
      {state.state === 'submitted' && can.approve ? <Decide state={state} /> : null}
      {application.itinerary.length > 0 ? (
        <p>
          考察行程：
          {application.itinerary
            .map(({ day, place, purpose }) => `${day} ${place}（${purpose}）`)
            .join('；')}
        </p>
      ) : null}
    </Section>
  )
}

function Facts({ state }: { state: ClassState }) {
  const { application, reason } = state
  const facts: [string, string][] = [
    ['类型', `${classKinds[state.kind]} · ${classLevels[state.level]}`],
    ['目的', application.purpose],
    ['对象', application.audience],
    ['地点', application.place],
    ['路径', application.routes.map((route) => classRoutes[route]).join('、')],
    ['内容', application.tracks.map((track) => classTracks[track]).join('、')],
    ['报名截止', application.enrolBy],
    ['联系人', [application.contactName, application.contactPhone].filter(Boolean).join('，')],
    ['申请人', state.byName],
    ['审批意见', reason],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name}:`}>{value}</dd>,
        ])}
    </dl>
  )
}

/** What of the plan it carries out, what need that came from, and what it is to bring about. */
function Plan({ state: { planItem, application } }: { state: ClassState }) {
  const { goals } = application
  return (
    <>
      {planItem ? (
        <p>
          落实计划：
          <LineLink to={`/plans/${planItem.unitId}/${planItem.planId}?open=${planItem.itemId}`}>
            {planItem.title}
          </LineLink>
          （{planItem.planTitle}）{planItem.originSentence ? `。${planItem.originSentence}` : ''}
        </p>
      ) : null}
      {goals.length > 0 ? (
        <ul className={styles.checks} aria-label="培训目标">
          {goals.map(({ goal, measure }) => (
            <li key={goal}>
              <Shape name="ring" />
              <span>
                {goal} <small>{measure}</small>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** The one thing that whoever keeps the class may do with it now. */
function Next({ state }: { state: ClassState }) {
  const { open } = useSearch({ from: '/shell/classes/$unitId/$classId' })
  const change = useSearchChange()
  const { message } = App.useApp()
  const submit = useAct('classes.submit')
  const announce = useAct('classes.announce')
  const isOpen = state.state === 'draft' || state.state === 'returned'
  const key = keyOf(state)
  return (
    <>
      <div className={styles.actions}>
        {isOpen ? (
          <>
            <Button
              type="primary"
              loading={submit.isPending}
              onClick={() => submit.mutate({ ...key, version: state.version })}
            >
              {state.origin === 'higher' ? '登记' : '报请审批'}
            </Button>
            <Button onClick={() => change({ open: 'apply' })}>修改申请</Button>
          </>
        ) : null}
        {state.state === 'approved' ? (
          <Button
            type="primary"
            loading={announce.isPending}
            onClick={() =>
              announce.mutate(key, {
                onSuccess: ({ people }) => void message.success(`已通知 ${people} 人`),
              })
            }
          >
            发出通知
          </Button>
        ) : null}
        <Button href={`/api/classes/${key.unitId}/${key.classId}/notice`}>下载通知</Button>
        <EndClass state={state} />
      </div>
      <p className={styles.problem} role="alert">
        {submit.error?.message ?? announce.error?.message}
      </p>
      <DetailPanel
        title="修改申请"
        open={open === 'apply' && isOpen}
        onClose={() => change({ open: undefined })}
      >
        <ApplyForm state={state} close={() => change({ open: undefined })} />
      </DetailPanel>
    </>
  )
}
