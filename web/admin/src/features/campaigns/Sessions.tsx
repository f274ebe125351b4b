import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import styles from './Campaigns.module.css'
import { countedText } from './campaign.ts'
import { PlainTable } from '../../ui/list/PlainTable.tsx'

const size = 20

/** The activities behind the numbers, with the reason where one does not count. */
export function Sessions(at: { campaignId: string; organizationId: string }) {
  const answer = useAnswer('campaigns.sessions', { ...at, size })
  return (
    <div className={styles.part}>
      <h3>已开展和已安排的活动</h3>
      <Answered answer={answer}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p>还没有。安排活动时在“集中教育”一栏选中要求，就会列在这里。</p>
          ) : (
            <PlainTable
              total={total}
              columns={['日期', '活动', '党支部', '属于', '是否计入']}
              rows={rows.map((row) => [
                row.day,
                row.title,
                row.organizationName,
                row.askTitle,
                countedText(row),
              ])}
            />
          )
        }
      </Answered>
    </div>
  )
}
