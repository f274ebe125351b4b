export type PersonKey = { readonly memberUnitId: string; readonly memberId: string }

/** Members may belong to other units than the class, and one who moved is in both under the same id. */
export function nameOf(one: { readonly [K in keyof PersonKey]: string | null }): string {
  return `${one.memberUnitId}:${one.memberId}`
}
