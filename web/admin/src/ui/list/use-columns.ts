import { useState } from 'react'
import { hiddenColumns, hideColumns, type Column } from './columns.ts'

/** The columns of a list as its reader wants them. */
export function useColumns<Row>(list: string, all: Column<Row>[]) {
  const [hidden, setHidden] = useState(() => hiddenColumns(list, all))
  const hide = (keys: string[]) => {
    hideColumns(list, keys)
    setHidden(keys)
  }
  const shown = all.filter(({ key }, index) => index === 0 || !hidden.includes(key))
  return { all, shown, hidden, hide }
}
