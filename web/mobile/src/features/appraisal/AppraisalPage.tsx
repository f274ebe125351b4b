import type { EntryOf, Output } from '@zhixing/contract'
import { appraisalRoles, appraisalStages } from '@zhixing/contract/appraisal-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import { Others } from './Others.tsx'
import { Result } from './Result.tsx'
import { SelfRating } from './SelfRating.tsx'

export type Round = Output<EntryOf<'appraisal.mine'>>['rounds'][number]

/** What is asked of me in this year's appraisal, and what the years came to. */
export function AppraisalPage() {
  const answer = useAnswer('appraisal.mine', {})
  return (
    <SubPage title="民主评议" back="/me">
      <Answered answer={answer}>
        {({ rounds }) => {
          const [round, ...earlier] = rounds
          return (
            <>
              {round ? (
                <One round={round} />
              ) : (
                <>
                  <Empty title="还没有民主评议">
                    支部开展民主评议党员时，在这里自评、互评、看结果。
                  </Empty>
                  <Links />
                </>
              )}
              {earlier.map((one) => (
                <section key={one.appraisalId}>
                  <h2 className={rows.title}>{one.year} 年</h2>
                  {one.result ? <Result round={one} /> : <p>{appraisalStages[one.stage]}</p>}
                </section>
              ))}
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function Links() {
  return (
    <div className={form.acts}>
      <LinkButton to="/appraisal/talks">谈心谈话</LinkButton>
      <LinkButton to="/appraisal/shortcomings">我要整改的问题</LinkButton>
    </div>
  )
}

function One({ round }: { round: Round }) {
  const { unitId, year, stage, role, roleNote, rateUntil, others, self, ballotId, result } = round
  const left = others.filter(({ isRated }) => !isRated).length
  const isRating = stage === 'rating' && role !== 'excused'
  const note = `${round.organizationName} · ${appraisalRoles[role]}${roleNote ? `（${roleNote}）` : ''}`
  return (
    <>
      <Sentence note={isRating ? `${note} · ${monthDay(rateUntil)}前` : note}>
        {isRating ? (
          <>
            {year} 年民主评议：{self ? '已自评' : '还没有自评'}，还有{' '}
            <Count of={left} stress={left > 0} /> 位同志等您评。
          </>
        ) : (
          `${String(year)} 年民主评议：${appraisalStages[stage]}。`
        )}
      </Sentence>
      <Links />
      {ballotId ? (
        <LinkButton to={`/ballots/${unitId}/${ballotId}`}>去投无记名测评票</LinkButton>
      ) : null}
      {result ? <Result round={round} /> : null}
      {isRating ? (
        <>
          <SelfRating key={`self:${round.appraisalId}`} round={round} />
          <Others round={round} />
        </>
      ) : null}
    </>
  )
}
