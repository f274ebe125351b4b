import type { EntryOf, Output } from '@zhixing/contract'
import { campaignKinds } from '@zhixing/contract/campaign-words.ts'
import { dayOf, thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'

type Facts = Output<EntryOf<'campaigns.draft'>>
type Kind = keyof typeof campaignKinds
const spanMs = 120 * 86_400_000

/** The kind and the days; phases, asks and forms are drafted from them and can all be changed before it begins. */
export function PrepareForm() {
  const { organizationId } = useOrganization()
  const [kind, setKind] = useState<Kind>('thematic')
  const [from, setFrom] = useState(thisDay)
  const [until, setUntil] = useState(() => dayOf(new Date(Date.now() + spanMs).toISOString()))
  const asked = { organizationId, kind, from, until }
  const answer = useAnswer('campaigns.draft', asked, { enabled: from !== '' && until >= from })
  return (
    <>
      <Form layout="vertical">
        <Form.Item label="种类">
          <Select value={kind} options={choicesOf(campaignKinds)} onChange={setKind} />
        </Form.Item>
        <Form.Item label="从哪天">
          <Input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        </Form.Item>
        <Form.Item
          label="到哪天"
          {...(until < from ? { validateStatus: 'error', help: '结束不能早于开始' } : {})}
        >
          <Input type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        </Form.Item>
      </Form>
      <Answered answer={answer}>
        {(facts) => <Drafted key={`${kind}${from}${until}`} kind={kind} facts={facts} />}
      </Answered>
    </>
  )
}

function Drafted({ kind, facts }: { kind: Kind; facts: Facts }) {
  const { organizationId } = useOrganization()
  const navigate = useNavigate()
  const [campaignId] = useState(newId)
  return (
    <ActForm
      act="campaigns.prepare"
      draft=""
      initial={{ title: facts.title, goal: facts.goal }}
      input={({ title, goal }: { title: string; goal: string }) => ({
        ...facts,
        title,
        goal,
        campaignId,
        organizationId,
        kind,
      })}
      submit="按此筹备"
      done={(key) =>
        void navigate({
          to: '/campaigns/$campaignId',
          params: key,
          search: { part: 'arrange' },
        })
      }
    >
      <Form.Item name="title" label="名称" rules={needed('写明名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="goal" label="目的和要求" rules={needed('写明目的和要求')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <p>
        将分 {facts.phases.length} 个阶段，要求 {facts.asks.length} 类活动、
        {facts.returnForms.length} 张回执；筹备好以后逐项可改，发动以前下级看不到。
      </p>
    </ActForm>
  )
}
