import { caseKinds } from '@lingxi/contract/dialogue-case'
import { useTranslation } from 'react-i18next'

const words = {
  test: ['name', 'language', 'customer', 'actions', 'faults'],
  turn: ['user', 'pause', 'event', 'approve'],
  expect: [
    'started',
    'flow',
    'step',
    'slots',
    'said',
    'not_said',
    'cited',
    'action',
    'no_action',
    'handed_over',
    'ticket',
    'repair',
  ],
} as const
/** How each is written, where its name does not tell. */
const examples = {
  name: 'name: Ada',
  language: 'language: zh',
  customer: 'customer: { name: Ada, tier: gold }',
  actions: 'actions: { find_order: { output: { state: paid } } }',
  faults: 'faults: { find_order: { kind: error, times: 1 } }',
  user: '- user: A17',
  pause: '- pause: PT15M',
  event: '- event: { name: order-shipped }',
  approve: '- approve: true',
  started: 'started: cancel_order',
  flow: 'flow: null',
  step: 'step: which_order',
  slots: 'slots: { order_number: A17 }',
  said: "said: [A17, '/refund(ed)?/i']",
  not_said: 'not_said: [sorry]',
  cited: 'cited: true',
  action: 'action: [find_order, cancel_order]',
  no_action: 'no_action: cancel_order',
  handed_over: 'handed_over: true',
  ticket: 'ticket: true',
  repair: 'repair: correction',
} as const

/** Every word that a test may hold, in the words of somebody who does not program. */
export function TestHelp({ isOpen = false }: { isOpen?: boolean }) {
  const { t } = useTranslation()
  const kinds = caseKinds.map((kind) => `${kind} (${t(`flowTests.about.${kind}`)})`).join(' · ')
  return (
    <details open={isOpen} className="h-fit rounded-xl border border-line bg-sunken p-3 text-sm">
      <summary className="cursor-pointer font-medium">{t('flowTests.help.title')}</summary>
      <p className="mt-2 text-ink-soft">{t('flowTests.help.lead')}</p>
      {(['test', 'turn', 'expect'] as const).map((group) => (
        <section key={group} className="mt-3">
          <h3 className="font-medium">{t(`flowTests.help.groups.${group}`)}</h3>
          <dl className="mt-1 flex flex-col gap-1.5">
            {words[group].map((word) => (
              <div key={word}>
                <dt>
                  <code className="text-xs break-words text-accent-strong">{examples[word]}</code>
                </dt>
                <dd className="text-ink-soft">{t(`flowTests.help.words.${word}`)}</dd>
              </div>
            ))}
            {group === 'test' && (
              <div>
                <dt>
                  <code className="text-xs text-accent-strong">about: happy-path</code>
                </dt>
                <dd className="text-ink-soft">{t('flowTests.help.about', { kinds })}</dd>
              </div>
            )}
          </dl>
        </section>
      ))}
    </details>
  )
}
