import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ComponentType } from 'react'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import details from '../../../ui/Details.module.css'
import styles from '../Floating.module.css'
import type { Doing } from '../routes.ts'
import { AssignForm, ContactForm, EndForm, HostForm, LoseForm } from './ActForms.tsx'
import { FloatingFacts } from './FloatingFacts.tsx'
import { StayForm } from './StayForm.tsx'

export type Shown = Output<EntryOf<'floating.show'>>
export type FormProps = { shown: Shown; close: () => void }

const doings: { doing: Doing; word: string; form: ComponentType<FormProps> }[] = [
  { doing: 'contact', word: '记一次联系', form: ContactForm },
  { doing: 'stay', word: '登记去向', form: StayForm },
  { doing: 'assign', word: '指定联系人', form: AssignForm },
  { doing: 'host', word: '代为报到', form: HostForm },
  { doing: 'lose', word: '登记失联', form: LoseForm },
  { doing: 'end', word: '结束外出', form: EndForm },
]

/** One member beside the list, and what is being done about them; both stand in the address. */
export function FloatingPanel({ open }: { open: string | undefined }) {
  const change = useSearchChange()
  const [unitId = '', memberId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel
      title="流动党员"
      open={open !== undefined}
      onClose={() => change({ open: undefined, doing: undefined })}
    >
      {open ? <Person key={open} unitId={unitId} memberId={memberId} /> : null}
    </DetailPanel>
  )
}

function Person(key: { unitId: string; memberId: string }) {
  const { doing } = useSearch({ from: '/shell/floating' })
  const change = useSearchChange()
  const answer = useAnswer('floating.show', key)
  const chosen = doings.find((one) => one.doing === doing)
  const close = () => change({ doing: undefined })
  return (
    <Answered answer={answer}>
      {(shown) => (
        <>
          <h2>
            {shown.name} <small>{shown.organizationName}</small>
          </h2>
          {chosen ? (
            <>
              <h3 className={details.title}>{chosen.word}</h3>
              <chosen.form shown={shown} close={close} />
            </>
          ) : (
            <>
              {shown.may.keep ? <Acts shown={shown} /> : null}
              <FloatingFacts shown={shown} />
            </>
          )}
        </>
      )}
    </Answered>
  )
}

function Acts({ shown }: { shown: Shown }) {
  const change = useSearchChange()
  const first = shown.stay === null ? 'stay' : 'contact'
  const offered = doings.filter(
    ({ doing }) =>
      (doing !== 'lose' || shown.loss === null) && (doing !== 'assign' || shown.stay !== null),
  )
  return (
    <p className={styles.acts}>
      {offered.map(({ doing, word }) => (
        <Button
          key={doing}
          type={doing === first ? 'primary' : 'default'}
          onClick={() => change({ doing })}
        >
          {word}
        </Button>
      ))}
    </p>
  )
}
