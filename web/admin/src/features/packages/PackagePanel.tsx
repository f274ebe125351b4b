import type { EntryOf, Output } from '@zhixing/contract'
import { lessonStates } from '@zhixing/contract/package-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { newId } from '@zhixing/kit/new-id.ts'
import { App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ConfirmByName } from '../../ui/ConfirmByName.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { CourseSelect } from './CourseSelect.tsx'
import styles from './Packages.module.css'

type Shown = Output<EntryOf<'packages.show'>>
type Props = { unitId: string; packageId: string; close: () => void }

/** The lessons of one package, and how far everybody is. */
export function PackagePanel({ unitId, packageId, close }: Props) {
  const answer = useAnswer('packages.show', { unitId, packageId, size: 200 })
  return (
    <Answered answer={answer}>
      {(shown) => (
        <div className={styles.panel}>
          <p>
            SCORM {shown.edition}，{shown.learners} 人学过，{shown.done} 人学完过至少一课
          </p>
          <ol>
            {shown.outline.map(({ identifier, title }) => (
              <li key={identifier}>{title}</li>
            ))}
          </ol>
          {shown.results.total > 0 ? <h3>学习情况</h3> : null}
          <ul>
            {shown.results.rows.map((one) => (
              <li key={`${one.name}${one.lesson}${one.seenAt}`}>
                {one.name}：{one.lesson}，{lessonStates[one.state]}
                {one.score === null ? '' : `，${one.score} 分`}，{one.minutes} 分钟
                <small>
                  {one.organizationName}，{moment(one.seenAt)}
                </small>
              </li>
            ))}
          </ul>
          {shown.mayKeep ? <AddToCourse shown={shown} /> : null}
          {shown.mayKeep ? <Keeping shown={shown} close={close} /> : null}
        </div>
      )}
    </Answered>
  )
}

type Placed = { courseId: string; minutes: number }

function AddToCourse({ shown: { unitId, packageId, outline } }: { shown: Shown }) {
  const { message } = App.useApp()
  const [itemId] = useState(newId)
  return (
    <ActForm
      act="packages.addToCourse"
      draft=""
      initial={{ minutes: outline.length * 10 }}
      input={(values: Placed) => ({ ...values, unitId, packageId, itemId })}
      submit="放进课程"
      done={() => void message.success('已放进课程，课程审核发布后可学')}
    >
      <CourseSelect />
      <Form.Item name="minutes" label="学多少分钟">
        <InputNumber min={1} max={600} />
      </Form.Item>
    </ActForm>
  )
}

function Keeping({ shown, close }: { shown: Shown; close: () => void }) {
  const { unitId, packageId, version, title } = shown
  const [asking, setAsking] = useState(false)
  const { mutate, isPending } = useAct('packages.withdraw')
  return (
    <>
      <ActForm
        act="packages.rename"
        draft=""
        initial={{ title }}
        input={(values: { title: string }) => ({ ...values, unitId, packageId, version })}
        isSecond
        submit="改名"
        done={() => undefined}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: '写上名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
      </ActForm>
      <Button danger onClick={() => setAsking(true)}>
        下架
      </Button>
      {asking ? (
        <ConfirmByName
          question="下架这个课件包？"
          name={title}
          verb="下架"
          pending={isPending}
          confirm={() => mutate({ unitId, packageId, version }, { onSuccess: close })}
          cancel={() => setAsking(false)}
        >
          以后打不开了；学习记录保留。
        </ConfirmByName>
      ) : null}
    </>
  )
}
