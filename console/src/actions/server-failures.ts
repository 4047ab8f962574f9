import type { i18n } from 'i18next'

/** Why a server, or one of its tools, cannot be used, for people; what has no words of its own is shown as it is. */
export function failureWords(words: i18n, reason: string): string {
  const [word = '', text = ''] = reason.split(/: ?(.*)/s)
  const status = /^status-(\d+)$/.exec(word)?.[1]
  const name = status ? (/^40[13]$/.test(status) ? 'credentials' : 'status') : word.replaceAll(' ', '-')
  const key = `mcpServers.failures.${name}` as 'mcpServers.failures.status'
  return words.exists(key) ? String(words.t(key, { text, status })) : reason
}
