/** Structured lines with ids, sizes and durations; never what people said, never a credential. */
import { pino } from 'pino'

type Fields = Record<string, string | number | boolean | null | undefined>
export type Log = {
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  /** `cause` is written with its stack, without the values that a database or a schema put into it. */
  error(event: string, fields?: Fields, cause?: unknown): void
}

export function createLog(options: { level: string; destination?: { write(line: string): void } }): Log {
  const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const out = options.destination ? pino(settings, options.destination) : pino(settings)
  return {
    info: (event, fields) => out.info({ event, ...fields }),
    warn: (event, fields) => out.warn({ event, ...fields }),
    error: (event, fields, cause) => out.error({ event, ...fields, ...(cause !== undefined && describe(cause)) }),
  }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }

/** Only the kind of error, its code and the frames: messages of databases and schemas quote the values they refused. */
function describe(cause: unknown): Fields {
  if (!(cause instanceof Error)) return { error: typeof cause }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  const frames = cause.stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8)
    .join('\n')
  const inner = cause.cause instanceof Error ? cause.cause.name : undefined
  return { error: cause.name, code, frames, cause: inner }
}
