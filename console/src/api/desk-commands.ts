/** What a person does in a conversation. Each command answers with the changed row, which is worked in like live news. */
import { api } from '@lingxi/contract/api'
import type { Conversation } from '@lingxi/contract/conversation'
import { useMutation } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { isBehind } from './live-application.ts'
import { keys } from './query-keys.ts'

export type DeskCommand = { kind: 'claim' | 'handBack' | 'resolve' } | { kind: 'reply' | 'note'; text: string }

/** How long the live frame may take before the log is read again over HTTP. */
const patience = 700

export function useDeskCommand(id: string) {
  const { call, live, queries } = useApi()
  return useMutation({
    mutationFn: (command: DeskCommand) =>
      'text' in command
        ? call(api[command.kind], { params: { id }, body: { text: command.text } })
        : call(api[command.kind], { params: { id } }),
    onSuccess: (summary) => {
      live.apply({ type: 'conversation', summary, events: [] })
      setTimeout(() => {
        const known = queries.getQueryData<Conversation>(keys.conversation(id))
        if (known && isBehind(known)) void queries.invalidateQueries({ queryKey: keys.conversation(id) })
      }, patience)
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.conversation(id) }),
  })
}
