import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import styles from './Campaigns.module.css'
import type { Campaign } from './campaign.ts'

/** Expected beside actual: now, or as it was when it was summed up. */
export function Closing({ campaign }: { campaign: Campaign }) {
  const { outcome, until, can, campaignId, version, state } = campaign
  if (outcome)
    return (
      <div className={styles.part}>
        <p>
          {outcome.on} {outcome.byName}总结：{outcome.summary}
        </p>
        <Compared campaign={campaign} tally={outcome.tally} />
      </div>
    )
  return (
    <div className={styles.part}>
      <Compared campaign={campaign} tally={campaign.tally} />
      {can.manage && state === 'running' && thisDay() > until ? (
        <ActForm
          act="campaigns.close"
          draft={`campaign-close:${campaignId}`}
          initial={{}}
          input={({ summary }: { summary: string }) => ({ campaignId, version, summary })}
          submit="总结并存档"
          done={() => undefined}
        >
          <Form.Item name="summary" label="总结" rules={needed('写总结')}>
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={20000} />
          </Form.Item>
        </ActForm>
      ) : (
        <Empty title="还没有总结">{until} 结束以后，由部署单位总结，数字从那天起不再变动。</Empty>
      )}
    </div>
  )
}

function Compared({ campaign, tally }: { campaign: Campaign; tally: Campaign['tally'] }) {
  const { traits, targetPeople } = campaign
  const rows = [
    ['活动（次）', tally.asked, tally.held],
    ['回执（份）', tally.returnsDue, tally.returned],
    ...(traits.hasFindings ? [['整改销号（个）', tally.findings, tally.findingsClosed]] : []),
    ...(traits.hasTarget ? [['完成学习（人）', targetPeople ?? tally.people, tally.reached]] : []),
    ...(campaign.readings.length > 0 ? [['读完书目（人）', tally.people, tally.readers]] : []),
  ]
  return (
    <PlainTable
      columns={['项目', '预期', '实际']}
      rows={rows.map((row) =>
        row.map((one) => (typeof one === 'number' ? String(one) : (one ?? ''))),
      )}
    />
  )
}
