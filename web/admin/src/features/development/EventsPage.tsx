import type { EntryOf, Output } from '@zhixing/contract'
import { applicantStages } from '@zhixing/contract/development-words.ts'
import { activityKinds } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'

type Event = Output<EntryOf<'development.events'>>['events'][number]

/** What the branch holds that people on the way may come to, and who of them came. */
export function EventsPage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('development.events', { organizationId })
  return (
    <Page>
      <Answered answer={answer}>
        {({ events }) => (
          <>
            <Sentence note="申请人听党课；积极分子还可参加主题党日；发展对象可列席支部党员大会；预备党员参加组织生活，没有表决权。">
              近两个月和今后一个月可以参加的活动 <Count of={events.length} /> 场。
            </Sentence>
            <DevelopmentBar />
            {events.length === 0 ? (
              <Empty title="没有培养对象可以参加的活动" example="学习党章专题党课，7月1日 9:00。">
                请先在左上角选一个党支部；支部安排党课、主题党日后，在这里登记培养对象到场。
              </Empty>
            ) : (
              events.map((event) => <EventRow key={event.activityId} event={event} />)
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

function EventRow({ event }: { event: Event }) {
  const { unitId, activityId, kind, title, startsAt, isOver, people } = event
  const may = useMay()
  const [chosen, setChosen] = useState<string[]>([])
  const { mutate, isPending, error } = useAct('development.attend')
  const open = people.filter(({ came }) => !came)
  const enter = () =>
    mutate({ unitId, activityId, applicantIds: chosen }, { onSuccess: () => setChosen([]) })
  return (
    <section className={styles.part}>
      <h2>
        {title}
        <small>
          {activityKinds[kind]}，{moment(startsAt)}
        </small>
      </h2>
      <p>{cameOf(event)}</p>
      {isOver && may('development.keep') && open.length > 0 ? (
        <div className={details.acts}>
          <Checkbox.Group
            value={chosen}
            onChange={(values) => setChosen(values.map(String))}
            options={open.map(({ applicantId, name, stage }) => ({
              value: applicantId,
              label: `${name}（${applicantStages[stage]}）`,
            }))}
          />
          <Button disabled={chosen.length === 0} loading={isPending} onClick={enter}>
            登记到场
          </Button>
        </div>
      ) : null}
      {error ? (
        <p className={details.problem} role="alert">
          {error.message}
        </p>
      ) : null}
    </section>
  )
}

function cameOf({ people, isOver }: Event): string {
  if (people.length === 0) return '现在没有处在可以参加这类活动阶段的培养对象。'
  const came = people.filter((one) => one.came).map(({ name }) => name)
  if (came.length > 0) return `到场：${came.join('、')}。`
  return isOver
    ? '还没有登记培养对象到场。'
    : `可以参加：${people.map(({ name }) => name).join('、')}。`
}
