import { useTranslation } from 'react-i18next'
import type { GuideTerms } from './guide-form.ts'

/** What yes, no, the end and a person are called in the language of the screen. */
export function useGuideTerms(): GuideTerms {
  const { t } = useTranslation()
  return { yes: t('guides.yes'), no: t('guides.no'), end: t('guides.end'), person: t('guides.person') }
}
