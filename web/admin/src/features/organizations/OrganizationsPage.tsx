import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ActPanel } from './ActPanel.tsx'
import { OrganizationView } from './OrganizationView.tsx'
import styles from './Organizations.module.css'
import { Tree } from './Tree.tsx'

/** The tree at the left, one of its organizations at the right; fifty thousand never travel at once. */
export function OrganizationsPage() {
  const { organizationId } = useOrganization()
  const { open = organizationId } = useSearch({ from: '/shell/organizations' })
  const change = useSearchChange()
  const answer = useAnswer('organizations.show', { organizationId: open })
  const choose = (id: string) =>
    change({ open: id, act: undefined, code: undefined, page: undefined })
  return (
    <div className={styles.page}>
      <nav className={styles.tree} aria-label="党组织树">
        <Tree chosen={open} choose={choose} />
      </nav>
      <div className={styles.body}>
        <Answered answer={answer}>
          {(shown) => (
            <>
              <OrganizationView shown={shown} choose={choose} />
              <ActPanel shown={shown} />
            </>
          )}
        </Answered>
      </div>
    </div>
  )
}
