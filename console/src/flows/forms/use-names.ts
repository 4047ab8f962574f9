/** What may be chosen in forms, by name and by what people call it. */
import { useTranslation } from 'react-i18next'
import { said } from '../said.ts'
import type { Named } from './name-select.tsx'
import { useNameable } from './nameable.ts'

export function useSlotNames(): Named[] {
  const { language } = useTranslation().i18n
  return useNameable().slots.map(([name, slot]) => ({ value: name, label: said(slot.label, language), about: name }))
}

export function usePartNames(of: 'flows' | 'tables'): Named[] {
  const { language } = useTranslation().i18n
  const parts = Object.entries(useNameable().set[of])
  return parts.map(([name, part]) => ({ value: name, label: said(part.name, language), about: name }))
}
