import type { Words } from '../words.ts'

export const helpCentre: Words['helpCentre'] = {
  heading: 'Help centre',
  enabled: 'Open the help centre to everybody',
  titleZh: 'Title in Chinese',
  titleEn: 'Title in English',
  domain: 'Your own domain',
  domainHint: 'Point the domain to this server first; without one it is only under /help.',
  accent: 'Colour',
  accentHint: 'Made darker or lighter where it could not be read.',
  open: 'Open ({{language}})',
}
