import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { DerivationView } from '@zhixing/kit/ui/DerivationView.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { StandingMark } from '@zhixing/kit/ui/StandingMark.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'

/** How my hours were computed, entry by entry, and what else is asked of me. */
export function HoursPage() {
  const { requirement } = useSearch({ from: '/me/hours' })
  const answer = useAnswer('requirements.mine', requirement ? { requirement } : {})
  return (
    <SubPage title="我的学时" back="/me">
      <Answered answer={answer}>
        {(derivation) => {
          const { person, requirement: asked, others, year } = derivation
          return (
            <>
              <Sentence note={`${year} 年 · ${asked.sentence}`}>
                {person.times ? (
                  <>
                    {asked.name}：已完成 <Count of={person.times.done} /> 次。
                  </>
                ) : (
                  <>
                    {asked.name}：已学 <Count of={hours(person.doneMinutes)} /> 学时。
                  </>
                )}
              </Sentence>
              <DerivationView derivation={derivation} />
              <Waiting year={year} />
              {others.length > 0 ? <h2 className={rows.title}>我的其他要求</h2> : null}
              {others.map(({ key, name, standing }) => (
                <Link
                  key={key}
                  to="/me/hours"
                  search={key === 'memberHours' ? {} : { requirement: key }}
                  className={rows.row}
                >
                  <p className={rows.state}>
                    <span>{name}</span>
                    <StandingMark standing={standing} />
                  </p>
                </Link>
              ))}
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

/** Studied, but on a day that was full: posted once something of that day is taken back. */
function Waiting({ year }: { year: number }) {
  const { data } = useAnswer('ledgers.mine', { year })
  if (!data || data.waiting.length === 0) return null
  return (
    <>
      <h2 className={rows.title}>待记学时</h2>
      {data.waiting.map(({ waitingId, day, title, minutes, why }) => (
        <div key={waitingId} className={rows.row}>
          <p className={rows.state}>
            <span>{title}</span>
            <span>{hours(minutes)} 学时</span>
          </p>
          <small>
            {day}：{why}
          </small>
        </div>
      ))}
    </>
  )
}
