import type { Audience } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import details from '../../ui/Details.module.css'
import styles from './Audience.module.css'
import { AudienceBuilder } from './AudienceBuilder.tsx'
import type { Saved } from './AudiencesPage.tsx'

type Props = { saved: Saved | undefined; close: () => void }

/** A new audience, or one that is changed; of those above only a copy can be made. */
export function EditAudience({ saved, close }: Props) {
  const { organizationId } = useOrganization()
  const { message, modal } = App.useApp()
  const own = saved?.isOwn ? saved : undefined
  const [name, setName] = useState(saved?.name ?? '')
  const [audience, setAudience] = useState<Audience>(saved?.audience ?? {})
  const { mutate, isPending, error } = useAct('audience.save')
  const drop = useAct('audience.drop')
  const change = own
    ? { unitId: own.unitId, audienceId: own.audienceId, version: own.version }
    : null
  const done = () => {
    void message.success('已存下')
    close()
  }
  const save = () => mutate({ organizationId, name, audience, change }, { onSuccess: done })
  const ask = (key: NonNullable<typeof change>) =>
    modal.confirm({
      title: `删除“${name}”？`,
      content: '已发出的通知和已定的重点群体不受影响。',
      okText: '删除',
      cancelText: '取消',
      onOk: () => drop.mutate(key, { onSuccess: close }),
    })
  return (
    <>
      <Sentence note="每一项条件都要符合；一项里选了几个，符合其中一个就行">
        {own ? `修改“${own.name}”。` : '选出一部分党员。'}
      </Sentence>
      <AudienceBuilder audience={audience} change={setAudience} />
      <h2 className={details.title}>存为</h2>
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
      <p className={styles.acts}>
        <Input
          aria-label="范围名称"
          placeholder="例：青年农民党员"
          style={{ width: '16rem' }}
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="primary" loading={isPending} disabled={name.trim() === ''} onClick={save}>
          {own ? '保存修改' : '存下'}
        </Button>
        <Button onClick={close}>返回</Button>
        {change ? (
          <Button danger onClick={() => ask(change)}>
            删除
          </Button>
        ) : null}
      </p>
    </>
  )
}
