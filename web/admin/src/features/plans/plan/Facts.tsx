import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import styles from '../Plans.module.css'
import { FactsForm } from './FactsForm.tsx'
import type { Plan } from './plan.ts'

/** What the plan is for and against, and by which documents; a form while it is a draft. */
export function Facts({ plan }: { plan: Plan }) {
  if (plan.can.write) return <FactsForm plan={plan} />
  const { goals, goalReports, problems, basisSentences, expected, items } = plan
  if (goals.length === 0 && problems.length === 0)
    return <Empty title="没有写目标和问题">起草时写明要达到的能力目标和要解决的问题。</Empty>
  return (
    <div className={styles.part}>
      {expected ? <p>{expected}</p> : null}
      <h3>能力目标</h3>
      <ul>
        {goals.map(({ id, text, measure, target }) => (
          <li key={id}>
            {text}
            <small>
              衡量：{measure}
              {target ? `，${target}` : ''}
            </small>
            {goalReports
              .filter(({ goalId }) => goalId === id)
              .map((report) => (
                <small key={report.classId}>
                  {report.title}（{report.until}）：{report.actual}，
                  {report.isMet ? '达到了' : '没有达到'}
                </small>
              ))}
          </li>
        ))}
      </ul>
      <h3>要解决的问题，由哪些项目解决</h3>
      <ul>
        {problems.map(({ id, text, source }) => (
          <li key={id}>
            {text}
            <small>
              {source ? `来自${source}。` : ''}
              {items
                .filter(({ problemIds }) => problemIds.includes(id))
                .map(({ title }) => title)
                .join('、') || '还没有项目对应'}
            </small>
          </li>
        ))}
      </ul>
      <h3>落实哪些文件</h3>
      <ul>
        {basisSentences.map(({ taskId, sentence }) => (
          <li key={taskId}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
