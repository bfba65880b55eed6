/** A plan as its YAML holds it. */
export interface Tree {
  readonly [key: string]: unknown
}
export type Path = readonly (string | number)[]

export interface Value {
  readonly path: Path
  readonly value: string | number
}

/** Every text and number in it, but under keys that `except` names. */
export function valuesIn(tree: unknown, except: RegExp, path: Path = []): Value[] {
  if (typeof tree === 'string' || typeof tree === 'number') return [{ path, value: tree }]
  if (typeof tree !== 'object' || tree === null) return []
  if (Array.isArray(tree)) return tree.flatMap((one, index) => valuesIn(one, except, [...path, index]))
  return Object.entries(tree).flatMap(([key, one]) =>
    except.test(key) ? [] : valuesIn(one, except, [...path, key]),
  )
}

/** The tree with another value at that place; undefined takes the place away. The rest is shared. */
export function withValue(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(tree))
    return tree.flatMap((one, index) => {
      const next = index === key ? withValue(one, rest, value) : one
      return next === undefined ? [] : [next]
    })
  const branch = tree as Tree
  return { ...branch, [key]: withValue(branch[key], rest, value) }
}
