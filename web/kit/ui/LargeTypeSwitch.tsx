import { useLargeType } from '../large-type.ts'

export function LargeTypeSwitch({ className }: { className: string | undefined }) {
  const { large, toggle } = useLargeType()
  return (
    <button type="button" className={className} onClick={toggle} aria-pressed={large}>
      {large ? '改回标准字' : '使用大字版'}
    </button>
  )
}
