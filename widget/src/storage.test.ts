import { expect, it } from 'vitest'
import { createKeep } from './storage.ts'

const refused = (): Storage => {
  throw new Error('The operation is insecure.')
}

function storageOf(text: string | null): Storage {
  let kept = text
  return { getItem: () => kept, setItem: (_: string, next: string) => (kept = next) } as unknown as Storage
}

it('keeps things over a reload', () => {
  const storage = storageOf(null)
  createKeep(() => storage, 'https://help.example').write({ token: 'a', seen: 'cnv_01:3' })
  expect(createKeep(() => storage, 'https://help.example').read()).toEqual({ token: 'a', seen: 'cnv_01:3' })
})

it('keeps them in memory where storage is refused, and begins anew where it is unreadable', () => {
  const keep = createKeep(refused, 'https://help.example')
  keep.write({ token: 'a' })
  expect(keep.read()).toEqual({ token: 'a' })
  for (const text of ['{', 'null']) expect(createKeep(() => storageOf(text), '').read()).toEqual({})
})
