import type { EntryOf, Output } from '@zhixing/contract'
import { classKinds, classLevels, classStates } from '@zhixing/contract/class-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ApplyForm } from './ApplyForm.tsx'
import { ClassBar } from './ClassBar.tsx'
import { spanOf, type ClassRow } from './class.ts'

type Shown = Output<EntryOf<'classes.list'>>

const size = 50

/** The register of classes: how many there were, and for how many person-times. */
export function ClassesPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/classes' })
  const { year = Number(thisDay().slice(0, 4)), kind, state, special = false } = search
  const { text = '', page = 1, open } = search
  const change = useSearchChange()
  const answer = useAnswer('classes.list', {
    organizationId,
    year,
    isSpecial: special,
    text,
    page,
    size,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence
              note="期数和人次随报名自动变化；旁听的不计人次，取消的不计。"
              step={
                shown.mayKeep ? (
                  <Button type="primary" onClick={() => change({ open: 'new' })}>
                    申请办班
                  </Button>
                ) : null
              }
            >
              {year} 年培训班 <Count of={shown.total} /> 期，
              <Count of={shown.personTimes} /> 人次。
            </Sentence>
            <ClassBar>
              <Bar shown={shown} year={year} />
            </ClassBar>
            {shown.total === 0 ? <NoClasses /> : <Classes shown={shown} page={page} />}
            <DetailPanel
              title="办班申请"
              open={open === 'new' && shown.mayKeep}
              onClose={() => change({ open: undefined })}
            >
              <ApplyForm close={() => change({ open: undefined })} />
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Bar({ shown, year }: { shown: Shown; year: number }) {
  const { kind, state, special = false, text } = useSearch({ from: '/shell/classes' })
  const change = useSearchChange()
  return (
    <>
      <YearSelect year={year} />
      <Select
        aria-label="班次类型"
        style={{ minWidth: '12rem' }}
        allowClear
        placeholder="全部类型"
        value={kind}
        options={shown.kinds.map((one) => ({
          value: one.kind,
          label: `${classKinds[one.kind]} ${one.classes} 期 ${one.personTimes} 人次`,
        }))}
        onChange={(value?: string) => change({ kind: value, page: undefined })}
      />
      <Select
        aria-label="状态"
        style={{ minWidth: '8rem' }}
        allowClear
        placeholder="全部状态"
        value={state}
        options={Object.entries(classStates).map(([value, label]) => ({ value, label }))}
        onChange={(value?: string) => change({ state: value, page: undefined })}
      />
      <Checkbox
        checked={special}
        onChange={({ target }) => change({ special: target.checked || undefined, page: undefined })}
      >
        只看专题班
      </Checkbox>
      <SearchText label="按名称找" placeholder="名称" text={text} />
    </>
  )
}

const columns: Column<ClassRow>[] = [
  {
    key: 'title',
    title: '班次',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ unitId, classId, title }) => (
      <LineLink to={`/classes/${unitId}/${classId}`}>{title}</LineLink>
    ),
  },
  { key: 'kind', title: '类型', width: '10rem', cell: ({ kind }) => classKinds[kind] },
  {
    key: 'level',
    title: '层级',
    width: '7rem',
    spare: true,
    cell: ({ level }) => classLevels[level],
  },
  { key: 'span', title: '时间', width: '12rem', cell: (one) => spanOf(one) },
  {
    key: 'by',
    title: '举办',
    width: '9rem',
    spare: true,
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'people',
    title: '人数',
    width: '7rem',
    number: true,
    cell: ({ enrolled, people, waiting }) =>
      `${enrolled}/${people}${waiting > 0 ? `（候补 ${waiting}）` : ''}`,
  },
  {
    key: 'minutes',
    title: '课时',
    width: '4rem',
    spare: true,
    number: true,
    cell: ({ minutes }) => hours(minutes),
  },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state }) => classStates[state],
  },
]

function Classes({ shown, page }: { shown: Shown; page: number }) {
  return (
    <>
      <DataList
        label="培训班"
        columns={columns}
        rows={shown.rows}
        keyOf={({ classId }) => classId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}

function NoClasses() {
  return (
    <Empty
      title="这里还没有培训班"
      example="“党支部书记培训班”，6 月 10 日至 12 日，县委党校，50 人，三类标准每人每天 550 元以内。"
    >
      申请、审批、通知、报名、排课、点名、结业、结算、归档，一个班一页，从头办到尾。
    </Empty>
  )
}
