import type { EntryOf, Output } from '@zhixing/contract'
import { studyRoles } from '@zhixing/contract/study-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page, Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { FilingPart } from './FilingPart.tsx'
import { Parts } from './Parts.tsx'
import { PlanPart } from './PlanPart.tsx'
import { percent, Quarters } from './Quarters.tsx'
import { SeatsForm } from './SeatsForm.tsx'
import { NewSession } from './SessionForm.tsx'
import { SessionPanel } from './SessionPanel.tsx'
import { sessionColumns } from './SessionsPage.tsx'
import styles from './StudyGroups.module.css'

export type Group = Output<EntryOf<'studyGroups.show'>>

/** One group's year: who sits there, what was planned and done, what is still owed. */
export function GroupPage() {
  const key = useParams({ from: '/shell/study-groups/$unitId/$groupId' })
  const { year, open } = useSearch({ from: '/shell/study-groups/$unitId/$groupId' })
  const change = useSearchChange()
  const answer = useAnswer('studyGroups.show', { ...key, ...(year ? { year } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(group) => (
          <>
            <Parts>
              <YearSelect year={group.year} />
            </Parts>
            <Headline group={group} />
            <Downloads group={group} />
            <Sittings group={group} />
            <Absentees group={group} />
            <PlanPart group={group} />
            <Members group={group} />
            <FilingPart group={group} />
            <Section title="依据">
              <PlainTable
                columns={['要求', '数', '依据']}
                rows={group.rules.map(({ name, value, clause }) => [name, value, clause])}
              />
            </Section>
          </>
        )}
      </Answered>
      <SessionPanel open={open} close={() => change({ open: undefined })} />
    </Page>
  )
}

function Headline({ group }: { group: Group }) {
  const [isPlanning, setIsPlanning] = useState(false)
  const { name, year, standing, mayManage, hearings, hearingsNeeded } = group
  const { held, halfDays, halfDaysNeeded, due, present, attendanceNeeded, observed } = standing
  const days = `${String(halfDays / 2)} 天${halfDaysNeeded > 0 ? `（要求 ${String(halfDaysNeeded / 2)} 天）` : ''}`
  const isShort = due > 0 && present / due < attendanceNeeded
  return (
    <>
      <Sentence
        note={`${name}，${String(year)} 年；到会率 ${percent(standing)}${isShort ? '，不足九成' : ''}；听取教育培训汇报 ${String(hearings)} 次，要求 ${String(hearingsNeeded)} 次`}
        step={
          mayManage ? (
            <Button type="primary" onClick={() => setIsPlanning(true)}>
              安排学习
            </Button>
          ) : null
        }
      >
        学习 <Count of={held} /> 次、{days}，被旁听 {observed} 次，
        {standing.overdue > 0 ? (
          <>
            逾期未报 <Count of={standing.overdue} stress /> 次。
          </>
        ) : (
          '一学一报没有逾期。'
        )}
      </Sentence>
      <p className={styles.line}>
        各季集体研讨：
        <Quarters quarters={standing.quarters} />
      </p>
      {isPlanning ? <NewSession group={group} close={() => setIsPlanning(false)} /> : null}
    </>
  )
}

function Downloads({ group: { unitId, groupId, year, plan } }: { group: Group }) {
  const at = `/api/study-groups/${unitId}/${groupId}/${String(year)}`
  return (
    <div className={styles.actions}>
      {plan ? <Button href={`${at}/plan`}>学习计划 .docx</Button> : null}
      <Button href={`${at}/archive`}>{year} 年档案 .zip</Button>
    </div>
  )
}

const size = 20

function Sittings({ group: { organizationId, groupId, year } }: { group: Group }) {
  const { page = 1 } = useSearch({ from: '/shell/study-groups/$unitId/$groupId' })
  const answer = useAnswer('studyGroups.sessions', { organizationId, groupId, year, page, size })
  return (
    <Section title="学习">
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <p>{year} 年还没有安排学习。</p>
          ) : (
            <>
              <DataList
                label="学习"
                columns={sessionColumns}
                rows={rows}
                keyOf={({ sessionId }) => sessionId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
    </Section>
  )
}

function Absentees({ group: { absentees } }: { group: Group }) {
  if (absentees.length === 0) return null
  return (
    <Section title={`缺席还没有补学的 ${String(absentees.length)} 人次`}>
      <PlainTable
        columns={['姓名', '哪次学习', '情况', '原因']}
        rows={absentees.map(({ name, title, mark, note }) => [name, title, mark, note])}
      />
      <p>补学后在那次学习的“点名与记录”里记补课。</p>
    </Section>
  )
}

function Members({ group }: { group: Group }) {
  const [isChanging, setIsChanging] = useState(false)
  const { seats, mayManage } = group
  const aside = mayManage ? <Button onClick={() => setIsChanging(true)}>调整成员</Button> : null
  return (
    <Section title={`成员 ${String(seats.length)} 人`} aside={aside}>
      <PlainTable
        columns={['姓名', '身份', '所在党支部']}
        rows={seats.map(({ name, role, organizationName }) => [
          name,
          studyRoles[role],
          organizationName,
        ])}
      />
      {isChanging ? <SeatsForm group={group} close={() => setIsChanging(false)} /> : null}
    </Section>
  )
}
