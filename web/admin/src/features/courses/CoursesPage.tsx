import type { EntryOf, Output } from '@zhixing/contract'
import {
  courseGenres,
  courseHonours,
  courseStates,
  freshnessStates,
} from '@zhixing/contract/course-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { CourseForm } from './CourseForm.tsx'
import { CoursePanel } from './CoursePanel.tsx'

type Row = Output<EntryOf<'courses.list'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '课程',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ courseId, title }) => <LineLink open={courseId}>{title}</LineLink>,
  },
  { key: 'genre', title: '类型', width: '6rem', cell: ({ genre }) => courseGenres[genre] },
  {
    key: 'from',
    title: '制作单位',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'minutes',
    title: '计学时（分）',
    width: '7rem',
    number: true,
    cell: ({ creditMinutes }) => creditMinutes,
  },
  {
    key: 'learners',
    title: '学完/在学',
    width: '7rem',
    number: true,
    narrow: true,
    cell: ({ done, learners }) => `${done}/${learners}`,
  },
  {
    key: 'marks',
    title: '称号与核对',
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: ({ honours, freshness }) =>
      [
        ...honours.map((honour) => courseHonours[honour]),
        ...(freshness ? [freshnessStates[freshness.state]] : []),
      ].join('、'),
  },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state }) => courseStates[state],
  },
]

/** The library as it stands here: what was made, what is being looked at, what others share. */
export function CoursesPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open, text, genre, state } = useSearch({ from: '/shell/courses' })
  const chosen = { text: text ?? '', genre: genre ?? null, state: state ?? null }
  const answer = useAnswer('courses.list', { organizationId, page, size, ...chosen })
  const change = useSearchChange()
  const [isMaking, setIsMaking] = useState(false)
  const may = useMay()
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <Headline
              rows={rows}
              total={total}
              make={may('courses.edit') ? () => setIsMaking(true) : undefined}
            />
            <Filters choices={<Choices genre={genre} state={state} />}>
              <SearchText label="搜索课程" placeholder="课程名" text={text} />
            </Filters>
            {total === 0 ? (
              <Empty
                title="还没有课程"
                example="“党章党规九讲”，4 节共 45 分钟，学完计 45 分钟，已有 310 人学完。"
              >
                本单位制作的课程、上级发布的和全县共享的课程会列在这里。
              </Empty>
            ) : (
              <DataList
                label="课程"
                columns={columns}
                rows={rows}
                keyOf={({ courseId }) => courseId}
              />
            )}
            <Pager page={page} size={size} total={total} />
          </>
        )}
      </Answered>
      <DetailPanel
        title="课程"
        open={open !== undefined}
        onClose={() => change({ open: undefined })}
      >
        {open ? <CoursePanel key={open} courseId={open} /> : null}
      </DetailPanel>
      {isMaking ? (
        <CourseForm
          close={() => setIsMaking(false)}
          done={(courseId) => {
            setIsMaking(false)
            change({ open: courseId })
          }}
        />
      ) : null}
    </Page>
  )
}

type HeadlineProps = { rows: Row[]; total: number; make: (() => void) | undefined }

function Headline({ rows, total, make }: HeadlineProps) {
  const waiting = rows.filter(({ state }) => state === 'inReview' || state === 'producing').length
  const stale = rows.filter(({ freshness }) => freshness && freshness.state !== 'fresh').length
  return (
    <Sentence
      note="学完自动记网络学时；共享的课程，哪个单位用了都有记录。"
      step={
        make ? (
          <Button type="primary" onClick={make}>
            新建课程
          </Button>
        ) : null
      }
    >
      可用和在制的课程 <Count of={total} /> 门
      {waiting > 0 ? (
        <>
          ，<Count of={waiting} stress /> 门等待办理
        </>
      ) : null}
      {stale > 0 ? (
        <>
          ，<Count of={stale} stress /> 门政策课程该核对
        </>
      ) : null}
      。
    </Sentence>
  )
}

type ChoicesProps = {
  genre: keyof typeof courseGenres | undefined
  state: keyof typeof courseStates | undefined
}

function Choices({ genre, state }: ChoicesProps) {
  const change = useSearchChange()
  return (
    <>
      <Select
        aria-label="类型"
        placeholder="全部类型"
        allowClear
        style={{ width: '9rem' }}
        value={genre ?? null}
        onChange={(value) => change({ genre: value ?? undefined, page: undefined })}
        options={keysOf(courseGenres).map((value) => ({ value, label: courseGenres[value] }))}
      />
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        style={{ width: '9rem' }}
        value={state ?? null}
        onChange={(value) => change({ state: value ?? undefined, page: undefined })}
        options={keysOf(courseStates).map((value) => ({ value, label: courseStates[value] }))}
      />
    </>
  )
}
