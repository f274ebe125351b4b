/** The pages that need no name but an address nobody can guess. */
export const noticePathOf = (code: string) => `/public/notices/${code}`
export const questionPathOf = (code: string) => `/public/questions/${code}`
