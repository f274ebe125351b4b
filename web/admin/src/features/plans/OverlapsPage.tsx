import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { PlanBar } from './PlanBar.tsx'
import styles from './Plans.module.css'

/** Pairs of items that call the same people for the same thing at nearly the same time. */
export function OverlapsPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/plans/overlaps' })
  const answer = useAnswer('plans.overlaps', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note="同一课程主题、时间相隔不到 30 天、对象中有相同的人，就列在这里。">
              检查了 {shown.year} 年 <Count of={shown.checked} /> 个项目，发现{' '}
              <Count of={shown.rows.length} stress={shown.rows.length > 0} /> 处可能重复。
            </Sentence>
            <PlanBar>
              <YearSelect year={shown.year} />
            </PlanBar>
            {shown.rows.length === 0 ? (
              <Empty title="没有重复的培训">计划里增加项目后会重新检查。</Empty>
            ) : (
              <ul className={styles.part}>
                {shown.rows.map(({ first, second, sentence }) => (
                  <li key={`${first.itemId}${second.itemId}`}>
                    <LineLink to={`/plans/${first.unitId}/${first.planId}?open=${first.itemId}`}>
                      {first.title}
                    </LineLink>
                    {' 与 '}
                    <LineLink to={`/plans/${second.unitId}/${second.planId}?open=${second.itemId}`}>
                      {second.title}
                    </LineLink>
                    <small>{sentence}</small>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
