import type { EntryOf, Output } from '@zhixing/contract'
import { officeNames } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Button } from 'antd'
import { Page, Section } from '../../../ui/Page.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import styles from './Office.module.css'

type Matrix = Output<EntryOf<'accounts.matrix'>>

/** What every office may do: the very table by which it is decided. */
export function MatrixPage() {
  const answer = useAnswer('accounts.matrix', {})
  return (
    <Page>
      <Answered answer={answer}>
        {(matrix) => (
          <>
            <Sentence
              note="每项职务只在任职的组织及其下级有效；本人的事（登录、收件箱、签到记录）不需要权限"
              step={<Button onClick={() => window.print()}>打印</Button>}
            >
              <Count of={matrix.offices.length} /> 种职务，
              <Count of={matrix.rows.length} /> 项权限。
            </Sentence>
            <Section title="能办什么">
              <Table matrix={matrix} />
            </Section>
            <Section title="能授予谁、给谁发登录码" aside={exclusiveSaid(matrix)}>
              <PlainTable
                columns={['职务', '可以授予和撤销', '可以发登录码']}
                rows={powersOf(matrix)}
              />
            </Section>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Table({ matrix: { offices, rows } }: { matrix: Matrix }) {
  return (
    // Wider than some screens: it is the table that moves, not the page, and the keyboard can move it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroll} tabIndex={0} aria-label="授权矩阵">
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">事项</th>
            {offices.map((office) => (
              <th key={office} scope="col">
                {officeNames[office]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ grant, does, offices: holders }) => (
            <tr key={grant}>
              <th scope="row">{does.length > 0 ? does.map(briefly).join('；') : grant}</th>
              {offices.map((office) => (
                <td key={office} className={styles.mark}>
                  {holders.includes(office) ? (
                    <span role="img" aria-label="可以">
                      <Shape name="check" />
                    </span>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** "党员名册：按姓名…" → "党员名册": what an entry is, without how. */
function briefly(summary: string): string {
  return summary.split(/[：（，]/)[0] ?? summary
}

function powersOf({ powers }: Matrix): string[][] {
  return powers.map(({ office, appoints, invites }) => [
    officeNames[office],
    namesOf(appoints),
    `党员${invites.length > 0 ? `、${namesOf(invites)}` : ''}`,
  ])
}

function namesOf(offices: Matrix['offices']): string {
  return offices.map((office) => officeNames[office]).join('、') || '无'
}

function exclusiveSaid({ exclusive }: Matrix): string {
  return `${namesOf(exclusive)}互相排斥，任何人不能给自己授予职务`
}
