import type { Label } from '@lingxi/contract/labelling'
import { useTranslation } from 'react-i18next'
import { useDismissMessages, useSendToLabelling, useTeachMessages } from '../../api/labelling-queries.ts'
import { useToast } from '../../ui/toast.tsx'
import { useIntentWords } from '../../pieces/intent-words.ts'

/** What a supervisor does with messages; each says what came of it. */
export function useInboxActs() {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const words = useIntentWords()
  const teach = useTeachMessages()
  const dismiss = useDismissMessages()
  const send = useSendToLabelling()
  const done = (text: string) => ({ onError: warn, onSuccess: () => void tell(text) })
  return {
    teach: (ids: string[], label: Label) =>
      teach.mutate({ ids, label }, done(t('labelling.taughtAs', { count: ids.length, name: words.ofLabel(label) }))),
    dismiss: (ids: string[]) =>
      dismiss.mutate({ ids, back: false }, done(t('labelling.dismissed', { count: ids.length }))),
    takeBack: (ids: string[]) =>
      dismiss.mutate({ ids, back: true }, done(t('labelling.takenBack', { count: ids.length }))),
    send: (ids: string[]) => send.mutate(ids, done(t('labelling.sent', { count: ids.length }))),
  }
}
export type InboxActs = ReturnType<typeof useInboxActs>
