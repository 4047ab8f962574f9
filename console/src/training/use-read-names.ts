import { useTranslation } from 'react-i18next'
import { useIntentWords } from '../pieces/intent-words.ts'

/** What was taught and read, as people know it: an intent by its title, an empty name is out of scope. */
export function useReadNames(): (name: string) => string {
  const { t } = useTranslation()
  const { ofName } = useIntentWords()
  return (name) => (name === '' ? t('training.outOfScope') : ofName(name))
}
