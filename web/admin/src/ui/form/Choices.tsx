import { Checkbox } from 'antd'
import type { ComponentProps } from 'react'

type Props = ComponentProps<typeof Checkbox.Group<string>>

/** Several of a few, of which the form needs one. Only a field may say so itself, a group may not: its label does. */
export function Choices(props: Props) {
  return <Checkbox.Group {...{ ...props, 'aria-required': undefined }} />
}
