import type { Audience } from '@zhixing/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { AudienceBuilder } from '../audience/AudienceBuilder.tsx'
import { SavedSelect } from '../audience/SavedSelect.tsx'

type Props = { audience: Audience; change: (audience: Audience) => void }

/** Everybody, a saved audience, or one that is put together here. */
export function NoticeAudience({ audience, change }: Props) {
  const [saved, setSaved] = useState<string>()
  const [isBuilding, setIsBuilding] = useState(false)
  const isSome = Object.keys(audience).length > 0
  return (
    <>
      <p>
        {isSome ? '发给选出的党员。' : '发给本组织及下级的全部党员；只发给一部分的，在这里选。'}
      </p>
      <p>
        <SavedSelect
          value={saved}
          choose={(audienceId, chosen) => {
            setSaved(audienceId)
            change(chosen)
          }}
        />{' '}
        <Button onClick={() => setIsBuilding(!isBuilding)} aria-expanded={isBuilding}>
          {isBuilding ? '收起条件' : '按条件选人'}
        </Button>
      </p>
      {isBuilding || isSome ? <AudienceBuilder audience={audience} change={change} /> : null}
    </>
  )
}
