import type { FormDefinition } from '@zhixing/contract'
import { returnLevels } from '@zhixing/contract/campaign-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { FormDesigner } from '../../ui/forms/FormDesigner.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Campaigns.module.css'

const fresh: FormDefinition = {
  title: '新的回执',
  intro: '',
  questions: [],
}

/** The forms that organizations give back; each is written in the designer. */
export function ReturnForms({ phases }: { phases: { value: string; label: string }[] }) {
  return (
    <Form.List name="returnForms">
      {(fields, { add, remove }) => (
        <div className={styles.part}>
          <h3>回执</h3>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${styles.group} ${styles.days}`}>
              <Form.Item name={[name, 'returnFormId']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'form']} label="回执表">
                <FormField />
              </Form.Item>
              <Form.Item name={[name, 'by']} label="谁报" rules={needed('选谁报')}>
                <Select options={choicesOf(returnLevels)} />
              </Form.Item>
              <Form.Item name={[name, 'phaseId']} label="阶段" rules={needed('选阶段')}>
                <Select options={phases} />
              </Form.Item>
              <Form.Item name={[name, 'dueOn']} label="哪天前报" rules={needed('选一天')}>
                <Input type="date" />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button
            onClick={() =>
              add({
                returnFormId: newId(),
                by: 'branch',
                phaseId: phases[0]?.value ?? '',
                form: fresh,
              })
            }
          >
            加一张回执
          </Button>
        </div>
      )}
    </Form.List>
  )
}

type FieldProps = { value?: FormDefinition; onChange?: (value: FormDefinition) => void }

function FormField({ value = fresh, onChange }: FieldProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        {value.title}（{value.questions.length} 题）
      </Button>
      <DetailPanel title="回执表" open={isOpen} onClose={() => setIsOpen(false)}>
        {isOpen ? <FormDesigner definition={value} change={(next) => onChange?.(next)} /> : null}
      </DetailPanel>
    </>
  )
}
