import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import styles from './Development.module.css'
import { comparisonColumns } from './candidate-columns.tsx'

const size = 20

/** Activists whose year is over, branch by branch and side by side. */
export function ComparePage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/development/compare' })
  const answer = useAnswer('development.compare', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ ratio, clause, people, places: all, rows, total }) => (
          <>
            <Sentence
              note={`依据：${clause}。比例供支委会研究时参考，选谁由支部和上级按程序决定。`}
            >
              培养满期的 <Count of={people} /> 名，每 <Count of={ratio} /> 名择优一名，可列发展对象{' '}
              <Count of={all} /> 名。
            </Sentence>
            <DevelopmentBar />
            {total === 0 ? (
              <Empty title="还没有培养满期的积极分子" example="林新禾，积分 60，考察 2 次。">
                积极分子培养教育考察满一年后，在这里同一个支部的并列比较。
              </Empty>
            ) : (
              <>
                {rows.map(({ organizationId: id, name, places, candidates }) => (
                  <section key={id} className={styles.part}>
                    <h2>
                      {name}：{candidates.length} 名满期，可择优 {places} 名
                    </h2>
                    <DataList
                      label={`${name}择优比较`}
                      columns={comparisonColumns}
                      rows={candidates}
                      keyOf={({ applicantId }) => applicantId}
                    />
                  </section>
                ))}
                <Pager page={page} size={size} total={total} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
