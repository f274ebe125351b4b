import { opinionAnswers } from '@zhixing/contract/procedure-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useParams } from '@tanstack/react-router'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from './Development.module.css'

type Values = { answer: keyof typeof opinionAnswers; text?: string; name: string }

/** What a department was asked, and nothing about the case behind it. */
export function QuestionPage() {
  const { code } = useParams({ from: '/public/questions/$code' })
  const answer = useAnswer('procedures.question', { code })
  const [isSent, setIsSent] = useState(false)
  return (
    <main className={styles.sheet}>
      <Answered answer={answer}>
        {({ department, question, dueOn, isAnswered }) => (
          <>
            <h1>请{department}答复</h1>
            <p>{question}</p>
            <p>请在 {dueOn} 前答复，只能答复一次。</p>
            {isSent || isAnswered ? (
              <p>已经答复，谢谢。</p>
            ) : (
              <ActForm
                act="procedures.answer"
                draft=""
                initial={{ answer: 'agree' }}
                input={({ text = '', ...values }: Values) => ({ ...values, text, code })}
                submit="答复"
                done={() => setIsSent(true)}
              >
                <Form.Item name="answer" label="意见">
                  <Radio.Group
                    options={keysOf(opinionAnswers).map((value) => ({
                      value,
                      label: opinionAnswers[value],
                    }))}
                  />
                </Form.Item>
                <Form.Item name="text" label="说明">
                  <Input.TextArea rows={4} maxLength={2000} />
                </Form.Item>
                <Form.Item
                  name="name"
                  label="答复人"
                  rules={[{ required: true, message: '写明答复人姓名' }]}
                >
                  <Input maxLength={40} />
                </Form.Item>
              </ActForm>
            )}
          </>
        )}
      </Answered>
    </main>
  )
}
