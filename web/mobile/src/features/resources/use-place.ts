import { useAnswer } from '@zhixing/kit/use-answer.ts'

/** The organization for which the reader orders: where they hold an office, or else where they belong. */
export function usePlace() {
  const { data } = useAnswer('accounts.me', {})
  return {
    organizationId: data?.appointments[0]?.organizationId ?? data?.organization.id,
    mayOrder: data?.grants.includes('resources.order') ?? false,
  }
}
