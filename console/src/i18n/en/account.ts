import type { Words } from '../words.ts'

export const account: Words['account'] = {
  heading: 'Account',
  profile: 'Profile',
  name: 'Name that customers see',
  nameSaved: 'The name is saved',
  password: 'Password',
  current: 'Current password',
  next: 'New password',
  nextHint: 'At least 10 characters',
  again: 'New password again',
  mismatch: 'The two differ',
  tooShort: 'At least 10 characters',
  wrongCurrent: 'The current password is wrong',
  change: 'Change the password',
  changed: 'The password is changed, and every other sign-in has ended',
  preferences: 'Preferences',
  shortcuts: 'Single-key shortcuts',
  shortcutsHint: 'Work in the inbox with j, k, c, r and others',
  signOutText: 'Sign out on this device.',
}
