/** NUL and halves of surrogate pairs: no text of a person, and no database keeps them. */
const UNSTORABLE = /\0|\p{Surrogate}/u

export const isStorable = (text: string): boolean => !UNSTORABLE.test(text)
