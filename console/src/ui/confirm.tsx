import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

type ConfirmProps = {
  open: boolean
  title: ReactNode
  text: ReactNode
  action: string
  cancel?: string
  dangerous?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be taken back; Escape and the first button leave everything as it is. */
export function Confirm({ open, title, text, action, cancel, dangerous = false, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation()
  const confirm = () => {
    onClose()
    onConfirm()
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-(--veil) transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup
          data-covers=""
          className="fixed top-1/2 left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 rounded-2xl border border-line bg-raised p-5 shadow-lift outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-ink-soft">{text}</AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button>{cancel ?? t('app.actions.cancel')}</Button>} />
            <Button look={dangerous ? 'danger' : 'primary'} onClick={confirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
