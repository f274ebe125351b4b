import { headings } from '@zhixing/contract/plan-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Plans.module.css'
import { Wide } from '../../../ui/Wide.tsx'
import type { Plan } from './plan.ts'

/** What has to be studied by whom, and how far they are; the key projects beside their targets. */
export function Topics({ plan: { topicStates, projectStates } }: { plan: Plan }) {
  if (topicStates.length === 0 && projectStates.length === 0)
    return (
      <Empty title="还没有专题和重点工程">
        起草时可以从“农村党员”“党政机关党员”的内容模板开始，也可以自己加。
      </Empty>
    )
  return (
    <div className={styles.part}>
      <h3>专题内容</h3>
      <Wide label="专题内容">
        <PlainTable
          columns={['专题', '课程主题', '对象', '要求', '应学', '已完成', '完成率']}
          rows={topicStates.map((topic) => [
            topic.title,
            headings[topic.heading],
            topic.audienceSentence,
            topic.minMinutes === 0
              ? '不限学时'
              : `${topic.isMandatory ? '必学 ' : ''}${hours(topic.minMinutes)} 学时`,
            String(topic.people),
            topic.minMinutes === 0 ? '—' : String(topic.met),
            topic.minMinutes === 0 || topic.people === 0
              ? '—'
              : `${Math.round((topic.met / topic.people) * 100)}%`,
          ])}
        />
      </Wide>
      <p className={details.acts}>
        <LinkButton to="/requirements?requirement=planTopics">看谁还没有学够</LinkButton>
      </p>
      <h3>重点工程</h3>
      <Wide label="重点工程">
        <PlainTable
          columns={['工程', '目标人数', '目标期数', '列入计划', '已开展', '已训人数', '完成率']}
          rows={projectStates.map((project) => [
            project.name,
            String(project.targetPersons),
            String(project.targetClasses),
            `${project.plannedClasses} 期`,
            `${project.heldClasses} 期`,
            String(project.persons),
            `${project.share}%`,
          ])}
        />
      </Wide>
    </div>
  )
}
