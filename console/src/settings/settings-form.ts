/** The settings as they are edited: lists are texts of one line each. */
import type { Settings } from '@lingxi/contract/staff'

export type SettingsForm = Omit<Settings, 'suggestions'> & { suggestions: { zh: string; en: string } }

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const toForm = (settings: Settings): SettingsForm => ({
  ...settings,
  suggestions: { zh: settings.suggestions.zh.join('\n'), en: settings.suggestions.en.join('\n') },
})

export const toSettings = (form: SettingsForm): Settings => ({
  ...form,
  suggestions: { zh: linesOf(form.suggestions.zh), en: linesOf(form.suggestions.en) },
})

export const isTooMuch = (text: string): boolean => {
  const lines = linesOf(text)
  return lines.length > 5 || lines.some((line) => line.length > 80)
}
