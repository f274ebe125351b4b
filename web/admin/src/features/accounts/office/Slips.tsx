import { moment } from '@zhixing/kit/format/day.ts'
import { Button, Modal } from 'antd'
import { PrintOnly } from '../../../ui/PrintOnly.tsx'
import styles from './Office.module.css'
import type { Slip } from './types.ts'

type Props = { slips: Slip[]; close: () => void }

/** Each code is seen here once and never again: to be printed, cut and handed over in person. */
export function Slips({ slips, close }: Props) {
  return (
    <Modal
      open
      width="52rem"
      title={`${slips.length.toLocaleString('zh-CN')} 张登录码`}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="close" onClick={close}>
          已经发完
        </Button>,
        <Button key="print" type="primary" onClick={() => window.print()}>
          打印
        </Button>,
      ]}
    >
      <p>登录码只在这里显示一次，关闭后不能再看。请打印后剪开，当面交给本人。</p>
      <SlipList slips={slips} />
      <PrintOnly>
        <SlipList slips={slips} />
      </PrintOnly>
    </Modal>
  )
}

function SlipList({ slips }: { slips: Slip[] }) {
  return (
    <ul className={styles.slips}>
      {slips.map(({ accountId, name, organizationName, login, code, expiresAt }) => (
        <li key={accountId} className={styles.slip}>
          <span>
            <strong>{name}</strong> {organizationName}
          </span>
          <span>登录名 {login}</span>
          <span>
            登录码 <code>{code.replace(/(.{4})/, '$1-')}</code>
          </span>
          <small>
            {moment(expiresAt)}{' '}
            前，在登录页点“第一次登录”，填登录名（或手机号）和登录码，自己设一个密码。
          </small>
        </li>
      ))}
    </ul>
  )
}
