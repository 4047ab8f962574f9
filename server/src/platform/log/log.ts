/** Structured lines with ids, sizes and durations; never what people said, never a credential. */
import { pino } from 'pino'

type Fields = Record<string, string | number | boolean | null | undefined>
export type Log = {
  info(event: string, fields?: Fields): void
  /** `cause`, here and below, is written with its stack, without the values that a database or a schema put into it. */
  warn(event: string, fields?: Fields, cause?: unknown): void
  error(event: string, fields?: Fields, cause?: unknown): void
}

export function createLog(options: { level: string; destination?: { write(line: string): void } }): Log {
  const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const out = options.destination ? pino(settings, options.destination) : pino(settings)
  return {
    info: (event, fields) => out.info({ event, ...fields }),
    warn: (event, fields, cause) => out.warn({ event, ...fields, ...(cause !== undefined && describe(cause)) }),
    error: (event, fields, cause) => out.error({ event, ...fields, ...(cause !== undefined && describe(cause)) }),
  }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }

/** Only the kind of error, its code and the frames: messages of databases and schemas quote the values they refused. */
function describe(cause: unknown): Fields {
  if (typeof cause !== 'object' || cause === null) return { error: typeof cause }
  // Some libraries tell of an error by a plain object that looks like one.
  const { name, code, stack, cause: inner } = cause as Partial<Record<keyof Error | 'code', unknown>>
  const frames = textOf(stack)
    ?.split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 8)
    .join('\n')
  return {
    error: textOf(name) ?? 'object',
    code: textOf(code),
    frames,
    cause: inner instanceof Error ? inner.name : undefined,
  }
}
/** A line of a message may begin with "at" as well. */
const frame = /^\s+at .+:\d+:\d+\)?$/
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
