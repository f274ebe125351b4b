import { useLargeType } from '@zhixing/kit/large-type.ts'
import { Button } from 'antd'

export function LargeTypeButton() {
  const { large, toggle } = useLargeType()
  return (
    <Button type="text" onClick={toggle} aria-pressed={large}>
      {large ? '标准字' : '大字'}
    </Button>
  )
}
