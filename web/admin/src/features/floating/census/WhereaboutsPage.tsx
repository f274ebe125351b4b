import { whereaboutsAnswers } from '@zhixing/contract/floating-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useParams } from '@tanstack/react-router'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { needed } from '../../../ui/form/needed.ts'
import styles from '../Floating.module.css'

type Values = { answer: keyof typeof whereaboutsAnswers; destination?: string; phone?: string }

/** Opened by the member from a message, without signing in: where they are, and nothing else. */
export function WhereaboutsPage() {
  const { code } = useParams({ from: '/public/whereabouts/$code' })
  const asked = useAnswer('floatingWork.whereabouts', { code })
  const [isSent, setIsSent] = useState(false)
  return (
    <main className={styles.sheet}>
      <Answered answer={asked}>
        {({ title, organizationName, name, isAway, destination, until, isAnswered }) => (
          <>
            <h1>{title}</h1>
            <p>
              {name}同志：{organizationName}请您核实现在在哪里。名册上
              {isAway ? `您在${destination || '外地'}` : '您在本地'}。
            </p>
            <p>请在 {until} 前答复，只能答复一次。</p>
            {isSent || isAnswered ? (
              <p>已经答复，谢谢。有变化请与党支部联系。</p>
            ) : (
              <ActForm
                act="floatingWork.sayWhereabouts"
                draft=""
                initial={{ answer: isAway ? 'away' : 'home', destination }}
                input={({ answer, destination: where = '', phone = '' }: Values) => ({
                  code,
                  answer,
                  destination: answer === 'away' ? where : '',
                  phone,
                })}
                submit="答复"
                done={() => setIsSent(true)}
              >
                <Form.Item name="answer" label="现在">
                  <Radio.Group options={choicesOf(whereaboutsAnswers)} />
                </Form.Item>
                <Form.Item noStyle dependencies={['answer']}>
                  {({ getFieldValue }) =>
                    getFieldValue('answer') === 'away' ? (
                      <Form.Item
                        name="destination"
                        label="在哪里（省、市、县）"
                        rules={needed('写明在哪里')}
                      >
                        <Input maxLength={100} />
                      </Form.Item>
                    ) : null
                  }
                </Form.Item>
                <Form.Item name="phone" label="联系电话（没有变化不填）">
                  <Input maxLength={40} inputMode="tel" />
                </Form.Item>
              </ActForm>
            )}
          </>
        )}
      </Answered>
    </main>
  )
}
