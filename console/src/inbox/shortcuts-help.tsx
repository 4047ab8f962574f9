import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'

const shortcuts = [
  { keys: ['j'], name: 'next' },
  { keys: ['k'], name: 'previous' },
  { keys: ['Enter'], name: 'open' },
  { keys: ['/'], name: 'search' },
  { keys: ['c'], name: 'claim' },
  { keys: ['r'], name: 'reply' },
  { keys: ['n'], name: 'note' },
  { keys: ['e'], name: 'resolve' },
  { keys: ['h'], name: 'handBack' },
  { keys: ['Enter'], name: 'send' },
  { keys: ['Shift', 'Enter'], name: 'newline' },
  { keys: ['?'], name: 'help' },
] as const

export function ShortcutsHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog open={open} onClose={onClose} title={t('inbox.shortcuts.title')}>
      <dl className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {shortcuts.map(({ keys, name }) => (
          <div key={name} className="flex items-center justify-between gap-3 border-b border-line py-2">
            <dt className="text-ink-soft">{t(`inbox.shortcuts.${name}`)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="grid h-6 min-w-6 place-items-center rounded-md border border-b-2 border-line-strong bg-sunken px-1.5 font-mono text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
