import { duesCategories } from '@zhixing/contract/dues-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Grid } from './BranchGrid.tsx'
import { fenOf } from './fen.ts'

type Row = { category: Grid['rows'][number]['proposed']; base?: string }
type Values = { people: Record<string, Row> }

/** Those of whom nothing was fixed yet, as the roll suggests; who has an income leaves nothing empty. */
export function FixBases({ grid, close }: { grid: Grid; close: () => void }) {
  const { organizationId } = useOrganization()
  const people = grid.rows.filter(({ category }) => category === null)
  const initial = Object.fromEntries(
    people.map(({ memberId, proposed }) => [memberId, { category: proposed }]),
  )
  return (
    <DetailPanel title={`核定 ${String(grid.year)} 年党费基数`} open onClose={close}>
      <p>在职、离退休的填每月固定收入（元），其他的按规定定额，不用填。当年一般不变。</p>
      <ActForm
        act="dues.setBases"
        draft={`bases:${organizationId}:${String(grid.year)}`}
        initial={{ people: initial }}
        input={({ people: values }: Values) => ({
          organizationId,
          year: grid.year,
          rows: Object.entries(values).map(([memberId, { category, base }]) => ({
            memberId,
            category,
            baseFen: fenOf(base) ?? 0,
            from: `${String(grid.year)}-01`,
          })),
        })}
        submit={`核定 ${String(people.length)} 人`}
        done={close}
        cancel={close}
      >
        {people.map(({ memberId, name }) => (
          <Form.Item key={memberId} label={name}>
            <Form.Item name={['people', memberId, 'category']} noStyle>
              <Select aria-label={`${name}的类别`} options={choicesOf(duesCategories)} />
            </Form.Item>
            <Form.Item
              name={['people', memberId, 'base']}
              rules={[{ pattern: /^\d{1,7}(\.\d{1,2})?$/, message: '写成 3000 或 3000.50' }]}
            >
              <Input
                inputMode="decimal"
                placeholder="每月固定收入（元）"
                aria-label={`${name}的收入`}
              />
            </Form.Item>
          </Form.Item>
        ))}
      </ActForm>
    </DetailPanel>
  )
}
