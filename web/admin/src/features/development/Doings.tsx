import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { App, Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { AppointForm } from './AppointForm.tsx'
import { AskForm, MoveForm, PostForm } from './DoingForms.tsx'
import styles from './Development.module.css'
import { RecordForm } from './RecordForm.tsx'
import { keyOf, type Shown } from './shown.ts'

const doings = {
  record: '登记考察、培训、积分',
  appoint: '指定联系人、介绍人',
  post: '张贴公示',
  ask: '请部门联审',
  move: '转到另一个支部',
} as const
type Doing = keyof typeof doings

/** What is done about somebody besides the steps. */
export function Doings({ shown }: { shown: Shown }) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const offered = keysOf(doings).filter((one) => isOffered(one, shown))
  return (
    <>
      <div className={styles.acts}>
        {offered.map((one) => (
          <Button key={one} onClick={() => setDoing(one)}>
            {doings[one]}
          </Button>
        ))}
        {shown.hasAccount || shown.memberId ? null : <Invite shown={shown} />}
      </div>
      <DetailPanel title={doing ? doings[doing] : ''} open={doing !== undefined} onClose={close}>
        {doing === 'record' ? <RecordForm shown={shown} close={close} /> : null}
        {doing === 'appoint' ? <AppointForm shown={shown} close={close} /> : null}
        {doing === 'post' ? <PostForm shown={shown} close={close} /> : null}
        {doing === 'ask' ? <AskForm shown={shown} close={close} /> : null}
        {doing === 'move' ? <MoveForm shown={shown} close={close} /> : null}
      </DetailPanel>
    </>
  )
}

function isOffered(doing: Doing, { next, memberId, ruleVersion }: Shown): boolean {
  if (doing === 'post') return next?.step === 'target' && ruleVersion === '2026'
  if (doing === 'ask') return next?.step === 'review' || next?.step === 'prereview'
  return doing !== 'move' || memberId === null
}

/** The code is shown once, to be handed over. */
function Invite({ shown }: { shown: Shown }) {
  const { modal } = App.useApp()
  const { mutate, isPending } = useAct('development.invite')
  const invite = () =>
    mutate(keyOf(shown), {
      onSuccess: ({ login, code }) =>
        modal.success({
          title: '本人账号已开通',
          content: `登录名 ${login}，一次性登录码 ${code}。登录码只显示这一次，请当面交给本人；本人在手机上只看得到自己的进度。`,
        }),
      onError: ({ message }) => void modal.error({ title: '没有开通', content: message }),
    })
  return (
    <Button loading={isPending} onClick={invite}>
      给本人开账号
    </Button>
  )
}
