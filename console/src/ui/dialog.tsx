import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  about?: ReactNode
  /** In the middle, or a tall sheet at the end side. */
  place?: 'middle' | 'side'
  children: ReactNode
  footer?: ReactNode
}

const motion =
  'transition-[opacity,translate,scale] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'
const places = {
  middle:
    'top-1/2 left-1/2 max-h-[min(44rem,calc(100dvh-2rem))] w-[min(30rem,calc(100vw-2rem))] -translate-1/2 rounded-2xl data-ending-style:scale-98 data-starting-style:scale-98',
  side: 'inset-y-0 end-0 w-[min(34rem,100vw)] rounded-s-2xl data-ending-style:translate-x-6 data-starting-style:translate-x-6',
}

export function Dialog({ open, onClose, title, about, place = 'middle', children, footer }: DialogProps) {
  const { t } = useTranslation()
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-(--veil) transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          data-covers=""
          className={classNames(
            'fixed z-40 flex flex-col border border-line bg-raised shadow-lift outline-none',
            motion,
            places[place],
          )}
        >
          <header className="flex items-start gap-3 border-b border-line py-3.5 ps-5 pe-3">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              {about && (
                <BaseDialog.Description className="mt-0.5 text-sm text-ink-soft">{about}</BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close
              aria-label={t('app.actions.close')}
              className="grid size-8 place-items-center rounded-lg text-ink-faint hover:bg-hover hover:text-ink"
            >
              <X className="size-4.5" />
            </BaseDialog.Close>
          </header>
          {/* It scrolls; without focus the keyboard could not. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-5 py-4 focus-visible:-outline-offset-2">
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
