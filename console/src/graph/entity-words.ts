import type { TFunction } from 'i18next'

const known = ['product', 'thing', 'value', 'text'] as const

/** A type that people made up is shown as they wrote it. */
export function typeName(t: TFunction, type: string): string {
  const found = known.find((each) => each === type)
  return found ? t(`graph.types.${found}`) : type
}
