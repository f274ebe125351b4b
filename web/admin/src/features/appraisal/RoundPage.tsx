import type { EntryOf, Output } from '@zhixing/contract'
import {
  appraisalGrades,
  appraisalRoles,
  appraisalStages,
} from '@zhixing/contract/appraisal-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import { AppraisalBar } from './AppraisalBar.tsx'
import { PersonView } from './PersonView.tsx'
import { Steps } from './Steps.tsx'

export type Round = Output<EntryOf<'appraisal.show'>>
type Row = Round['people'][number]

/** A branch's round: what comes next, what it still lacks, and everybody in it. */
export function RoundPage() {
  const key = useParams({ from: '/shell/appraisal/round/$unitId/$appraisalId' })
  const answer = useAnswer('appraisal.show', key)
  return (
    <Page>
      <Answered answer={answer}>{(round) => <Shown round={round} />}</Answered>
    </Page>
  )
}

function Shown({ round }: { round: Round }) {
  const { open } = useSearch({ from: '/shell/appraisal/round/$unitId/$appraisalId' })
  const change = useSearchChange()
  const { unitId, appraisalId, organizationName, year, stage, people, clauses, mayHold } = round
  const taking = people.filter(({ role }) => role !== 'excused')
  const person = people.find(({ memberId }) => memberId === open)
  return (
    <>
      <Sentence note={`依据：${clauses.join('、')}`}>
        {organizationName} {year} 年民主评议：{appraisalStages[stage]}。
        <Count of={taking.filter(({ hasSelf }) => hasSelf).length} />/{taking.length} 人已自评，
        优秀 <Count of={round.excellent} /> 人（最多 {round.excellentMost} 人）。
      </Sentence>
      <AppraisalBar />
      <Steps round={round} />
      <Section
        title={`参加评议的党员（${people.length}）`}
        aside={<Button href={`/api/appraisal/${unitId}/${appraisalId}/summary`}>下载汇总表</Button>}
      >
        <DataList
          label="参加评议的党员"
          columns={columnsOf(mayHold)}
          rows={people}
          keyOf={({ memberId }) => memberId}
        />
      </Section>
      <DetailPanel
        title={person?.name ?? '党员评议'}
        open={person !== undefined && mayHold}
        onClose={() => change({ open: undefined })}
      >
        {person && mayHold ? (
          <PersonView key={person.memberId} round={round} memberId={person.memberId} />
        ) : null}
      </DetailPanel>
    </>
  )
}

function columnsOf(mayHold: boolean): Column<Row>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      width: 'minmax(7rem, 1fr)',
      narrow: true,
      cell: ({ name, memberId }) => (mayHold ? <LineLink open={memberId}>{name}</LineLink> : name),
    },
    {
      key: 'role',
      title: '参加情况',
      width: 'minmax(9rem, 1fr)',
      cell: ({ role, roleNote }) => (
        <span title={roleNote}>
          {appraisalRoles[role]}
          {roleNote ? `（${roleNote}）` : ''}
        </span>
      ),
    },
    {
      key: 'group',
      title: '党小组',
      width: '7rem',
      spare: true,
      cell: ({ groupName }) => groupName,
    },
    {
      key: 'self',
      title: '自评',
      width: '5rem',
      narrow: true,
      cell: ({ hasSelf, role }) =>
        hasSelf ? (
          '已自评'
        ) : (
          <span className={details.late}>{role === 'excused' ? '' : '未自评'}</span>
        ),
    },
    {
      key: 'mutual',
      title: '互评',
      width: '5rem',
      number: true,
      cell: ({ mutual, raters }) => `${mutual}/${raters}`,
    },
    ...outcome,
  ]
}

const outcome: Column<Row>[] = [
  {
    key: 'votes',
    title: '测评（优/合/基/不）',
    width: '10rem',
    number: true,
    cell: ({ votes }) =>
      votes ? `${votes.excellent}/${votes.qualified}/${votes.basic}/${votes.failed}` : '',
  },
  {
    key: 'grade',
    title: '支部定等',
    width: '7rem',
    narrow: true,
    cell: ({ grade, isConcluded }) => gradeWords(grade, isConcluded),
  },
  {
    key: 'read',
    title: '反馈',
    width: '5rem',
    spare: true,
    cell: ({ readAt }) => (readAt ? '已看' : ''),
  },
]

function gradeWords(grade: Row['grade'], isConcluded: boolean): string {
  if (grade) return appraisalGrades[grade]
  return isConcluded ? '已评' : ''
}
