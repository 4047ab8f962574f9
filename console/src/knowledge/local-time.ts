/** Instants as fields for dates show them: in the time of the place. */
const two = (number: number) => String(number).padStart(2, '0')

/** To the minute, as a field for date and time takes it. */
export function toLocal(instant: string | null): string {
  if (!instant) return ''
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

export const fromLocal = (local: string): string | null => (local ? new Date(local).toISOString() : null)

/** The end of a day, as the field for date and time has it, or as an instant; nothing for none. */
export const endOfDay = (day: string): string => (day ? `${day}T23:59` : '')
export const fromDay = (day: string): string | null => fromLocal(endOfDay(day))

export const endsEarly = (from: string, until: string): boolean => from !== '' && until !== '' && until <= from
