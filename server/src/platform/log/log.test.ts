import { expect, it } from 'vitest'
import { createLog } from './log.ts'

function told(cause: unknown) {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  log.warn('job-failed', { job: 'deliver' }, cause)
  log.error('job-failed', { job: 'deliver' }, cause)
  expect(lines.join('')).not.toContain('我的手机号')
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('tells where an error came from, and nothing of what it says', () => {
  const error = Object.assign(
    new TypeError('我的手机号是 13800000000\n  at home, 我的手机号', { cause: new RangeError('我的手机号') }),
    {
      code: '23505',
    },
  )
  for (const line of told(error)) {
    expect(line).toMatchObject({
      event: 'job-failed',
      job: 'deliver',
      error: 'TypeError',
      code: '23505',
      cause: 'RangeError',
    })
    expect(line['frames']).toMatch(/^\s*at .*log\.test\.ts/)
  }
})

it('tells the same of a plain object that stands for an error', () => {
  const { stack } = new Error('我的手机号')
  for (const line of told({ name: 'PgBossError', message: '我的手机号', stack, queue: 'deliver' })) {
    expect(line).toMatchObject({ error: 'PgBossError' })
    expect(line['frames']).toMatch(/^\s*at /)
    expect(line).not.toHaveProperty('queue')
  }
})

it.each([
  ['text', 'string'],
  [undefined, undefined],
  [null, 'object'],
  [{}, 'object'],
  [7, 'number'],
])('tells the kind of what was thrown where it is no error: %s', (cause, kind) => {
  for (const line of told(cause)) expect(line['error']).toBe(kind)
})
