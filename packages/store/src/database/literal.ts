import pg from 'pg'

/** For statements that go in one message with others, which takes no parameters. */
export const literal = (text: string): string => `${pg.escapeLiteral(text)}::text`

export const literals = (texts: readonly string[]): string =>
  `array[${texts.map(literal).join(', ')}]::text[]`
