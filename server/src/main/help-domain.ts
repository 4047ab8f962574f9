/** The company's own domain shows the help centre at its root; the widget and its API stay where they are. */
import type { Settings } from '@lingxi/contract/staff'
import type { Signals } from '#platform/signals'
import { mainTenant } from './parts.ts'

/** Known without waiting, because a path is rewritten before anything may wait; follows the settings. */
export function followHelpDomain(
  settings: (tenantId: string) => Promise<Settings>,
  signals: Pick<Signals, 'follow'>,
): () => string | null {
  let domain: string | null = null
  const read = () =>
    settings(mainTenant).then(
      ({ helpCentre }) => void (domain = helpCentre.enabled ? helpCentre.domain : null),
      // Not installed yet, or without a database for a moment: what was known goes on.
      () => undefined,
    )
  void read()
  signals.follow(({ topic, id }) => {
    if ((topic === 'staff' && id === 'settings') || topic === 'missed') void read()
  })
  return () => domain
}

const elsewhere = /^\/(api|help|widget\.js|healthz|readyz)([/?]|$)/

export const rewriteHelp = (domain: () => string | null) => (host: string, path: string) => {
  const own = domain()
  if (own === null || host.replace(/:\d+$/, '').toLowerCase() !== own || elsewhere.test(path)) return path
  return `/help${path}`
}
