/** The long work that follows from another calendar; whoever keeps deadlines declares what it does. */
export const recountKind = { kind: 'holidays.recount' } as const
