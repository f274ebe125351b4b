/** The rule of a field that may not stay empty, with the sentence that says what to write there. */
export const needed = (message: string) => [{ required: true, message }]
