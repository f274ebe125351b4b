import { askTopics } from '@zhixing/contract/campaign-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Campaigns.module.css'
import { ReturnForms } from './ReturnForms.tsx'
import type { Campaign } from './campaign.ts'

type Reading = Omit<Campaign['readings'][number], 'chapters'> & { chapters: string }
type Values = Pick<
  Campaign,
  'title' | 'goal' | 'from' | 'until' | 'phases' | 'asks' | 'returnForms'
> & { readings?: Reading[]; hours?: number | null; targetPeople?: number | null }

/** Everything that was arranged; once it runs, what was asked for can only be added to and moved. */
export function ArrangeForm({ campaign }: { campaign: Campaign }) {
  const { campaignId, version, traits, targetMinutes } = campaign
  const { message } = App.useApp()
  const phases = campaign.phases.map(({ phaseId, name }) => ({ value: phaseId, label: name }))
  return (
    <ActForm
      act="campaigns.change"
      draft=""
      initial={{
        ...campaign,
        hours: targetMinutes === null ? null : targetMinutes / 60,
        readings: campaign.readings.map(({ chapters, ...one }) => ({
          ...one,
          chapters: chapters.join('\n'),
        })),
      }}
      input={({ hours = null, readings = [], targetPeople = null, ...values }: Values) => ({
        ...values,
        campaignId,
        version,
        targetMinutes: hours === null ? null : Math.round(hours * 60),
        targetPeople,
        readings: readings.map(({ chapters, ...one }) => ({
          ...one,
          chapters: chapters
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        })),
      })}
      submit="保存安排"
      done={() => void message.success('已保存')}
    >
      <Form.Item name="title" label="名称" rules={needed('写明名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="goal" label="目的和要求" rules={needed('写明目的和要求')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <Span hasTarget={traits.hasTarget} />
      <Phases />
      <Asks phases={phases} />
      <Readings phases={phases} />
      <ReturnForms phases={phases} />
    </ActForm>
  )
}

function Span({ hasTarget }: { hasTarget: boolean }) {
  return (
    <div className={styles.days}>
      <Form.Item name="from" label="从哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      {hasTarget ? (
        <>
          <Form.Item name="hours" label="每人学时目标" rules={needed('写明学时')}>
            <InputNumber min={0.5} max={1000} step={0.5} />
          </Form.Item>
          <Form.Item name="targetPeople" label="培训人数目标（空着就是全体）">
            <InputNumber min={1} precision={0} />
          </Form.Item>
        </>
      ) : null}
    </div>
  )
}

function Phases() {
  return (
    <Form.List name="phases">
      {(fields, { add, remove }) => (
        <div className={styles.part}>
          <h3>阶段</h3>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${styles.group} ${styles.days}`}>
              <Form.Item name={[name, 'phaseId']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'name']} label="阶段名称" rules={needed('写明名称')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'from']} label="从哪天" rules={needed('选一天')}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'until']} label="到哪天" rules={needed('选一天')}>
                <Input type="date" />
              </Form.Item>
              {fields.length > 1 ? (
                <Button type="link" onClick={() => remove(name)}>
                  去掉
                </Button>
              ) : null}
            </div>
          ))}
          <Button onClick={() => add({ phaseId: newId(), name: '' })}>加一个阶段</Button>
        </div>
      )}
    </Form.List>
  )
}

type Props = { phases: { value: string; label: string }[] }

function Asks({ phases }: Props) {
  return (
    <Form.List name="asks">
      {(fields, { add, remove }) => (
        <div className={styles.part}>
          <h3>每个支部要开展的活动</h3>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${styles.group} ${styles.days}`}>
              <Form.Item name={[name, 'askId']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'title']} label="活动" rules={needed('写明活动')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'topic']} label="类型" rules={needed('选类型')}>
                <Select options={choicesOf(askTopics)} />
              </Form.Item>
              <Form.Item name={[name, 'phaseId']} label="阶段" rules={needed('选阶段')}>
                <Select options={phases} />
              </Form.Item>
              <Form.Item name={[name, 'count']} label="几次" rules={needed('写明次数')}>
                <InputNumber min={1} max={50} precision={0} />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button
            onClick={() => add({ askId: newId(), count: 1, phaseId: phases[0]?.value ?? '' })}
          >
            加一类活动
          </Button>
        </div>
      )}
    </Form.List>
  )
}

function Readings({ phases }: Props) {
  return (
    <Form.List name="readings">
      {(fields, { add, remove }) => (
        <div className={styles.part}>
          <h3>阅读书目</h3>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${styles.group} ${styles.days}`}>
              <Form.Item name={[name, 'taskId']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'title']} label="书名或文件" rules={needed('写明书名')}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'phaseId']} label="阶段" rules={needed('选阶段')}>
                <Select options={phases} />
              </Form.Item>
              <Form.Item name={[name, 'dueOn']} label="哪天前读完" rules={needed('选一天')}>
                <Input type="date" />
              </Form.Item>
              <Form.Item
                name={[name, 'chapters']}
                label="章节，一行一章"
                rules={needed('至少写一章')}
              >
                <Input.TextArea autoSize={{ minRows: 2 }} />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ taskId: newId(), phaseId: phases[0]?.value ?? '' })}>
            加一本
          </Button>
        </div>
      )}
    </Form.List>
  )
}
