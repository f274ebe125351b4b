import { Breadcrumb } from 'antd'
import { Below } from './Below.tsx'
import { Committee } from './Committee.tsx'
import { Checks } from './Checks.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Headline } from './Headline.tsx'
import styles from './Organizations.module.css'
import type { Shown } from './types.ts'

type Props = { shown: Shown; choose: (id: string) => void }

export function OrganizationView({ shown, choose }: Props) {
  const { trail, organization, children } = shown
  const above = trail.slice(0, -1)
  return (
    <>
      {above.length > 0 ? (
        <Breadcrumb
          className={styles.trail ?? ''}
          items={above.map(({ id, name }) => ({
            title: (
              <button type="button" onClick={() => choose(id)}>
                {name}
              </button>
            ),
          }))}
        />
      ) : null}
      <Headline shown={shown} />
      <Checks shown={shown} />
      {organization.kind === 'group' || organization.dissolvedOn ? null : (
        <Committee shown={shown} />
      )}
      {children > 0 && organization.dissolvedOn === null ? (
        <Below key={organization.id} shown={shown} choose={choose} />
      ) : null}
      <Facts shown={shown} />
      <History shown={shown} />
    </>
  )
}
