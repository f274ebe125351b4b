import { studyForms, studyPlanStates } from '@zhixing/contract/study-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import type { Group } from './GroupPage.tsx'
import details from '../../ui/Details.module.css'
import styles from './StudyGroups.module.css'

/** What is to be studied when, and which books are to be read; a read one says so. */
export function PlanPart({ group }: { group: Group }) {
  const [isWriting, setIsWriting] = useState(false)
  const { plan, standing, year, readIds, mayManage } = group
  const aside = mayManage ? (
    <Button onClick={() => setIsWriting(true)}>{plan ? '改计划' : '写计划'}</Button>
  ) : null
  return (
    <Section title={`${String(year)} 年度计划：${studyPlanStates[standing.plan]}`} aside={aside}>
      {plan ? (
        <>
          <p>{plan.intro}</p>
          <PlainTable
            columns={['月份', '专题', '形式', '主讲']}
            rows={plan.topics
              .toSorted((one, other) => one.month - other.month)
              .map(({ month, title, form, lead }) => [
                `${String(month)}月`,
                title,
                studyForms[form],
                lead,
              ])}
          />
          {plan.books.length > 0 ? (
            <PlainTable
              columns={['重要书目', '说明', '学习情况']}
              rows={plan.books.map(({ id, title, note }) => [
                title,
                note,
                readIds.includes(id) ? '已学' : '待学',
              ])}
            />
          ) : null}
        </>
      ) : (
        <p>还没有写。计划列明每个月的专题和重要书目，一年集体研讨不少于四次，审定后一月报备。</p>
      )}
      {isWriting ? <PlanForm group={group} close={() => setIsWriting(false)} /> : null}
    </Section>
  )
}

type Values = {
  intro?: string
  isAdopted?: boolean
  topics: {
    id: string
    month: number
    title: string
    form: keyof typeof studyForms
    lead?: string
  }[]
  books: { id: string; title: string; note?: string }[]
}

function PlanForm({ group, close }: { group: Group; close: () => void }) {
  const { unitId, groupId, year, plan } = group
  const version = plan?.version ?? 0
  const first = [2, 5, 8, 11].map((month) => ({ id: newId(), month, form: 'discussion' as const }))
  return (
    <DetailPanel title={`${String(year)} 年度计划`} open onClose={close}>
      <ActForm
        act="studyGroups.savePlan"
        draft={`study-plan:${groupId}:${String(year)}:${String(version)}`}
        initial={{
          intro: plan?.intro ?? '',
          isAdopted: Boolean(plan?.adoptedOn),
          topics: plan?.topics ?? first.map((topic) => ({ ...topic, title: '' })),
          books: plan?.books ?? [],
        }}
        input={({ isAdopted = false, topics, books, ...values }: Values) => ({
          unitId,
          groupId,
          year,
          version,
          isAdopted,
          topics,
          books,
          ...values,
        })}
        submit="保存"
        done={close}
        cancel={close}
      >
        <Form.Item name="intro" label="总体要求">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
        </Form.Item>
        <Topics />
        <Books />
        <Form.Item name="isAdopted" valuePropName="checked">
          <Checkbox>已经审定（组长主持审定后勾上）</Checkbox>
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}

function Topics() {
  return (
    <Form.List name="topics">
      {(fields, { add, remove }) => (
        <>
          <h3 className={details.title}>专题</h3>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.block}>
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              <Form.Item
                name={[name, 'title']}
                label={`专题 ${String(name + 1)}`}
                rules={needed('写上专题')}
              >
                <Input maxLength={100} />
              </Form.Item>
              <div className={styles.pair}>
                <Form.Item name={[name, 'month']} label="几月" rules={needed('写上月份')}>
                  <InputNumber min={1} max={12} precision={0} />
                </Form.Item>
                <Form.Item name={[name, 'form']} label="形式" rules={needed('选一种')}>
                  <Select options={choicesOf(studyForms)} />
                </Form.Item>
              </div>
              <Form.Item name={[name, 'lead']} label="主讲">
                <Input maxLength={200} />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉专题 {name + 1}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ id: newId(), month: 1, form: 'discussion' })}>
            加一个专题
          </Button>
        </>
      )}
    </Form.List>
  )
}

function Books() {
  return (
    <Form.List name="books">
      {(fields, { add, remove }) => (
        <>
          <h3 className={details.title}>重要书目</h3>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.block}>
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              <Form.Item
                name={[name, 'title']}
                label={`书目 ${String(name + 1)}`}
                rules={needed('写上书名')}
              >
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'note']} label="说明">
                <Input maxLength={200} />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉书目 {name + 1}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ id: newId(), title: '' })}>加一本</Button>
        </>
      )}
    </Form.List>
  )
}
