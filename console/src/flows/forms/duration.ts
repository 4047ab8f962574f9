/** Spans of time as people say them (so many minutes, hours or days) and as they are written (ISO 8601). */
export const durationUnits = ['minutes', 'hours', 'days'] as const
export type Duration = { amount: number; unit: (typeof durationUnits)[number] }

const written = {
  minutes: (amount: number) => `PT${amount}M`,
  hours: (amount: number) => `PT${amount}H`,
  days: (amount: number) => `P${amount}D`,
}

export const writeDuration = ({ amount, unit }: Duration): string => written[unit](amount)

/** Undefined: it is of several units, or of others, and stays as it is written. */
export function readDuration(text: string): Duration | undefined {
  const [, days, hours, minutes] = /^P(?:(\d+)D|T(?:(\d+)H|(\d+)M))$/.exec(text) ?? []
  if (days) return { amount: Number(days), unit: 'days' }
  if (hours) return { amount: Number(hours), unit: 'hours' }
  return minutes ? { amount: Number(minutes), unit: 'minutes' } : undefined
}
