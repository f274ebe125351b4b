import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'

type Shown = Output<EntryOf<'development.joint'>>

type Sent = Output<EntryOf<'development.askAll'>>

const answerDays = 10

/** Sends a list of people to the listed departments: an address for each question. */
export function AskAll({ shown, close }: { shown: Shown; close: () => void }) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const [people, setPeople] = useState(() => shown.rows.map(({ applicantId }) => applicantId))
  const [departments, setDepartments] = useState(() => shown.departments.map(({ name }) => name))
  const [dueOn, setDueOn] = useState(() => addDays(thisDay(), answerDays))
  const { mutate, isPending, error } = useAct('development.askAll')
  const applicants = shown.rows
    .filter(({ applicantId }) => people.includes(applicantId))
    .map(({ unitId, applicantId }) => ({ unitId, applicantId }))
  const sent = ({ asked, already }: Sent) => {
    const before = already > 0 ? `，${already} 个以前送过` : ''
    void message.success(`生成 ${asked} 个答复链接${before}`)
    close()
  }
  const send = () => mutate({ organizationId, applicants, departments, dueOn }, { onSuccess: sent })
  return (
    <>
      <Some
        label="送哪些人"
        chosen={people}
        choose={setPeople}
        options={shown.rows.map(({ applicantId: value, name: label }) => ({ value, label }))}
      />
      <Some
        label="送哪些部门（部门和问题由本地做法规定）"
        chosen={departments}
        choose={setDepartments}
        options={shown.departments.map(({ name, isVeto }) => ({
          value: name,
          label: isVeto ? `${name}（一票否决）` : name,
        }))}
      />
      <div className={styles.field}>
        <span>哪天前答复</span>
        <Input
          type="date"
          aria-label="哪天前答复"
          min={thisDay()}
          value={dueOn}
          onChange={({ target }) => setDueOn(target.value)}
        />
      </div>
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
      <Button
        type="primary"
        loading={isPending}
        disabled={applicants.length === 0 || departments.length === 0}
        onClick={send}
      >
        生成答复链接
      </Button>
    </>
  )
}

type SomeProps = {
  label: string
  chosen: string[]
  choose: (chosen: string[]) => void
  options: { value: string; label: string }[]
}

function Some({ label, chosen, choose, options }: SomeProps) {
  return (
    <div className={styles.field}>
      <span>{label}</span>
      <Checkbox.Group
        value={chosen}
        onChange={(values) => choose(values.map(String))}
        options={options}
      />
    </div>
  )
}
