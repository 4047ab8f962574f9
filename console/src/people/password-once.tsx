import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { CopyOnce } from '../ui/copy-once.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { MadePassword } from './people.tsx'

export function PasswordOnce({ made, onClose }: { made: MadePassword | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      open={made !== undefined}
      onClose={onClose}
      title={t('people.passwordTitle', { name: made?.name ?? '' })}
      about={t('people.passwordText')}
      footer={<Button onClick={onClose}>{t('app.actions.close')}</Button>}
    >
      {made && <CopyOnce text={made.password} label={t('app.signIn.password')} />}
    </Dialog>
  )
}
