import type { ReactNode } from 'react'

/** A field with its name above. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // The field is whatever is inside.
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control
    <label>
      {label}
      {children}
    </label>
  )
}
