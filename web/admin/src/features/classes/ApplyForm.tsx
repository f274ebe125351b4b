import { newId } from '@zhixing/kit/new-id.ts'
import { App } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { inputOf, valuesOf, type ApplyValues } from './apply-values.ts'
import { ApplyFields } from './ApplyFields.tsx'
import { keyOf, type ClassState } from './class.ts'

/** A new application, or one that was returned; what it may cost is judged by the server, line by line. */
export function ApplyForm({ state, close }: { state?: ClassState; close: () => void }) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const [classId] = useState(newId)
  const done = () => {
    void message.success('已保存，预算在规定之内')
    close()
  }
  const initial = valuesOf(state?.application)
  if (state)
    return (
      <ActForm
        act="classes.change"
        draft={`class:${state.classId}:${state.version}`}
        initial={initial}
        input={(values: ApplyValues) => ({
          ...inputOf(values, state.application),
          ...keyOf(state),
          version: state.version,
        })}
        submit="保存修改"
        done={done}
        cancel={close}
      >
        <ApplyFields />
      </ActForm>
    )
  return (
    <ActForm
      act="classes.apply"
      draft={`class-apply:${organizationId}`}
      initial={initial}
      input={(values: ApplyValues) => ({ ...inputOf(values), classId, organizationId })}
      submit="保存申请"
      done={done}
      cancel={close}
    >
      <ApplyFields />
    </ActForm>
  )
}
