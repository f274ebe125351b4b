import type { Breakdown, EntryOf, Output, Question, Tally } from '@zhixing/contract'
import { scaleOf } from '@zhixing/contract/form-logic.ts'
import { breakdowns } from '@zhixing/contract/survey-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import { Chart } from '../../ui/chart/Chart.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { inOrder } from './groups.ts'
import { PickNeeds } from './PickNeeds.tsx'
import details from '../../ui/Details.module.css'
import styles from './Surveys.module.css'

type Survey = Output<EntryOf<'surveys.show'>>
type Shown = Output<EntryOf<'surveys.results'>>
const words = { unit: '份', value: '选了', rest: '' }

export function Results({ survey }: { survey: Survey }) {
  const { unitId, surveyId, isAnonymous } = survey
  const [breakdown, setBreakdown] = useState<Breakdown | null>(null)
  const answer = useAnswer('surveys.results', { unitId, surveyId, breakdown })
  return (
    <Answered answer={answer}>
      {(shown) => (
        <Section
          title="答卷结果"
          aside={
            isAnonymous ? null : (
              <Select
                aria-label="按什么分组看"
                placeholder="不分组"
                style={{ minWidth: '7rem' }}
                value={shown.breakdown}
                options={choicesOf(breakdowns)}
                onChange={setBreakdown}
              />
            )
          }
        >
          {shown.hidden ? (
            <p className={styles.note}>{shown.hidden}</p>
          ) : (
            <>
              <Export survey={survey} />
              <Shares shown={shown} />
              {shown.definition.questions.map((question) => (
                <One key={question.id} survey={survey} shown={shown} question={question} />
              ))}
            </>
          )}
        </Section>
      )}
    </Answered>
  )
}

function Export({ survey: { unitId, surveyId } }: { survey: Survey }) {
  const { mutate, isPending, error } = useAct('surveys.export')
  const take = (format: 'xlsx' | 'csv') =>
    mutate({ unitId, surveyId, format }, { onSuccess: ({ address }) => location.assign(address) })
  return (
    <div className={styles.bar}>
      <Button loading={isPending} onClick={() => take('xlsx')}>
        导出 Excel
      </Button>
      <Button loading={isPending} onClick={() => take('csv')}>
        导出 CSV
      </Button>
      <span className={details.late} role="alert">
        {error?.message}
      </span>
    </div>
  )
}

/** Satisfaction by group; what is below the line of the rules is marked. */
function Shares({ shown: { share, groups, lowShare, breakdown } }: { shown: Shown }) {
  if (share === null) return null
  const low = groups.filter(({ isLow }) => isLow)
  return (
    <>
      <p className={low.length > 0 ? styles.low : styles.note} role="status">
        总体得分率 {share}%
        {low.length > 0
          ? `；${low.map(({ name }) => name).join('、')}低于 ${String(lowShare)}%，请了解原因`
          : `，各组都不低于 ${String(lowShare)}%`}
        。
      </p>
      <PlainTable
        columns={[breakdown ? breakdowns[breakdown] : '分组', '答卷', '得分率']}
        rows={groups.map(({ name, answered, share: one }) => [
          name,
          answered === null ? '不足 5 份，不显示' : String(answered),
          one === null ? '' : `${String(one)}%`,
        ])}
      />
    </>
  )
}

type Written = Shown['texts'][number]
/** So many are listed by the server. */
const most = 100

type OneProps = { survey: Survey; shown: Shown; question: Question }

function One({ survey, shown, question }: OneProps) {
  const tally = shown.tallies.find(({ questionId }) => questionId === question.id)
  const texts = shown.texts.find(({ questionId }) => questionId === question.id)
  const bars = tally ? barsOf(question, tally) : []
  const isPickable =
    survey.mayManage && survey.state === 'ended' && ['single', 'multiple'].includes(question.kind)
  return (
    <Section
      title={question.title}
      aside={`${String(tally?.answered ?? 0)} 份${tally?.mean === null || tally === undefined ? '' : `，平均 ${String(tally.mean)}`}`}
    >
      {bars.length > 0 ? (
        <Chart label={question.title} words={words} points={bars} open={() => undefined} />
      ) : null}
      {bars.length > 0 ? <ByGroup shown={shown} question={question} /> : null}
      {texts ? <Texts shown={shown} question={question} all={texts} /> : null}
      {isPickable ? <PickNeeds survey={survey} question={question} /> : null}
    </Section>
  )
}

/** What was written, group by group where groups are told apart. */
function Texts({ shown, question, all }: Omit<OneProps, 'survey'> & { all: Written }) {
  const groups = inOrder(shown.groups).flatMap(({ key, name, texts }) => {
    const own = texts.find(({ questionId }) => questionId === question.id)
    return own && own.answered > 0 ? { key, name, ...own } : []
  })
  const told = groups.reduce((sum, { answered }) => sum + answered, 0)
  const isWhole = groups.length > 1 && told === all.answered
  const apart = isWhole ? groups : [{ key: 'all', name: '', ...all }]
  return apart.map(({ key, name, texts }) => (
    <div key={key}>
      {name ? <h3>{name}</h3> : null}
      <ul className={styles.texts}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {texts.length >= most ? (
        <p className={styles.note}>只列 {most} 条，全部在导出的表里。</p>
      ) : null}
    </div>
  ))
}

function ByGroup({ shown, question }: Omit<OneProps, 'survey'>) {
  const keys = marksOf(question)
  const groups = inOrder(shown.groups).filter(({ answered }) => answered !== null)
  if (groups.length < 2) return null
  return (
    <PlainTable
      columns={['分组', ...keys.map(({ name }) => name)]}
      rows={groups.map(({ name, tallies }) => {
        const counts = tallies.find(({ questionId }) => questionId === question.id)?.counts ?? {}
        return [name, ...keys.map(({ key }) => String(counts[key] ?? 0))]
      })}
    />
  )
}

function barsOf(question: Question, { counts }: Tally) {
  return marksOf(question).map(({ key, name }) => ({ label: name, value: counts[key] ?? 0 }))
}

function marksOf(question: Question): { key: string; name: string }[] {
  const { kind, options, rows } = question
  if (kind === 'scale')
    return scaleOf(question).map((mark) => ({ key: String(mark), name: `${String(mark)} 分` }))
  if (kind === 'matrix')
    return rows.flatMap((row) =>
      options.map(({ id, text }) => ({ key: `${row.id}|${id}`, name: `${row.text}：${text}` })),
    )
  return options.map(({ id, text }) => ({ key: id, name: text }))
}
