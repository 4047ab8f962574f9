import type { Language } from '@lingxi/contract/message'
import { useTranslation } from 'react-i18next'

/** The reader's, for what the server is to say in it. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh'
}
