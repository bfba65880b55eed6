/** Begins the name in a line that shows how to fill in; who reads the sheet leaves such a line out. */
export const EXAMPLE = '（示例）'

export const isExample = (text: string): boolean => /^[（(]示例[)）]/.test(text.trim())
