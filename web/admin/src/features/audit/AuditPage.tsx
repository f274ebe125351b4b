import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page, Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { Chain } from './Chain.tsx'
import { TraceList } from './TraceList.tsx'
import { Verification } from './Verification.tsx'

/** Who did what to what, when and where; and whether anybody has touched it since. */
export function AuditPage() {
  const { unit, job, open, ...filters } = useSearch({ from: '/shell/audit' })
  const answer = useAnswer('audit.list', { ...filters, size: 1 })
  return (
    <Page>
      <Answered answer={answer}>
        {({ total, countedTo }) => (
          <>
            <Sentence
              note="每次办理都留痕，只增不改；每十秒封存一次，一经改动就能查出"
              step={<Verify />}
            >
              {Object.keys(filters).length > 0 ? '符合条件的有' : '共有'}{' '}
              <Count of={countSaid(total, countedTo)} /> 条留痕。
            </Sentence>
            {unit && job ? <Verification unitId={unit} jobId={job} /> : null}
            <AuditFilters />
            <TraceList key={JSON.stringify(filters)} filters={filters} open={open} />
            <Section title="封存" aside="把末号的摘要抄在别处，就能发现末尾被截去">
              <Chain />
            </Section>
          </>
        )}
      </Answered>
    </Page>
  )
}

function countSaid(total: number, countedTo: number): string {
  const said = total.toLocaleString('zh-CN')
  return total >= countedTo ? `${said} 以上` : said
}

function Verify() {
  const change = useSearchChange()
  const { mutate, isPending } = useAct('audit.verify')
  const begin = () =>
    mutate({}, { onSuccess: ({ unitId, jobId }) => change({ unit: unitId, job: jobId }) })
  return (
    <Button type="primary" loading={isPending} onClick={begin}>
      核对是否完好
    </Button>
  )
}
