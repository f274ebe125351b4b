import { headings } from '@zhixing/contract/plan-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Plans.module.css'
import { AudienceFields } from './AudienceFields.tsx'
import type { Plan } from './plan.ts'
import { needed } from '../../../ui/form/needed.ts'

type Topic = Omit<Plan['topics'][number], 'minMinutes' | 'audience'> & {
  hours: number
  audience?: Plan['topics'][number]['audience']
}
type Values = Pick<
  Plan,
  'title' | 'fromYear' | 'untilYear' | 'expected' | 'qualityTarget' | 'goals' | 'problems'
> & {
  topics?: Topic[]
  projects?: Plan['projects']
  tasks?: string[]
}

/** Everything of a plan besides its items and numbers, in one form. */
export function FactsForm({ plan }: { plan: Plan }) {
  const { unitId, planId, version } = plan
  const { message } = App.useApp()
  return (
    <ActForm
      act="plans.save"
      draft={`plan:${planId}`}
      initial={initialOf(plan)}
      input={(values: Values) => ({ unitId, planId, version, ...factsOf(values) })}
      submit="保存"
      done={() => void message.success('已保存')}
    >
      <Form.Item name="title" label="名称" rules={needed('写明名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="fromYear" label="从哪年">
        <InputNumber min={1921} max={2200} />
      </Form.Item>
      <Form.Item name="untilYear" label="到哪年">
        <InputNumber min={1921} max={2200} />
      </Form.Item>
      <Form.Item name="expected" label="总的预期">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="qualityTarget" label="到课率目标（%），质量灯按它判断">
        <InputNumber min={0} max={100} />
      </Form.Item>
      <Basis />
      <Goals />
      <Problems />
      <Topics />
      <Projects />
    </ActForm>
  )
}

function initialOf(plan: Plan): Partial<Values> {
  const { title, fromYear, untilYear, expected, qualityTarget, goals, problems } = plan
  return {
    title,
    fromYear,
    untilYear,
    expected,
    qualityTarget,
    goals,
    problems,
    topics: plan.topics.map(({ minMinutes, ...topic }) => ({ ...topic, hours: minMinutes / 60 })),
    projects: plan.projects,
    tasks: plan.basis.map(({ policyUnitId, policyId, taskId }) =>
      [policyUnitId, policyId, taskId].join(' '),
    ),
  }
}

function factsOf({ topics = [], tasks = [], ...values }: Values) {
  return {
    ...values,
    goals: values.goals.map((goal) => ({ ...goal, target: goal.target ?? '' })),
    problems: values.problems.map((problem) => ({ ...problem, source: problem.source ?? '' })),
    projects: (values.projects ?? []).map((one) => ({ ...one, key: one.key ?? null })),
    topics: topics.map(({ hours, audience = {}, isMandatory, ...topic }) => ({
      ...topic,
      audience,
      isMandatory: isMandatory ?? false,
      minMinutes: Math.round(hours * 60),
    })),
    basis: tasks.map((task) => {
      const [policyUnitId = '', policyId = '', taskId = ''] = task.split(' ')
      return { policyUnitId, policyId, taskId }
    }),
  }
}

/** Tasks of the documents that bind this place. */
function Basis() {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('policies.list', { organizationId, size: 200 })
  const options = (data?.rows ?? []).flatMap(({ unitId, policyId, title, tasks }) =>
    tasks.map(({ id, text }) => ({
      value: [unitId, policyId, id].join(' '),
      label: `${title}：${text}`,
    })),
  )
  return (
    <Form.Item name="tasks" label="落实哪些文件的任务（在政策文件库里登记）">
      <Select mode="multiple" options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}

function Goals() {
  return (
    <Lines name="goals" title="能力目标" add="加一个目标" blank={{ target: '' }}>
      {(at) => (
        <>
          <Form.Item name={[at, 'text']} label="学员应能做到什么" rules={needed('写明目标')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={[at, 'measure']} label="怎么衡量" rules={needed('写明办法')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={[at, 'target']} label="达到多少">
            <Input maxLength={200} placeholder="如：九成合格" />
          </Form.Item>
        </>
      )}
    </Lines>
  )
}

function Problems() {
  return (
    <Lines name="problems" title="要解决的问题" add="加一个问题" blank={{ source: '' }}>
      {(at) => (
        <>
          <Form.Item name={[at, 'text']} label="什么问题" rules={needed('写明问题')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={[at, 'source']} label="怎么发现的">
            <Input maxLength={200} placeholder="如：年度述职评议" />
          </Form.Item>
        </>
      )}
    </Lines>
  )
}

function Topics() {
  const blank = { heading: 'theory', isMandatory: true, hours: 4, audience: {} }
  return (
    <Lines name="topics" title="专题内容" add="加一个专题" blank={blank}>
      {(at) => (
        <>
          <Form.Item name={[at, 'title']} label="专题" rules={needed('写明专题')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={[at, 'heading']} label="课程主题">
            <Select options={choicesOf(headings)} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name={[at, 'hours']} label="每人不少于多少学时" rules={needed('写明学时')}>
            <InputNumber min={0} max={500} step={0.5} />
          </Form.Item>
          <Form.Item name={[at, 'isMandatory']} valuePropName="checked">
            <Checkbox>重点专题：批准后成为学习要求</Checkbox>
          </Form.Item>
          <AudienceFields name={[at, 'audience']} />
        </>
      )}
    </Lines>
  )
}

function Projects() {
  const blank = { key: null, targetPersons: 0, targetClasses: 0 }
  return (
    <Lines name="projects" title="重点工程" add="加一项工程" blank={blank}>
      {(at) => (
        <>
          <Form.Item name={[at, 'key']} hidden>
            <Input />
          </Form.Item>
          <Form.Item name={[at, 'name']} label="工程" rules={needed('写明名称')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={[at, 'targetPersons']} label="全年多少人">
            <InputNumber min={0} max={1_000_000} />
          </Form.Item>
          <Form.Item name={[at, 'targetClasses']} label="全年多少期">
            <InputNumber min={0} max={10_000} />
          </Form.Item>
        </>
      )}
    </Lines>
  )
}

type LinesProps = {
  name: string
  title: string
  add: string
  blank: object
  children: (at: number) => React.ReactNode
}

/** A list whose lines keep their ids, so that items can name them. */
function Lines({ name, title, add: word, blank, children }: LinesProps) {
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <section aria-label={title} className={styles.part}>
          <h3>{title}</h3>
          {fields.map(({ key, name: at }) => (
            <div key={key} className={styles.group}>
              <Form.Item name={[at, 'id']} hidden>
                <Input />
              </Form.Item>
              {children(at)}
              <Button onClick={() => remove(at)}>去掉</Button>
            </div>
          ))}
          <p className={details.acts}>
            <Button onClick={() => add({ ...blank, id: newId() })}>{word}</Button>
          </p>
        </section>
      )}
    </Form.List>
  )
}
