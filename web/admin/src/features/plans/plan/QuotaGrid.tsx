import { quotaCohorts } from '@zhixing/contract/plan-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Plans.module.css'
import type { Shown } from './Quotas.tsx'
import type { Plan } from './plan.ts'

type Cohort = Shown['cohorts'][number]
type Numbers = Readonly<Record<string, number>>
type Props = { plan: Plan; shown: Shown }

/** The numbers of one year, typed in or pasted; each column has to come to its total. */
export function QuotaGrid({ plan, shown }: Props) {
  return (
    <>
      <Grid plan={plan} shown={shown} />
      <Paste plan={plan} shown={shown} />
    </>
  )
}

function Grid({ plan: { unitId, planId, version }, shown }: Props) {
  const { year, organizations } = shown
  const { message } = App.useApp()
  const { mutateAsync, isPending, error } = useAct('plans.setQuotas')
  const [cohorts, setCohorts] = useState<Cohort[]>(
    shown.cohorts.length > 0 ? shown.cohorts : ['all'],
  )
  const [numbers, setNumbers] = useState<Numbers>(() => numbersOf(shown))
  const cells = organizations.flatMap(({ organizationId }) =>
    cohorts.map((cohort) => ({
      organizationId,
      cohort,
      persons: numbers[`${organizationId} ${cohort}`] ?? 0,
    })),
  )
  const totals = cohorts.map((cohort) => ({ cohort, persons: numbers[cohort] ?? 0 }))
  // The grid begins anew with the next version; the word of it has to outlive this one.
  const save = () =>
    void mutateAsync({ unitId, planId, version, year, totals, cells }).then(
      () => message.success('已保存，合计与总数相等'),
      () => undefined,
    )
  return (
    <>
      <Select
        mode="multiple"
        aria-label="人员类别"
        style={{ minWidth: '20rem' }}
        value={cohorts}
        options={keysOf(quotaCohorts).map((value) => ({ value, label: quotaCohorts[value] }))}
        onChange={setCohorts}
      />
      <Sheet
        shown={shown}
        cohorts={cohorts}
        numbers={numbers}
        set={(key, persons) => setNumbers({ ...numbers, [key]: persons })}
      />
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
      <p className={details.acts}>
        <Button type="primary" loading={isPending} onClick={save}>
          保存名额
        </Button>
      </p>
    </>
  )
}

/** By "<organization> <cohort>"; a total by its cohort alone. */
function numbersOf({ cells, totals }: Shown): Numbers {
  return Object.fromEntries([
    ...cells.map((cell) => [`${cell.organizationId} ${cell.cohort}`, cell.persons] as const),
    ...totals.map(({ cohort, persons }) => [cohort, persons] as const),
  ])
}

type SheetProps = {
  shown: Shown
  cohorts: Cohort[]
  numbers: Numbers
  set: (key: string, persons: number) => void
}

function Sheet({ shown: { organizations }, cohorts, numbers, set }: SheetProps) {
  const sumOf = (cohort: Cohort) =>
    organizations.reduce(
      (all, { organizationId }) => all + (numbers[`${organizationId} ${cohort}`] ?? 0),
      0,
    )
  const lines = organizations.map(({ organizationId, name }) => ({ key: organizationId, name }))
  return (
    <div className={details.wide}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">党组织</th>
            {cohorts.map((cohort) => (
              <th key={cohort} scope="col">
                {quotaCohorts[cohort]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name }) => (
            <Line
              key={key}
              name={name}
              cohorts={cohorts}
              keyOf={(one) => `${key} ${one}`}
              {...{ numbers, set }}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">各组织相加</th>
            {cohorts.map((cohort) => (
              <td
                key={cohort}
                className={sumOf(cohort) === (numbers[cohort] ?? 0) ? undefined : details.late}
              >
                {sumOf(cohort)}
              </td>
            ))}
          </tr>
          <Line name="总数" cohorts={cohorts} keyOf={(one) => one} {...{ numbers, set }} />
        </tfoot>
      </table>
    </div>
  )
}

type LineProps = Pick<SheetProps, 'cohorts' | 'numbers' | 'set'> & {
  name: string
  keyOf: (cohort: Cohort) => string
}

function Line({ name, cohorts, numbers, set, keyOf }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cohorts.map((cohort) => (
        <td key={cohort}>
          <InputNumber
            aria-label={`${name}，${quotaCohorts[cohort]}`}
            min={0}
            max={1_000_000}
            value={numbers[keyOf(cohort)] ?? 0}
            onChange={(value) => set(keyOf(cohort), value ?? 0)}
          />
        </td>
      ))}
    </tr>
  )
}

function Paste({ plan: { unitId, planId, version }, shown: { year, organizations } }: Props) {
  const { message } = App.useApp()
  const example = `党组织\t党组织书记\t合计\n${organizations[0]?.name ?? '某党委'}\t2\t2\n合计\t2\t2`
  return (
    <details>
      <summary>从 Excel 粘贴</summary>
      <p>
        第一行是表头，第一格写“党组织”，后面是人员类别（{Object.values(quotaCohorts).join('、')}
        ）；最后一行是“合计”。
      </p>
      <ActForm
        act="plans.pasteQuotas"
        draft=""
        initial={{}}
        input={({ text }: { text: string }) => ({ unitId, planId, version, year, text })}
        submit="收下这张表"
        done={({ persons }) => void message.success(`已收下，共 ${persons} 人`)}
      >
        <Form.Item
          name="text"
          label="粘贴在这里"
          rules={[{ required: true, message: '先在 Excel 里复制，再粘贴到这里' }]}
        >
          <Input.TextArea autoSize={{ minRows: 6 }} placeholder={example} />
        </Form.Item>
      </ActForm>
    </details>
  )
}
