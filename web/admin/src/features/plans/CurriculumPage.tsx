import type { EntryOf, Output } from '@zhixing/contract'
import { curricula, headings } from '@zhixing/contract/plan-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { PlanBar } from './PlanBar.tsx'
import details from '../../ui/Details.module.css'
import { Wide } from '../../ui/Wide.tsx'

type Shown = Output<EntryOf<'plans.curriculum'>>

/** A full curriculum beside what was taught: what never was, by which methods the rest, and whether it was asked for. */
export function CurriculumPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/plans/curriculum' })
  const answer = useAnswer('plans.curriculum', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <PlanBar>
              <YearSelect year={shown.year} />
            </PlanBar>
            {shown.curricula.map((one) => (
              <Map key={one.key} one={one} />
            ))}
            <Methods shown={shown} />
            <Needs shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function neverOf(list: Shown['curricula'][number]['headings']) {
  return list.filter(({ sessions }) => sessions === 0)
}

function Headline({ shown }: { shown: Shown }) {
  const all = shown.curricula.filter(({ people }) => people > 0).flatMap((one) => one.headings)
  const never = neverOf(all).length
  return (
    <Sentence note="按已办结的培训和活动统计；安排活动时选上课程主题，就会计入。">
      完整课程 <Count of={all.length} /> 个主题，{shown.year} 年还有{' '}
      <Count of={never} stress={never > 0} /> 个从未讲过。
    </Sentence>
  )
}

function Map({ one }: { one: Shown['curricula'][number] }) {
  const { name, clause } = curricula[one.key]
  const never = neverOf(one.headings)
  return (
    <Section title={`${name}（对象 ${one.people} 人）`}>
      {one.people > 0 && never.length > 0 ? (
        <p className={details.late}>
          从未讲过：{never.map(({ heading }) => headings[heading]).join('、')}
        </p>
      ) : null}
      <Wide label="课程主题">
        <PlainTable
          columns={['课程主题', '列入计划', '已讲场次', '听讲人数', '合计学时']}
          rows={one.headings.map((row) => [
            headings[row.heading],
            String(row.planned),
            String(row.sessions),
            String(row.persons),
            hours(row.minutes),
          ])}
        />
      </Wide>
      <p>{clause}</p>
    </Section>
  )
}

function Methods({ shown: { methods } }: { shown: Shown }) {
  const [main] = methods.toSorted((one, other) => other.share - one.share)
  return (
    <Section title="用什么方法讲">
      {main && main.share >= 70 ? (
        <p className={details.late}>
          {main.share}% 的场次是“{main.method}”，方法单一，可以多安排研讨、现场教学。
        </p>
      ) : null}
      <PlainTable
        columns={['方法', '场次', '占比']}
        rows={methods.map(({ method, sessions, share }) => [method, String(sessions), `${share}%`])}
      />
    </Section>
  )
}

function Needs({ shown: { needs } }: { shown: Shown }) {
  return (
    <Section title="与需求对不对得上">
      {needs.asked === 0 ? (
        <p>今年还没有从调研列入计划的需求。</p>
      ) : (
        <>
          <p>
            调研列入的需求 {needs.asked} 项，已讲 {needs.delivered} 项，匹配度 {needs.share}%。
          </p>
          <PlainTable
            columns={['需求', '课程主题', '来自', '已讲场次']}
            rows={needs.rows.map((row) => [
              row.title,
              headings[row.heading],
              row.origin,
              String(row.sessions),
            ])}
          />
        </>
      )}
    </Section>
  )
}
