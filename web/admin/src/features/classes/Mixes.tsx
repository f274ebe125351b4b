import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import styles from './Classes.module.css'

type Mix = Output<EntryOf<'timetables.show'>>['mixes'][number]

const names: Record<Mix['by'], string> = {
  method: '教学方式',
  route: '办班路径',
  track: '内容',
  category: '内容分类',
  role: '课程性质',
}

/** How the hours are spread, each way on a line. */
export function Mixes({ mixes }: { mixes: Mix[] }) {
  const filled = mixes.filter(({ parts }) => parts.length > 0)
  if (filled.length === 0) return null
  return (
    <dl className={styles.facts} aria-label="课时构成">
      {filled.flatMap(({ by, parts }) => [
        <dt key={by}>{names[by]}</dt>,
        <dd key={`${by}:`}>
          {parts
            .map(({ name, minutes, percent }) => `${name} ${hours(minutes)} 小时（${percent}%）`)
            .join('，')}
        </dd>,
      ])}
    </dl>
  )
}
