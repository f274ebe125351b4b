import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useOrganization } from '../../../app/organization.ts'
import { Section } from '../../../ui/Page.tsx'
import styles from './Map.module.css'

/** In which order to go, leg by leg. */
export function RouteList({ stops }: { stops: string[] }) {
  const { organizationId } = useOrganization()
  const answer = useAnswer('resources.route', { organizationId, stops })
  return (
    <Answered answer={answer}>
      {({ legs, kilometres }) => (
        <Section title={`路线：全程直线约 ${kilometres} 公里`}>
          <ol className={styles.legs}>
            {legs.map(({ resourceId, name, address, kilometres: leg }, at) => (
              <li key={resourceId}>
                {name}
                <small>
                  {at === 0 ? '出发' : `再走约 ${leg} 公里`}
                  {address ? `，${address}` : ''}
                </small>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Answered>
  )
}
