/** What people type into names and settings, made fit for the database: SQL and HTML stay as they are, being only text. */

import { Problem } from '@lingxi/contract/problem'
import { PersonName } from '@lingxi/contract/staff'

/** Without the control characters that no keyboard makes (PostgreSQL refuses NUL) and without halves of emoji. */
export const plainText = (text: string) => text.replace(/[^\P{Cc}\t\n]/gu, '').toWellFormed()

/** A name on one line; throws `invalid-request` when nothing of it is left. */
export function plainName(name: string): string {
  const parsed = PersonName.safeParse(plainText(name).replace(/[\t\n]/g, ' '))
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', { errors: [{ path: 'name', message: 'A name has 1 to 60 characters' }] })
}

/** Whether the database can hold, and so be asked for, this text. */
export const isStorable = (text: string) => !text.includes('\0')

/** Addresses are compared in this form. */
export const plainEmail = (email: string) => email.trim().toLowerCase()
