import type { EntryOf, Output } from '@zhixing/contract'
import { deliveryModes, trainingTypes } from '@zhixing/contract/plan-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { PlanBar } from './PlanBar.tsx'
import styles from './Plans.module.css'

type Shown = Output<EntryOf<'plans.calendar'>>

/** Month by month what is to be taught, and how many sessions of each type the year holds. */
export function CalendarPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/plans/calendar' })
  const answer = useAnswer('plans.calendar', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence
              note={shown.types
                .map(
                  ({ type, sessions, held }) =>
                    `${trainingTypes[type]} ${sessions} 期（已办 ${held}）`,
                )
                .join('，')}
            >
              {shown.year} 年统筹安排 <Count of={sum(shown, 'sessions')} /> 期培训，已办{' '}
              <Count of={sum(shown, 'held')} /> 期。
            </Sentence>
            <PlanBar>
              <YearSelect year={shown.year} />
            </PlanBar>
            {shown.total > shown.rows.length ? (
              <p>
                只列最早的 {shown.rows.length} 项，全年 {shown.total} 项，请到下级组织看。
              </p>
            ) : null}
            <Months shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function sum({ types }: Shown, key: 'sessions' | 'held'): number {
  return types.reduce((all, one) => all + one[key], 0)
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

function Months({ shown }: { shown: Shown }) {
  if (shown.rows.length === 0)
    return (
      <Empty title="这一年还没有安排培训" step={<LinkButton to="/plans">看计划</LinkButton>}>
        在计划里列入项目，就会按开始的月份排在这里。
      </Empty>
    )
  return (
    <div className={styles.year}>
      {months.map((month) => {
        const first = `${shown.year}-${month}`
        const own = shown.rows.filter(({ from }) => startOf(from, shown.year) === first)
        return (
          <section key={month} className={styles.part} aria-label={`${Number(month)} 月`}>
            <h2>{Number(month)} 月</h2>
            {own.length === 0 ? <p>—</p> : null}
            <ul>
              {own.map((row) => (
                <li key={row.itemId}>
                  <LineLink to={`/plans/${row.unitId}/${row.planId}?open=${row.itemId}`}>
                    {row.title}
                  </LineLink>
                  <small>
                    {trainingTypes[row.type]} · {deliveryModes[row.mode].name} · {row.held}/
                    {row.sessions} 期 · {row.organizationName}
                    {row.isDraft ? '（未批准）' : ''}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** What began in an earlier year goes on from January. */
function startOf(from: string, year: number): string {
  return from < `${year}-01-01` ? `${year}-01` : from.slice(0, 7)
}
