/** What the company says of itself, as it is edited: lists are texts of one line each. */
import type { Settings, SettingsChange } from '@lingxi/contract/staff'

export type CompanyForm = ReturnType<typeof toForm>

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const toForm = ({
  companyName,
  botName,
  defaultLanguage,
  timeZone,
  greeting,
  suggestions: { zh, en },
  askSatisfaction,
}: Settings) => ({
  companyName,
  botName,
  defaultLanguage,
  timeZone,
  greeting,
  suggestions: { zh: zh.join('\n'), en: en.join('\n') },
  askSatisfaction,
})

/** Only what differs: the rest may have been changed by somebody else meanwhile. */
export function changeOf(form: CompanyForm, start: CompanyForm): SettingsChange {
  const { suggestions, ...rest } = form
  const changed = { ...rest, suggestions: { zh: linesOf(suggestions.zh), en: linesOf(suggestions.en) } }
  const isNew = (name: string) =>
    JSON.stringify(form[name as keyof CompanyForm]) !== JSON.stringify(start[name as keyof CompanyForm])
  return Object.fromEntries(Object.entries(changed).filter(([name]) => isNew(name)))
}

export const isTooMuch = (text: string): boolean => {
  const lines = linesOf(text)
  return lines.length > 5 || lines.some((line) => line.length > 80)
}
