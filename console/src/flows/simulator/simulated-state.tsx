import type { DialogueProgress } from '@lingxi/contract/dialogue'
import { useTranslation } from 'react-i18next'
import { useNameable } from '../forms/nameable.ts'
import { said } from '../said.ts'

/** What is known and which flows are open, after the last turn. */
export function SimulatedState({ progress: { slots, stack } }: { progress: DialogueProgress }) {
  const { t, i18n } = useTranslation()
  const { set } = useNameable()
  const results = Object.entries(stack.at(-1)?.results ?? {})
  return (
    <details open className="rounded-xl border border-line bg-sunken p-3 text-sm">
      <summary className="cursor-pointer font-medium">{t('flowSimulator.state')}</summary>
      <ol className="mt-2 flex flex-col gap-0.5">
        {stack.toReversed().map(({ flow, step, waits }, place) => (
          <li key={place}>
            {said(set.flows[flow]?.name, i18n.language) || flow} · <code className="text-xs">{step}</code>{' '}
            <span className="text-ink-faint">{t(`flowSimulator.waits.${waits}`)}</span>
          </li>
        ))}
      </ol>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {Object.entries(slots).map(([name, value]) => (
          <Row key={name} name={said(set.slots[name]?.label, i18n.language) || name} value={String(value)} />
        ))}
        {results.map(([name, value]) => (
          <Row key={name} name={`results.${name}`} value={JSON.stringify(value)} />
        ))}
      </dl>
    </details>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="line-clamp-3 min-w-0 break-words">{value}</dd>
    </>
  )
}
