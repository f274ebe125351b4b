import { applicantStages } from '@zhixing/contract/development-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useOrganization } from '../../app/organization.ts'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { Wide } from '../../ui/Wide.tsx'
import styles from './Development.module.css'

const shown = keysOf(applicantStages).filter((key) => key !== 'ended' && key !== 'full')

/** Who stands in reserve, and of how many activists one was chosen. */
export function Pool({ year }: { year: number }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('development.pool', { organizationId, year })
  return (
    <section className={styles.part}>
      <h2>储备和择优</h2>
      <Answered answer={answer}>
        {({ rows }) => (
          <Wide label="储备和择优">
            <PlainTable
              columns={[
                '党组织',
                ...shown.map((key) => applicantStages[key]),
                '本年列为发展对象',
                '几选一',
                '本年接收',
                '本年转正',
              ]}
              rows={rows.map(({ name, stages, became, admitted, confirmed }) => [
                name,
                ...shown.map((key) => String(stages[key] ?? 0)),
                String(became),
                ratioOf((stages.activist ?? 0) + became, became),
                String(admitted),
                String(confirmed),
              ])}
            />
          </Wide>
        )}
      </Answered>
    </section>
  )
}

/** How many activists there were for each who was chosen. */
function ratioOf(from: number, chosen: number): string {
  return chosen === 0 ? '' : (from / chosen).toFixed(1)
}
