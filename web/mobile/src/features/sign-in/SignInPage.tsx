import { command } from '@zhixing/kit/api.ts'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import form from '../../ui/Form.module.css'
import { keepTicket, keptTicket, type Ticket } from './ticket.ts'

/** Where a scanned code lands: the code becomes a ticket at once, then one logs in if need be, then one tap. */
export function SignInPage() {
  const { code } = useParams({ from: '/sign-in/$code' })
  const ticket = useQuery({
    queryKey: ['ticket', code],
    queryFn: async () => {
      const kept = keptTicket(code)
      if (kept) return kept
      const opened = await command('activities.openCode', { code })
      keepTicket(code, opened)
      return opened
    },
    staleTime: Infinity,
    retry: false,
  })
  // Not before the ticket is here: whoever has to log in is led away from this page.
  const me = useAnswer('accounts.me', {}, { enabled: ticket.data !== undefined })
  const { mutate, data, isPending, error } = useAct('activities.signIn')
  const action = data ? (
    <LinkButton to="/activities">完成</LinkButton>
  ) : (
    <Button
      block
      color="primary"
      loading={isPending}
      disabled={!ticket.data || !me.data}
      onClick={() => ticket.data && mutate({ ticket: ticket.data.ticket })}
    >
      签到
    </Button>
  )
  return (
    <SubPage title="签到" back="/" action={ticket.data ? action : null}>
      {ticket.error ? (
        <Sentence note="没有手机也能签到：请告诉会议组织者，由组织者点名。">
          {ticket.error.message}。
        </Sentence>
      ) : (
        <Answered answer={ticket}>
          {(opened) => (
            <>
              <Sentence>{sentenceOf(me.data?.name ?? '', data?.signedAt)}</Sentence>
              <Facts ticket={opened} />
              <p className={form.problem} role="alert">
                {error?.message}
              </p>
              <p className={form.note}>不读取位置，不拍照。重复签到以第一次为准。</p>
            </>
          )}
        </Answered>
      )}
    </SubPage>
  )
}

function sentenceOf(name: string, signedAt: string | undefined): string {
  const who = name ? `${name}同志，` : ''
  return signedAt ? `${who}${timeOf(signedAt)} 已签到。` : `${who}请确认签到。`
}

function Facts({ ticket: { title, organizationName, startsAt, place } }: { ticket: Ticket }) {
  const day = dayOf(startsAt)
  return (
    <dl className={form.facts}>
      <dt>活动</dt>
      <dd>{title}</dd>
      <dt>组织</dt>
      <dd>{organizationName}</dd>
      <dt>时间</dt>
      <dd>
        {monthDay(day)} {weekday(day)} {timeOf(startsAt)}
      </dd>
      <dt>地点</dt>
      <dd>{place || '线上'}</dd>
    </dl>
  )
}
