import { expect, it } from 'vitest'
import { change, historyOf, redo, undo } from './history.ts'

it('takes back and does again, typing in one field as one step', () => {
  let text = historyOf('')
  for (const typed of ['h', 'he', 'hey']) text = change(text, typed, 'field')
  text = change(text, 'hey!', 'other field')
  expect(undo(text).now).toBe('hey')
  expect(undo(undo(text)).now).toBe('')
  expect(undo(undo(undo(text))).now).toBe('')
  expect(redo(undo(text)).now).toBe('hey!')
  // What is typed after taking back is a step of its own, and what was taken back is gone.
  expect(undo(change(undo(text), 'hey?', 'other field')).now).toBe('hey')
  expect(redo(change(undo(text), 'hey?', 'other field')).now).toBe('hey?')
})

it('joins nothing that is about nothing, and notes no change that is none', () => {
  const twice = change(change(historyOf(1), 2, null), 3, null)
  expect(undo(twice).now).toBe(2)
  expect(change(twice, 3, null)).toBe(twice)
})
