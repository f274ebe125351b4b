import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { Form, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'

function quarters() {
  const today = thisDay()
  const now = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1
  return Array.from({ length: 5 }, (_, back) => {
    const [year, quarter] = [Math.floor((now - back) / 4), ((now - back) % 4) + 1]
    const value = `${String(year)}-Q${String(quarter)}`
    return { value, label: `${String(year)} 年第${'一二三四'[quarter - 1] ?? ''}季度` }
  })
}

/** What the members of the branch read about a quarter, and what they have read so far. */
export function Publish({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('dues.publications', { organizationId })
  const choices = quarters()
  return (
    <DetailPanel title="公示收缴情况" open onClose={close}>
      <ActForm
        act="dues.publish"
        draft=""
        initial={{ quarter: choices[1]?.value ?? '' }}
        input={({ quarter }: { quarter: string }) => ({ organizationId, quarter })}
        submit="公示并通知本支部党员"
        done={() => undefined}
      >
        <Form.Item name="quarter" label="哪个季度">
          <Select options={choices} />
        </Form.Item>
      </ActForm>
      <Answered answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>还没有公示过。公示后党员在手机“我的党费”里看；数字有变可以再公示一次。</p>
          ) : (
            rows.map((one) => (
              <section key={one.quarter}>
                <h3>
                  {one.quarter.replace('-Q', ' 年第 ')} 季度，{one.byName}，{one.at.slice(0, 10)}
                  {one.edition > 1 ? `，第 ${String(one.edition)} 次` : ''}
                </h3>
                <PlainTable columns={one.columns} rows={one.rows} />
              </section>
            ))
          )
        }
      </Answered>
    </DetailPanel>
  )
}
