import { parseOptions } from '@node-rs/argon2'
import { expect, it } from 'vitest'
import { systemIds } from '../../platform/ids/ids.ts'
import { generatePassword, hashPassword, isPassword, nobodysHash } from './passwords.ts'
import { isAtLeast } from './staff.ts'

it('hashes each password with a salt of its own, and as slowly for nobody as for somebody', async () => {
  const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(parseOptions(nobodysHash)).toEqual(parseOptions(one))
  expect(await isPassword(one, 'correct horse')).toBe(true)
  expect(await isPassword(one, 'correct horse ')).toBe(false)
  expect(await isPassword(nobodysHash, '')).toBe(false)
})

it('generates passwords that can be read out, and never two alike', () => {
  const many = Array.from({ length: 500 }, () => generatePassword(systemIds))
  for (const password of many) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  expect(new Set(many).size).toBe(500)
})

it('lets a higher role do what a lower one may', () => {
  expect(isAtLeast('admin', 'supervisor')).toBe(true)
  expect(isAtLeast('supervisor', 'supervisor')).toBe(true)
  expect(isAtLeast('staff', 'supervisor')).toBe(false)
})
