import { askTopics, returnLevels } from '@zhixing/contract/campaign-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import styles from './Campaigns.module.css'
import type { Campaign } from './campaign.ts'

/** What was arranged, phase by phase. */
export function Plan({ campaign }: { campaign: Campaign }) {
  const { goal, phases, asks, readings, returnForms, targetMinutes, targetPeople } = campaign
  return (
    <div className={styles.part}>
      <p>{goal}</p>
      {targetMinutes === null ? null : (
        <p>
          目标：每人 {hours(targetMinutes)} 学时
          {targetPeople === null ? '' : `，培训 ${String(targetPeople)} 人`}；
          {campaign.traits.counts}
          {campaign.traits.needsSelfStudy ? '，并读完书目' : ''}。
        </p>
      )}
      {phases.map(({ phaseId, name, from, until }) => (
        <section key={phaseId}>
          <h3>
            {name}（{from} 至 {until}）
          </h3>
          <ul>
            {asks
              .filter((one) => one.phaseId === phaseId)
              .map(({ askId, title, topic, count }) => (
                <li key={askId}>
                  {title}：每个支部 {count} 次<small>{askTopics[topic]}</small>
                </li>
              ))}
            {readings
              .filter((one) => one.phaseId === phaseId)
              .map(({ taskId, title, chapters, dueOn }) => (
                <li key={taskId}>
                  阅读《{title}》，{chapters.length} 章，{dueOn} 前
                  <small>{chapters.join('、')}</small>
                </li>
              ))}
            {returnForms
              .filter((one) => one.phaseId === phaseId)
              .map(({ returnFormId, form, by, dueOn }) => (
                <li key={returnFormId}>
                  {returnLevels[by]}报送“{form.title}”，{dueOn} 前
                  <small>{form.questions.map(({ title }) => title).join('、')}</small>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
