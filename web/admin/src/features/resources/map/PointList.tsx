import type { EntryOf, Output } from '@zhixing/contract'
import { Checkbox } from 'antd'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { typeWord } from '../words.ts'
import styles from './Map.module.css'

type Point = Output<EntryOf<'resources.network'>>['rows'][number]
type Props = { points: Point[]; chosen: string[]; toggle: (id: string) => void }

const stopsMax = 12

/** The same places as words: whoever cannot see the drawing reads them here. */
export function PointList({ points, chosen, toggle }: Props) {
  return (
    <ul className={styles.list}>
      {points.map((point) => (
        <li key={point.resourceId}>
          <Checkbox
            checked={chosen.includes(point.resourceId)}
            disabled={!chosen.includes(point.resourceId) && chosen.length >= stopsMax}
            onChange={() => toggle(point.resourceId)}
          >
            {point.name}
          </Checkbox>
          <small>
            {typeWord(point.type)}，{point.address || point.organizationName}；{point.feature}；用过{' '}
            {point.used} 次{point.immersive > 0 ? `；实境课堂 ${point.immersive} 项` : ''}
          </small>
          <LinkButton to={`/resources?open=${point.unitId}:${point.resourceId}`}>打开</LinkButton>
        </li>
      ))}
    </ul>
  )
}
