import type { EntryOf, Output } from '@zhixing/contract'
import { tourLevels } from '@zhixing/contract/tour-words.ts'
import { sectors } from '@zhixing/contract/words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { CountField } from './fields.tsx'
import { Parts } from './Parts.tsx'
import styles from './Tours.module.css'
import { needed } from '../../ui/form/needed.ts'
import { usePage } from '../../ui/list/use-page.ts'

type Row = Output<EntryOf<'tours.series'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '系列',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: ({ seriesId, title }) => (
      <LineLink to={`/tours/coverage?series=${seriesId}`}>{title}</LineLink>
    ),
  },
  { key: 'by', title: '主办', width: 'minmax(8rem, 1fr)', cell: (row) => row.organizationName },
  {
    key: 'level',
    title: '对象',
    width: 'minmax(8rem, 1fr)',
    cell: ({ level, sectors: fields }) =>
      [level ? tourLevels[level] : '各级', ...fields.map((one) => sectors[one])].join('、'),
  },
  { key: 'until', title: '截止', width: '7rem', cell: ({ until }) => until },
  {
    key: 'held',
    title: '已讲/计划',
    width: '7rem',
    number: true,
    narrow: true,
    cell: ({ held, sessionsWanted }) => `${String(held)}/${String(sessionsWanted)}`,
  },
  {
    key: 'present',
    title: '党员人次',
    width: '6rem',
    number: true,
    cell: ({ present }) => present,
  },
]

/** Many sessions under one name, and how far each series is. */
export function SeriesPage() {
  const { organizationId } = useOrganization()
  const may = useMay()
  const [isStarting, setIsStarting] = useState(false)
  const [page] = usePage()
  const answer = useAnswer('tours.series', { organizationId, page, size })
  const step = may('tours.manage') ? (
    <Button type="primary" onClick={() => setIsStarting(true)}>
      开一个系列
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total, held: all }) =>
          total === 0 ? (
            <Empty
              title="还没有系列宣讲"
              example="“三新”讲习：村级 40 场，农村领域，已讲 12 场。"
              step={step}
            >
              分层级、分领域开一个系列，排送课时选它，场次和覆盖自动汇总。
            </Empty>
          ) : (
            <>
              <Sentence note="点系列看它的覆盖图" step={step}>
                {total} 个系列共讲 <Count of={all} /> 场。
              </Sentence>
              <DataList
                label="系列宣讲"
                columns={columns}
                rows={rows}
                keyOf={({ seriesId }) => seriesId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      {isStarting ? <Start close={() => setIsStarting(false)} /> : null}
    </Page>
  )
}

type Values = {
  title: string
  level?: keyof typeof tourLevels
  sectors?: (keyof typeof sectors)[]
  sessionsWanted: number
  from: string
  until: string
}

function Start({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  return (
    <DetailPanel title="开一个系列" open onClose={close}>
      <ActForm
        act="tours.startSeries"
        draft={`series:${organizationId}`}
        initial={{ sessionsWanted: 10 }}
        input={({ level, sectors: fields = [], ...values }: Values) => ({
          organizationId,
          formId,
          level: level ?? null,
          sectors: fields,
          ...values,
        })}
        submit="开始"
        done={close}
        cancel={close}
      >
        <Form.Item name="title" label="名称" rules={needed('写上名称')}>
          <Input maxLength={100} placeholder="例：“三新”大讲堂" />
        </Form.Item>
        <Form.Item name="level" label="对哪一级（不选就是各级）">
          <Select allowClear options={choicesOf(tourLevels)} />
        </Form.Item>
        <Form.Item name="sectors" label="哪些领域（不选就是各领域）">
          <Select mode="multiple" options={choicesOf(sectors)} />
        </Form.Item>
        <CountField name="sessionsWanted" label="计划几场" />
        <div className={styles.pair}>
          <Form.Item name="from" label="从哪天" rules={needed('选一天')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label="到哪天" rules={needed('选一天')}>
            <Input type="date" />
          </Form.Item>
        </div>
      </ActForm>
    </DetailPanel>
  )
}
