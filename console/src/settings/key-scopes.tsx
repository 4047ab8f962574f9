import { type Scope, scopes } from '@lingxi/contract/scope'
import { useTranslation } from 'react-i18next'
import { Toggle } from '../ui/toggle.tsx'

type KeyScopesProps = { value: readonly Scope[]; onChange: (scopes: Scope[]) => void }

/** What the holder of a key may do, each with a switch. */
export function KeyScopes({ value, onChange }: KeyScopesProps) {
  const { t } = useTranslation()
  const without = (scope: Scope) => value.filter((each) => each !== scope)
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{t('settings.scopes')}</legend>
      {scopes.map((scope) => (
        <Toggle
          key={scope}
          label={t(`settings.scope.${scope}.name`)}
          hint={t(`settings.scope.${scope}.text`)}
          checked={value.includes(scope)}
          onChange={(checked) => onChange(checked ? [...without(scope), scope] : without(scope))}
        />
      ))}
      {value.length === 0 && <p className="text-xs text-danger">{t('settings.noScopes')}</p>}
    </fieldset>
  )
}
