import { dutyLevels, dutyRhythms } from '@zhixing/contract/duty-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { saidFor, type Template } from './duty.ts'
import styles from './Duties.module.css'

type Props = { template: Template; close: () => void }

export function TemplateDetail({ template, close }: Props) {
  const { statement, clause, level, post, rhythm, needsEvidence, from, until } = template
  return (
    <>
      <dl className={styles.facts}>
        <dt>内容</dt>
        <dd>{statement}</dd>
        <dt>依据</dt>
        <dd>{clause}</dd>
        <dt>谁承担</dt>
        <dd>
          {dutyLevels[level]}
          {posts[post]}（{saidFor(template)}）
        </dd>
        <dt>频次</dt>
        <dd>
          {dutyRhythms[rhythm]}，{needsEvidence ? '须附佐证材料' : '不要求佐证'}
        </dd>
        <dt>制定</dt>
        <dd>{template.organizationName}</dd>
        <dt>执行</dt>
        <dd>
          {from} 起{until ? `，${until} 停止` : ''}
        </dd>
      </dl>
      {template.mayWithdraw ? <Withdraw template={template} close={close} /> : null}
    </>
  )
}

function Withdraw({ template: { templateId }, close }: Props) {
  return (
    <ActForm
      act="duties.withdraw"
      draft={`duty-withdraw:${templateId}`}
      initial={{ until: thisDay(), reason: '' }}
      input={(values: { until: string; reason: string }) => ({ templateId, ...values })}
      submit="停止执行"
      done={close}
    >
      <Form.Item name="until" label="自哪天起不再执行">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
