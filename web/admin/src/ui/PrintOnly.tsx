import { useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-only.css'

/** What goes on paper while this is mounted, and nothing else of the page does. */
export function PrintOnly({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset['printOnly'] = ''
    return () => {
      delete document.documentElement.dataset['printOnly']
    }
  }, [])
  return createPortal(<div data-print>{children}</div>, document.body)
}
