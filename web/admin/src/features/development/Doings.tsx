import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { App, Button } from 'antd'
import { useState, type ComponentType } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { AppointForm } from './AppointForm.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { AskForm, MoveForm, PostForm } from './DoingForms.tsx'
import details from '../../ui/Details.module.css'
import { PlanForm } from './PlanForm.tsx'
import { RecommendForm, SelectForm } from './Recommended.tsx'
import { RecordForm } from './RecordForm.tsx'
import { SubjectForm } from './Subjects.tsx'
import { TrainingPicker } from './TrainingPicker.tsx'
import { keyOf, type Shown } from './shown.ts'

const doings = {
  record: '登记考察、培训、积分',
  recommend: '登记推荐',
  select: '登记择优票决',
  appoint: '指定联系人、介绍人',
  plan: '下达培养任务',
  train: '计入培训班',
  subject: '增加审查对象',
  post: '张贴公示',
  ask: '请部门联审',
  correct: '更正信息',
  move: '转到另一个支部',
} as const
type Doing = keyof typeof doings

const forms: Readonly<Record<Doing, ComponentType<{ shown: Shown; close: () => void }>>> = {
  record: RecordForm,
  recommend: RecommendForm,
  select: SelectForm,
  appoint: AppointForm,
  plan: PlanForm,
  train: TrainingPicker,
  subject: SubjectForm,
  post: PostForm,
  ask: AskForm,
  correct: CorrectForm,
  move: MoveForm,
}

/** Only at these steps; what is not named here is offered at every one. */
const offeredAt: Partial<Record<Doing, readonly string[]>> = {
  recommend: ['talk', 'activist'],
  select: ['talk', 'activist'],
  train: ['cultivate', 'target', 'targetFiled', 'introducers', 'review', 'training'],
  subject: ['review'],
  post: ['target'],
  ask: ['review', 'prereview'],
}

/** What is done about somebody besides the steps. */
export function Doings({ shown }: { shown: Shown }) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const Form = doing ? forms[doing] : undefined
  const offered = keysOf(doings).filter((one) => isOffered(one, shown))
  return (
    <>
      <div className={details.acts}>
        {offered.map((one) => (
          <Button key={one} onClick={() => setDoing(one)}>
            {doings[one]}
          </Button>
        ))}
        {shown.hasAccount || shown.memberId ? null : <Invite shown={shown} />}
      </div>
      <DetailPanel title={doing ? doings[doing] : ''} open={doing !== undefined} onClose={close}>
        {Form ? <Form shown={shown} close={close} /> : null}
      </DetailPanel>
    </>
  )
}

function isOffered(doing: Doing, { next, memberId, ruleVersion }: Shown): boolean {
  const steps = offeredAt[doing]
  if (steps && !(next && steps.includes(next.step))) return false
  if (doing === 'post') return ruleVersion === '2026'
  if (doing === 'correct' || doing === 'move') return memberId === null
  return true
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
