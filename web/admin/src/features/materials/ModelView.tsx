import type { EntryOf, Output } from '@zhixing/contract'
import { modelKinds, modelUses } from '@zhixing/contract/material-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useMay, useMe } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import details from '../../ui/Details.module.css'
import styles from '../resources/Resources.module.css'
import { needed } from './fields.tsx'

type Model = Output<EntryOf<'roleModels.show'>>
type Key = { unitId: string; modelId: string }

/** One role model: the deeds, what tells of them, and every time that served. */
export function ModelView(key: Key) {
  const answer = useAnswer('roleModels.show', key)
  return <Answered answer={answer}>{(model) => <View model={model} />}</Answered>
}

function View({ model }: { model: Model }) {
  const may = useMay()
  const [step, setStep] = useState<'edit' | 'use'>()
  const done = () => setStep(undefined)
  const { name, kind, honour, year, place, deeds, used, retiredOn } = model
  return (
    <div className={styles.panel}>
      <h2>{name}</h2>
      <p>
        {[modelKinds[kind], place, `${String(year)} 年${honour}`].filter(Boolean).join(' · ')}
        {retiredOn ? `，${retiredOn} 移出` : ''}
      </p>
      <p>{deeds}</p>
      {step === 'edit' ? <ModelForm model={model} done={done} cancel={done} /> : null}
      {step === 'use' ? <UseForm model={model} done={done} /> : null}
      {step ? null : (
        <div className={details.acts}>
          {may('materials.receive') && !retiredOn ? (
            <Button type="primary" onClick={() => setStep('use')}>
              登记一次使用
            </Button>
          ) : null}
          {model.mayKeep ? <Button onClick={() => setStep('edit')}>修改</Button> : null}
        </div>
      )}
      <Media model={model} />
      <h3>用过 {used} 次</h3>
      <ul>
        {model.uses.map((one, at) => (
          <li key={`${one.on}${String(at)}`}>
            {one.organizationName}：{modelUses[one.use]}{' '}
            <small>
              {one.on}，{one.audience} 人{one.note ? `，${one.note}` : ''}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Media({ model }: { model: Model }) {
  const { unitId, modelId, files, media, mayKeep } = model
  const key = { unitId, modelId }
  const add = useAct('roleModels.addFile')
  const remove = useAct('roleModels.removeFile')
  return (
    <>
      <h3>影像和材料</h3>
      {files.length + media.length === 0 ? <p className={styles.faint}>还没有材料。</p> : null}
      <ul>
        {media.map((one) => (
          <li key={one.titleId}>
            <Link to="/materials" search={{ open: `${one.unitId}~${one.titleId}` }}>
              {one.name}
            </Link>{' '}
            <small>看过 {one.viewings} 场</small>
          </li>
        ))}
        {files.map((file) => (
          <li key={file.fileId} className={styles.line}>
            <a href={fileAddress(file)}>{file.name}</a>
            {mayKeep ? (
              <Button
                size="small"
                type="link"
                onClick={() => remove.mutate({ ...key, fileId: file.fileId })}
              >
                撤下
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayKeep ? (
        <FileUpload
          purpose="document"
          accept=".pdf,.docx,.jpg,.png,.mp4"
          label="放上材料"
          done={({ fileId }) => add.mutate({ ...key, fileId })}
        />
      ) : null}
    </>
  )
}

type Used = { on: string; use: keyof typeof modelUses; audience: number; note?: string }

function UseForm({ model: { unitId, modelId }, done }: { model: Model; done: () => void }) {
  const { organizationId } = useOrganization()
  const [useId] = useState(newId)
  return (
    <ActForm
      act="roleModels.use"
      draft=""
      initial={{ on: thisDay(), use: 'lesson' as const }}
      input={({ note, ...values }: Used) => ({
        ...values,
        unitId,
        modelId,
        organizationId,
        useId,
        note: note ?? '',
      })}
      submit="登记"
      done={done}
      cancel={done}
    >
      <Form.Item name="use" label="用来做什么" rules={needed('选一种')}>
        <Select options={choicesOf(modelUses)} />
      </Form.Item>
      <Form.Item name="on" label="哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="audience" label="多少人" rules={needed('写上人数')}>
        <InputNumber min={1} max={10_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type Values = {
  kind: keyof typeof modelKinds
  name: string
  place?: string
  honour: string
  year: number
  deeds: string
  isRetired?: boolean
}
type FormProps = { model?: Model; done: (key: Key) => void; cancel: () => void }

export function ModelForm({ model, done, cancel }: FormProps) {
  const me = useMe()
  const { organizationId } = useOrganization()
  const [id] = useState(newId)
  const modelId = model?.modelId ?? id
  return (
    <ActForm
      act="roleModels.keep"
      draft={model ? `model:${modelId}` : `new-model:${organizationId}`}
      initial={
        model ? { ...model, isRetired: model.retiredOn !== null } : { kind: 'member' as const }
      }
      input={({ kind, name, place, honour, year, deeds, isRetired = false }: Values) => ({
        unitId: model?.unitId ?? me.unitId,
        modelId,
        organizationId,
        version: model?.version ?? null,
        isRetired,
        model: {
          kind,
          name,
          honour,
          year,
          deeds,
          place: place ?? '',
          memberId: model?.memberId ?? null,
        },
      })}
      submit={model ? '保存' : '登记'}
      done={done}
      cancel={cancel}
    >
      <Form.Item name="kind" label="类别" rules={needed('选一种')}>
        <Select options={choicesOf(modelKinds)} />
      </Form.Item>
      <Form.Item name="name" label="姓名、名称" rules={needed('请填写')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="place" label="在哪里">
        <Input maxLength={200} placeholder="例：红溪村" />
      </Form.Item>
      <Form.Item name="honour" label="荣誉称号" rules={needed('写明荣誉')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="year" label="哪一年" rules={needed('写上年份')}>
        <InputNumber min={1921} max={2200} precision={0} />
      </Form.Item>
      <Form.Item name="deeds" label="主要事迹" rules={needed('写清事迹')}>
        <Input.TextArea rows={5} maxLength={5000} />
      </Form.Item>
      {model ? (
        <Form.Item name="isRetired" valuePropName="checked">
          <Checkbox>移出典型库，不再登记使用</Checkbox>
        </Form.Item>
      ) : null}
    </ActForm>
  )
}
