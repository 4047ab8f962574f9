import type { Label } from '@lingxi/contract/labelling'
import type { Intent } from '@lingxi/contract/teaching'
import { useTranslation } from 'react-i18next'
import { useIntents } from '../api/teaching-queries.ts'
import { titleOf } from './taught-words.ts'

/** What intents and labels are called here; `taught` finds an intent that can still be taught by its name. */
export function useIntentWords() {
  const { t, i18n } = useTranslation()
  const { data } = useIntents()
  const byName = new Map(data?.map((intent) => [intent.name, intent]))
  const byId = new Map(data?.map((intent) => [intent.id, intent]))
  const called = (intent: Intent | undefined, otherwise: string) =>
    intent ? titleOf(intent, i18n.language) : otherwise
  return {
    taught: (name: string) => {
      const intent = byName.get(name)
      return intent?.archived ? undefined : intent
    },
    ofName: (name: string) => called(byName.get(name), name),
    ofLabel: (label: Label) =>
      label.kind === 'intent'
        ? called(byId.get(label.intentId), label.intentId)
        : t(label.kind === 'unclear' ? 'labelling.unclear' : 'labelling.outOfScope'),
  }
}
export type IntentWords = ReturnType<typeof useIntentWords>
