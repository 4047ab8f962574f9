import type { FlowFault } from '@lingxi/contract/flow-versions'
import { useTranslation } from 'react-i18next'

const most = 50

/** What of a text cannot be read, with its place; `onGo` leads there. */
export function FaultList({
  title,
  faults,
  onGo,
}: {
  title: string
  faults: readonly FlowFault[]
  onGo?: (fault: FlowFault) => void
}) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="rounded-xl border border-danger-line bg-danger-soft p-3 text-danger">
      <p className="font-medium">{title}</p>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {faults.slice(0, most).map((fault, place) => {
          const { path, line, column, message } = fault
          const where = t('flowTests.editor.place', { line, column })
          return (
            <li key={place} className="break-words">
              {line > 0 &&
                (onGo ? (
                  <button type="button" className="font-medium underline" onClick={() => onGo(fault)}>
                    {where}
                  </button>
                ) : (
                  <span className="font-medium">{where}</span>
                ))}{' '}
              {path && <code className="text-xs">{path}</code>} {message}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
