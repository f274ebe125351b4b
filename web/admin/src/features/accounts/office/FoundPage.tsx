import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from './Office.module.css'
import { Slips } from './Slips.tsx'
import type { Slip } from './types.ts'

const seats = [
  ['organizer', '组织部经办人'],
  ['systemAdministrator', '系统管理员'],
  ['securityAdministrator', '安全管理员'],
  ['auditor', '审计管理员'],
] as const

type Person = { name: string; login: string }
type Values = {
  code: string
  organizationName: string
  people: Record<(typeof seats)[number][0], Person>
}

/** The first page of an empty platform: the first organization, and four people who keep an eye on one another. */
export function FoundPage() {
  const [slips, setSlips] = useState<Slip[]>()
  return (
    <main className={styles.found}>
      <Sentence note="服务第一次启动时，在它的输出里显示安装码">启用知行。</Sentence>
      {slips ? (
        <p>
          已经建立。四个账号的登录码在纸条上，请当面交给本人，再到 <a href="/login">登录页</a>{' '}
          设定密码。
        </p>
      ) : (
        <FoundForm done={setSlips} />
      )}
      {slips ? <Slips slips={slips} close={() => globalThis.location.assign('/login')} /> : null}
    </main>
  )
}

function FoundForm({ done }: { done: (slips: Slip[]) => void }) {
  return (
    <>
      <p>三种管理员互相监督，四个账号请交给四位同志。</p>
      <ActForm
        act="accounts.found"
        draft="found"
        initial={{}}
        submit="建立"
        input={(values: Values) => values}
        done={(value) => done(value.slips)}
      >
        <Form.Item name="code" label="安装码" rules={[{ required: true, message: '填写安装码' }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="organizationName"
          label="最上级党组织的名称"
          rules={[{ required: true, message: '填写名称' }]}
        >
          <Input placeholder="中共某某县委员会" maxLength={100} />
        </Form.Item>
        {seats.map(([office, title]) => (
          <div key={office} className={styles.pair}>
            <Form.Item
              name={['people', office, 'name']}
              label={`${title}姓名`}
              rules={[{ required: true, message: '填写姓名' }]}
            >
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item
              name={['people', office, 'login']}
              label="登录名"
              rules={[{ required: true, message: '填写登录名' }]}
            >
              <Input maxLength={32} autoCapitalize="none" />
            </Form.Item>
          </div>
        ))}
      </ActForm>
    </>
  )
}
