import type { PaperCount } from '@zhixing/contract'
import { ballotMarks } from '@zhixing/contract/ballot-words.ts'
import type { BallotMark } from '@zhixing/contract/ballot-words.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Ballot } from './BallotPanel.tsx'
import styles from './Ballots.module.css'

type Counts = Partial<Record<BallotMark, number>>
type Values = {
  tellers: string
  issued: number
  returned: number
  invalid: number
  lines?: Record<string, Counts>
  writers?: string[]
  opinions?: Record<string, Counts>
}

/** On the phone the platform counts; on paper two tellers call the numbers out. */
export function CountForm({ ballot }: { ballot: Ballot }) {
  const { unitId, ballotId, way, electorate, countsWritten } = ballot
  const isPaper = way === 'paper'
  const { present } = electorate
  return (
    <ActForm
      act="ballots.count"
      draft=""
      initial={{ tellers: '', issued: present, returned: present, invalid: 0 }}
      input={(values: Values) => ({
        unitId,
        ballotId,
        tellers: values.tellers.split(/[、，,\s]+/).filter((name) => name !== ''),
        paper: isPaper ? paperOf(values) : null,
        written: values.writers?.length
          ? { memberIds: values.writers, lines: linesOf(values.opinions) }
          : null,
      })}
      submit={isPaper ? '登记计票结果' : '截止投票并计票'}
      done={() => undefined}
    >
      <Form.Item
        name="tellers"
        label={isPaper ? '监票人、计票人（两名以上，用顿号隔开）' : '监票人'}
        rules={[{ required: isPaper, message: '写明两名以上监票人、计票人' }]}
      >
        <Input maxLength={200} placeholder="李山泉、周谷雨" />
      </Form.Item>
      {isPaper ? <Numbers present={present} /> : null}
      {isPaper ? <Lines ballot={ballot} name="lines" /> : null}
      {countsWritten ? <Written ballot={ballot} /> : null}
    </ActForm>
  )
}

function paperOf({ issued, returned, invalid, lines }: Values): PaperCount {
  return { issued, returned, invalid, lines: linesOf(lines) }
}

function linesOf(lines: Record<string, Counts> = {}): PaperCount['lines'] {
  return Object.entries(lines).map(([key, counts]) => ({
    key,
    counts: Object.fromEntries(
      Object.entries(counts).filter(([, votes]) => typeof votes === 'number'),
    ),
  }))
}

function Numbers({ present }: { present: number }) {
  const fields = [
    ['issued', '发出', present],
    ['returned', '收回', undefined],
    ['invalid', '无效', undefined],
  ] as const
  return (
    <div className={styles.numbers}>
      {fields.map(([name, label, max]) => (
        <Form.Item key={name} name={name} label={label}>
          <InputNumber min={0} {...(max === undefined ? {} : { max })} />
        </Form.Item>
      ))}
    </div>
  )
}

function Lines({ ballot: { slip }, name }: { ballot: Ballot; name: 'lines' | 'opinions' }) {
  // What is left blank counts as abstained; nobody has to count it.
  const marks = slip.marks.filter((mark) => mark !== 'abstained')
  return (
    <>
      {slip.lines.map(({ key, text }) => (
        <fieldset key={key} className={styles.line}>
          <legend>{text}</legend>
          <div className={styles.numbers}>
            {marks.map((mark) => (
              <Form.Item key={mark} name={[name, key, mark]} label={ballotMarks[mark]}>
                <InputNumber min={0} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** Signed, before the count, by those with a vote who could not come. */
function Written({ ballot }: { ballot: Ballot }) {
  const absent = ballot.voters.filter(({ isPresent }) => !isPresent)
  const writers = Form.useWatch<string[] | undefined>('writers')
  if (absent.length === 0) return null
  return (
    <>
      <Form.Item name="writers" label="计票前交来书面意见的人（没有不选）">
        <Select
          mode="multiple"
          options={absent.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </Form.Item>
      {writers?.length ? <Lines ballot={ballot} name="opinions" /> : null}
    </>
  )
}
