import { useTranslation } from 'react-i18next'

const mark = /⟦([a-z-]+) (\d+)⟧/g

/** What a customer wrote, with what was hidden in it called by its kind: ⟦phone 1⟧ is [电话 1]. */
export function useShownText(): (text: string) => string {
  const { t, i18n } = useTranslation()
  return (text) =>
    text.replaceAll(mark, (whole, kind: string, number: string) => {
      const key = `understanding.personalData.${kind}`
      return i18n.exists(key) ? `[${t(key as 'understanding.personalData.phone')} ${number}]` : whole
    })
}
