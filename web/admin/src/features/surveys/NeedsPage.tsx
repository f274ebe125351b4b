import type { EntryOf, Output } from '@zhixing/contract'
import { needStates } from '@zhixing/contract/survey-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Approve } from './Approve.tsx'

type Shown = Output<EntryOf<'surveys.needs'>>
type Need = Shown['rows'][number]
const size = 50
const required = [{ required: true, message: '没有填写' }]

const columns: Column<Need>[] = [
  {
    key: 'title',
    title: '需求',
    width: '12rem',
    narrow: true,
    cell: ({ needId, title }) => <LineLink open={needId}>{title}</LineLink>,
  },
  {
    key: 'reason',
    title: '从哪里来',
    width: 'minmax(10rem, 1fr)',
    cell: ({ surveyTitle, reason }) => `${surveyTitle}：${reason}`,
  },
  {
    key: 'support',
    title: '人数',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ support }) => support,
  },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state, itemId, lessons }) =>
      `${needStates[state]}${itemId ? '，已进计划' : ''}${lessons.length > 0 ? '，已开课' : ''}`,
  },
]

/** What surveys say is wanted, decided one by one, on its way into a plan. */
export function NeedsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open = '' } = useSearch({ from: '/shell/surveys/needs' })
  const change = useSearchChange()
  const answer = useAnswer('surveys.needs', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const need = shown.rows.find(({ needId }) => needId === open)
          return (
            <>
              <Sentence note="同意的进培训计划，计划项目上看得到是哪份问卷、多少人选的">
                培训需求 <Count of={shown.total} /> 条，待审 <Count of={shown.proposed} stress />{' '}
                条，已同意 <Count of={shown.approved} /> 条。
              </Sentence>
              {shown.rows.length === 0 ? (
                <Empty title="还没有培训需求" example="实用技术：128 人选，共 300 份答卷。">
                  需求调研结束后，在结果页把选得多的列入清单。
                </Empty>
              ) : (
                <>
                  <DataList
                    label="培训需求"
                    columns={columns}
                    rows={shown.rows}
                    keyOf={({ needId }) => needId}
                  />
                  <Pager page={page} size={size} total={shown.total} />
                </>
              )}
              <DetailPanel
                title={need?.title ?? ''}
                open={need !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {need ? (
                  <Detail key={`${open}:${String(need.version)}`} need={need} shown={shown} />
                ) : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Detail({ need, shown }: { need: Need; shown: Shown }) {
  const { surveyTitle, reason, cohort, state, note } = need
  return (
    <>
      <p>
        问卷：<LineLink to={`/surveys/${need.unitId}/${need.surveyId}`}>{surveyTitle}</LineLink>
      </p>
      <p>{reason}</p>
      <p>答卷的分组：{cohort}</p>
      <p>
        {needStates[state]}
        {note ? `：${note}` : ''}
        {need.itemId ? '；已进培训计划' : ''}
      </p>
      {need.planId && need.itemId ? (
        <p>
          <LineLink to={`/plans/${need.unitId}/${need.planId}?open=${need.itemId}`}>
            看计划项目
          </LineLink>
        </p>
      ) : null}
      {need.lessons.length > 0 ? (
        <ul aria-label="按它开的课">
          {need.lessons.map((lesson) => (
            <li key={`${lesson.classId}${lesson.day}${lesson.title}`}>
              {lesson.day} {lesson.title}，
              <LineLink to={`/classes/${lesson.unitId}/${lesson.classId}`}>
                {lesson.classTitle}
              </LineLink>
            </li>
          ))}
        </ul>
      ) : null}
      {shown.mayDecide && state === 'proposed' ? (
        <>
          <Approve need={need} />
          <Refuse need={need} />
        </>
      ) : null}
    </>
  )
}

function Refuse({ need: { unitId, needId, version } }: { need: Need }) {
  return (
    <ActForm
      act="surveys.decideNeed"
      draft=""
      initial={{}}
      input={({ note }: { note: string }) => ({ unitId, needId, version, isApproved: false, note })}
      submit="不列入"
      done={() => undefined}
    >
      <Form.Item name="note" label="不列入的原因" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
