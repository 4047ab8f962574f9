import { CheckCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../i18n/known-word.ts'

const arrived = ['sent', 'delivered', 'read']

export function Delivery({ outcome }: { outcome: string | undefined }) {
  const { t, i18n } = useTranslation()
  if (outcome === undefined) return null
  const word = knownWord(i18n, 'outcome', outcome)
  if (arrived.includes(outcome)) {
    return (
      <span title={word}>
        <CheckCheck aria-hidden className="size-3.5 text-accent" />
        <span className="sr-only">{word}</span>
      </span>
    )
  }
  return (
    <span className="inline-flex items-center gap-1 text-danger">
      <TriangleAlert className="size-3.5" />
      {t('conversation.delivery.failed', { outcome: word })}
    </span>
  )
}
