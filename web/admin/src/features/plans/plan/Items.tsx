import { deliveryModes, headings, trainingTypes } from '@zhixing/contract/plan-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { Light } from '../Light.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Plans.module.css'
import { ItemForm } from './ItemForm.tsx'
import type { Item, Plan } from './plan.ts'

/** What the plan will do, with the lights of each; a light opens to the sessions behind it. */
export function Items({ plan }: { plan: Plan }) {
  const { open } = useSearch({ from: '/shell/plans/$unitId/$planId' })
  const change = useSearchChange()
  const chosen = plan.items.find(({ itemId }) => itemId === open)
  return (
    <>
      {plan.items.length > 0 ? (
        <ul className={styles.lights}>
          {(['date', 'quality', 'count'] as const).map((key) => (
            <li key={key}>
              <Light light={plan.planLights[key].light} what={lightNames[key]} />：
              {plan.planLights[key].sentence}
            </li>
          ))}
        </ul>
      ) : null}
      {plan.can.change ? (
        <p className={details.acts}>
          <Button onClick={() => change({ open: 'new' })}>列入一个项目</Button>
        </p>
      ) : null}
      {plan.items.length === 0 ? (
        <Empty title="还没有培训项目" example="“支部书记示范班”：3 月，2 期，120 人，集中面授。">
          一个项目是一个班、一轮讲座或者一轮送学。写明目标和预期效果，办班时选它，进度自动算。
        </Empty>
      ) : (
        <DataList
          label="培训项目"
          columns={columns}
          rows={plan.items}
          keyOf={({ itemId }) => itemId}
        />
      )}
      <DetailPanel
        title={chosen?.title ?? '列入一个项目'}
        open={open === 'new' || chosen !== undefined}
        onClose={() => change({ open: undefined })}
      >
        {open === 'new' && plan.can.change ? (
          <ItemForm key="new" plan={plan} close={() => change({ open: undefined })} />
        ) : null}
        {chosen ? <ItemView key={chosen.itemId} plan={plan} item={chosen} /> : null}
      </DetailPanel>
    </>
  )
}

const lightNames = { date: '时间', quality: '质量', count: '人数' } as const

const columns: Column<Item>[] = [
  {
    key: 'title',
    title: '项目',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ itemId, title }) => <LineLink open={itemId}>{title}</LineLink>,
  },
  {
    key: 'type',
    title: '类别',
    width: '6rem',
    spare: true,
    cell: ({ type }) => trainingTypes[type],
  },
  {
    key: 'mode',
    title: '方式',
    width: '6rem',
    spare: true,
    cell: ({ mode }) => deliveryModes[mode].name,
  },
  {
    key: 'when',
    title: '时间',
    width: '8rem',
    cell: ({ from, until }) => `${from.slice(5)}—${until.slice(5)}`,
  },
  {
    key: 'held',
    title: '场次、人数',
    width: '9rem',
    number: true,
    cell: ({ held, sessions, persons }) =>
      `${held.sessions}/${sessions} 场 ${held.persons}/${persons} 人`,
  },
  {
    key: 'lights',
    title: '进度灯',
    width: '17rem',
    narrow: true,
    cell: ({ lights, cancelReason }) =>
      cancelReason === null ? (
        <>
          <Light light={lights.date.light} what="时间" />　
          <Light light={lights.quality.light} what="质量" />　
          <Light light={lights.count.light} what="人数" />
        </>
      ) : (
        `已取消：${cancelReason}`
      ),
  },
]

function ItemView({ plan, item }: { plan: Plan; item: Item }) {
  const change = useSearchChange()
  const goal = plan.goals.find(({ id }) => id === item.goalId)
  const problems = plan.problems.filter(({ id }) => item.problemIds.includes(id))
  const mayChange = plan.can.change && item.cancelReason === null
  return (
    <div className={styles.panel}>
      <ul>
        {(['date', 'quality', 'count'] as const).map((key) => (
          <li key={key}>
            <Light light={item.lights[key].light} what={lightNames[key]} />
            <small>{item.lights[key].sentence}</small>
          </li>
        ))}
      </ul>
      <Told item={item} goal={goal?.text} problems={problems.map(({ text }) => text)} />
      <Sessions item={item} />
      {mayChange ? (
        <>
          <h3>修改</h3>
          <ItemForm plan={plan} item={item} close={() => change({ open: undefined })} />
          <h3>取消这个项目</h3>
          <ActForm
            act="plans.cancelItem"
            draft=""
            initial={{}}
            input={({ reason }: { reason: string }) => ({
              unitId: item.unitId,
              planId: item.planId,
              itemId: item.itemId,
              version: item.version,
              reason,
            })}
            submit="取消项目"
            done={() => undefined}
          >
            <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
              <Input maxLength={200} />
            </Form.Item>
          </ActForm>
        </>
      ) : null}
    </div>
  )
}

type ToldProps = { item: Item; goal: string | undefined; problems: string[] }

function Told({ item, goal, problems }: ToldProps) {
  return (
    <ul>
      <li>
        {item.from} 至 {item.until}，{item.place || '地点待定'}
        <small>
          {trainingTypes[item.type]} · {headings[item.heading]} · {deliveryModes[item.mode].name} ·{' '}
          {hours(item.minutes)} 学时 · 对象：{item.audienceSentence}
        </small>
      </li>
      {item.unsuited.length > 0 ? (
        <li className={details.late}>
          这种方式不适合：{item.unsuited.join('、')}，请换一种或配送学
        </li>
      ) : null}
      {item.parts.map(({ title, isOnline, minutes }) => (
        <li key={title}>
          {isOnline ? '线上' : '线下'}：{title}，{hours(minutes)} 学时
        </li>
      ))}
      {goal ? <li>能力目标：{goal}</li> : null}
      {problems.map((text) => (
        <li key={text}>解决的问题：{text}</li>
      ))}
      {item.effect ? (
        <li>
          预期效果：{item.effect}
          <small>
            衡量：{item.measure}，到课率 {item.targetShare}%
          </small>
        </li>
      ) : null}
      {item.originSentence ? <li>来自：{item.originSentence}</li> : null}
    </ul>
  )
}

const size = 50

function Sessions({ item: { unitId, planId, itemId } }: { item: Item }) {
  const [page, setPage] = useState(1)
  const answer = useAnswer('plans.sessions', { unitId, planId, itemId, page, size })
  return (
    <>
      <h3>已开展和已安排的场次</h3>
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <p>还没有。办班或者安排活动时选这个项目，就会列在这里。</p>
          ) : (
            <>
              <PlainTable
                columns={['日期', '场次', '单位', '应到', '实到', '状态']}
                rows={rows.map((row) => [
                  row.day,
                  row.title,
                  row.organizationName,
                  String(row.due),
                  String(row.present),
                  row.isClosed ? '已办结' : '未办结',
                ])}
              />
              {total > size ? <Pager page={page} size={size} total={total} turn={setPage} /> : null}
            </>
          )
        }
      </Answered>
    </>
  )
}
