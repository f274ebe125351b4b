import { itemForms, menuCategories } from '@zhixing/contract/resource-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { OrderForm } from './OrderForm.tsx'
import { usePlace } from './use-place.ts'

type Props = { unitId: string; resourceId: string; organizationId: string }

/** The menu, what others said, and the order form below. */
export function ResourceView({ unitId, resourceId, organizationId }: Props) {
  const answer = useAnswer('resources.show', { unitId, resourceId })
  const { mayOrder } = usePlace()
  return (
    <Answered answer={answer}>
      {(resource) => (
        <>
          {'openingRules' in resource.details && resource.details.openingRules ? (
            <p>{resource.details.openingRules}</p>
          ) : null}
          {resource.spot?.address ? <p>地址：{resource.spot.address}</p> : null}
          <ul>
            {resource.menu
              .filter(({ isOffered }) => isOffered)
              .map((item) => (
                <li key={item.itemId}>
                  <b>{item.title}</b>
                  <small>
                    {' '}
                    {menuCategories[item.category]} · {itemForms[item.form]} · {item.minutes} 分钟
                  </small>
                  {item.body ? <p>{item.body}</p> : null}
                </li>
              ))}
          </ul>
          {resource.reviews.slice(0, 3).map(({ score, comment, forName, day }) => (
            <p key={`${day}${forName}`}>
              {score} 分 {comment} <small>{forName}</small>
            </p>
          ))}
          {mayOrder ? <OrderForm resource={resource} organizationId={organizationId} /> : null}
        </>
      )}
    </Answered>
  )
}
