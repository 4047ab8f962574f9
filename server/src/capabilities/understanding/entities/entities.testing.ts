/** How the tables of the tests write what was read: `type text = value`, several with ` ; ` between. */
import type { EntityValue } from '@lingxi/contract/understanding'

export function writeValue(value: EntityValue): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return value.unit === null ? `${value.number}` : `${value.number} ${value.unit}`
  if (value.kind === 'duration') return `${value.seconds}s`
  return `${value.from}..${value.to ?? ''} ${value.grain}`
}

export const writeEntities = (
  text: string,
  entities: readonly { type: string; start: number; end: number; value: EntityValue }[],
) =>
  entities.map(({ type, start, end, value }) => `${type} ${text.slice(start, end)} = ${writeValue(value)}`).join(' ; ')
