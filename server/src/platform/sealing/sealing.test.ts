import { expect, test } from 'vitest'
import { createSealing } from './sealing.ts'

const sealing = createSealing('a-key-of-many-letters-that-nobody-guesses')

test('opens what it sealed, and shows nothing of it', () => {
  const sealed = sealing.seal('口令 sk-123', 'tool 1')
  expect(sealed).not.toContain('sk-123')
  expect(sealing.open(sealed, 'tool 1')).toBe('口令 sk-123')
  expect(sealing.seal('口令 sk-123', 'tool 1')).not.toBe(sealed)
})

test('opens nothing for another purpose, with another key, or after a change', () => {
  const sealed = sealing.seal('sk-123', 'tool 1')
  expect(sealing.open(sealed, 'tool 2')).toBeUndefined()
  expect(createSealing('another').open(sealed, 'tool 1')).toBeUndefined()
  const at = sealed.length - 3
  const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
  for (const broken of [changed, '', 'v1', 'v1.a.b.c', 'v2.x.y.z'])
    expect(sealing.open(broken, 'tool 1')).toBeUndefined()
})
