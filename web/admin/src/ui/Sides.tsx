import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './Sides.module.css'

type Frame = { label?: string; links: ReactNode; children?: ReactNode }

/** From which side something is looked at, as links in a row; what narrows the view stands at the other end. */
export function SideBar({ label = '从哪一面看', links, children }: Frame) {
  return (
    <div className={styles.bar}>
      <nav aria-label={label}>{links}</nav>
      {children}
    </div>
  )
}

type Side = { readonly to: NonNullable<LinkProps['to']>; readonly word: string }

/** The same where each side is a page of its own. */
export function Sides({ pages, ...frame }: Omit<Frame, 'links'> & { pages: readonly Side[] }) {
  const links = pages.map(({ to, word }) => (
    <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
      {word}
    </Link>
  ))
  return <SideBar {...frame} links={links} />
}
