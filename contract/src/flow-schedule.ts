/** When a flow begins by the clock: five fields as cron writes them (crontab of POSIX.1-2017, with names and steps). */

/** `names`: each at its number. */
type Field = { from: number; to: number; names: string[] }
const months = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** Minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), each with its least and its most. */
const fields = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  { from: 1, to: 12, names: months },
  { from: 0, to: 7, names: days },
] satisfies Field[]
/** Of a year that has a 29 February: that day comes, if seldom. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether it can be read, and an instant of it comes: `0 0 31 2 *` never does. */
export function isSchedule(schedule: string): boolean {
  const written = schedule.trim().split(/\s+/)
  if (written.length !== fields.length) return false
  const values = fields.map((field, place) => valuesOf(written[place]!, field))
  if (values.some((each) => each === undefined)) return false
  // Where both kinds of day are named either will do.
  if (written[4] !== '*') return true
  return values[3]!.some((month) => values[2]!.some((day) => day <= lengths[month - 1]!))
}

/** What a field stands for; undefined where it cannot be read. */
function valuesOf(written: string, field: Field): number[] | undefined {
  const parts = written.split(',').map((part) => valuesOfPart(part, field))
  if (!parts.every((part) => part !== undefined)) return undefined
  const values = parts.flat().map((value) => (field.names === days ? value % 7 : value))
  // What reads it at its hour takes nothing that is named twice.
  return new Set(values).size === values.length ? values : undefined
}

function valuesOfPart(part: string, field: Field): number[] | undefined {
  // A step goes over a range.
  const [, stepped, step = '1', plain = ''] = /^(?:(\*|\w+-\w+)\/([1-9]\d?)|(\*|\w+(?:-\w+)?))$/.exec(part) ?? []
  const [least, most] = endsOf(stepped ?? plain, field)
  if (least < field.from || most > field.to || least > most) return undefined
  const count = Math.floor((most - least) / Number(step)) + 1
  return Array.from({ length: count }, (_, place) => least + place * Number(step))
}

/** -1 for what is no number or name. */
function endsOf(range: string, { from, to, names }: Field): [least: number, most: number] {
  if (range === '*') return [from, names === days ? 6 : to]
  const [least, most = least!] = range
    .split('-')
    .map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : names.indexOf(text.toLowerCase())))
  return [least!, most]
}
