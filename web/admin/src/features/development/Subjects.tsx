import { reviewFindings, reviewRelations, reviewWays } from '@zhixing/contract/development-words.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Development.module.css'
import { Scans } from './Scans.tsx'
import { keyOf, type Shown } from './shown.ts'

type Subject = Output<EntryOf<'development.subjects'>>['rows'][number]
type Props = { shown: Shown; close: () => void }

/** Whom the political review looked at and what came back; only for those who carry it out. */
export function Subjects({ shown }: { shown: Shown }) {
  const answer = useAnswer('development.subjects', keyOf(shown))
  const [open, setOpen] = useState<Subject>()
  const close = () => setOpen(undefined)
  const isNow = shown.next?.step === 'review'
  return (
    <Answered answer={answer}>
      {({ rows }) =>
        rows.length === 0 && !isNow ? null : (
          <section className={styles.part}>
            <h2>政治审查</h2>
            {rows.length === 0 ? <p>还没有审查对象；至少要有对本人的审查。</p> : null}
            <ul>
              {rows.map((one) => (
                <li key={one.subjectId} className={styles.task}>
                  <span>
                    {reviewRelations[one.relation]} {one.name}：
                    {one.finding ? reviewFindings[one.finding] : '等待回复'}
                    <small>
                      {reviewWays[one.way]}，向{one.askedOf}了解，{one.askedOn} 发出
                      {one.repliedOn ? `，${one.repliedOn} 回复：${one.reply}` : ''}
                    </small>
                  </span>
                  {isNow && one.finding === null ? (
                    <Button size="small" onClick={() => setOpen(one)}>
                      登记回复
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            <DetailPanel
              title={open ? `${reviewRelations[open.relation]} ${open.name}` : ''}
              open={open !== undefined}
              onClose={close}
            >
              {open ? <ReplyForm shown={shown} subject={open} close={close} /> : null}
            </DetailPanel>
          </section>
        )
      }
    </Answered>
  )
}

const optionsOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  keysOf(words).map((value) => ({ value, label: words[value] }))

type Asked = Pick<Subject, 'relation' | 'name' | 'way' | 'askedOf' | 'askedOn'>

export function SubjectForm({ shown, close }: Props) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.addSubject"
      draft=""
      initial={{ relation: 'self', name: shown.name, way: 'talk', askedOn: thisDay() }}
      input={(values: Asked) => ({ ...keyOf(shown), ...values, formId })}
      submit="增加"
      done={close}
      cancel={close}
    >
      <p>姓名和回复加密保存，纪实里只写关系和结论。</p>
      <Form.Item name="relation" label="审查对象是本人的">
        <Select options={optionsOf(reviewRelations)} />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={needed('填姓名')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="way" label="怎样审查">
        <Select options={optionsOf(reviewWays)} />
      </Form.Item>
      <Form.Item name="askedOf" label="向谁了解" rules={needed('写明单位或组织')}>
        <Input maxLength={200} placeholder="例：青石镇党委" />
      </Form.Item>
      <Form.Item name="askedOn" label="发出日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
    </ActForm>
  )
}

type Reply = { repliedOn: string; finding: keyof typeof reviewFindings; reply: string }

function ReplyForm({ shown, close, subject }: Props & { subject: Subject }) {
  const [fileIds, setFileIds] = useState<string[]>([])
  return (
    <ActForm
      act="development.answerSubject"
      draft=""
      initial={{ repliedOn: thisDay(), finding: 'clear' }}
      input={(values: Reply) => ({
        ...keyOf(shown),
        ...values,
        subjectId: subject.subjectId,
        fileIds,
      })}
      submit="登记回复"
      done={close}
      cancel={close}
    >
      <Form.Item name="repliedOn" label="回复日期" rules={needed('选日期')}>
        <Input type="date" min={subject.askedOn} max={thisDay()} />
      </Form.Item>
      <Form.Item name="finding" label="结论">
        <Radio.Group options={optionsOf(reviewFindings)} />
      </Form.Item>
      <Form.Item name="reply" label="回复内容" extra="登记后不能改" rules={needed('写清回复内容')}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Scans change={setFileIds} />
    </ActForm>
  )
}
