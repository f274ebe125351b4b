import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import styles from './Development.module.css'
import { comparisonColumns } from './candidate-columns.tsx'

/** Activists whose year is over, branch by branch and side by side. */
export function ComparePage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('development.compare', { organizationId })
  return (
    <Page>
      <Answered answer={answer}>
        {({ ratio, clause, branches }) => (
          <>
            <Sentence
              note={`依据：${clause}。比例供支委会研究时参考，选谁由支部和上级按程序决定。`}
            >
              培养满期的 <Count of={branches.reduce((all, { rows }) => all + rows.length, 0)} />{' '}
              名，每 <Count of={ratio} /> 名择优一名，可列发展对象{' '}
              <Count of={branches.reduce((all, { places }) => all + places, 0)} /> 名。
            </Sentence>
            <DevelopmentBar />
            {branches.length === 0 ? (
              <Empty title="还没有培养满期的积极分子" example="林新禾，积分 60，考察 2 次。">
                积极分子培养教育考察满一年后，在这里同一个支部的并列比较。
              </Empty>
            ) : (
              branches.map(({ organizationId: id, name, places, rows }) => (
                <section key={id} className={styles.part}>
                  <h2>
                    {name}：{rows.length} 名满期，可择优 {places} 名
                  </h2>
                  <DataList
                    label={`${name}择优比较`}
                    columns={comparisonColumns}
                    rows={rows}
                    keyOf={({ applicantId }) => applicantId}
                  />
                </section>
              ))
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
