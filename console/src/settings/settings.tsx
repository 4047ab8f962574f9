import { Link } from '@tanstack/react-router'
import { Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../api/staff-queries.ts'
import { useMay } from '../api/use-session.ts'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { AnswerStyleForm } from './answer-style-form.tsx'
import { AssistForm } from './assist-form.tsx'
import { ApiKeys } from './api-keys.tsx'
import { CompanyForm } from './company-form.tsx'
import { FeelingForm } from './feeling-form.tsx'
import { HelpCentreForm } from './help-centre-form.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import { InstallationPanel } from './installation-panel.tsx'
import { KeepingPanel } from './keeping-panel.tsx'
import { toForm } from './settings-form.ts'

export function SettingsScreen() {
  const { t } = useTranslation()
  const mayChange = useMay('admin')
  const maySupervise = useMay('supervisor')
  const { data, error, refetch } = useSettings()
  const lead = mayChange ? undefined : t('app.states.readOnly', { role: t('app.roles.admin') })
  return (
    <Page
      narrow
      title={t('settings.heading')}
      lead={lead}
      actions={
        maySupervise && (
          <Link to="/settings/actions" className={buttonClass()}>
            <Zap />
            {t('actions.heading')}
          </Link>
        )
      }
    >
      {!data && !error && <SkeletonRows count={5} className="h-20" />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="flex flex-col gap-6">
          <CompanyForm key={JSON.stringify(toForm(data.settings))} settings={data.settings} mayChange={mayChange} />
          <HelpCentreForm
            key={JSON.stringify(data.settings.helpCentre)}
            settings={data.settings}
            mayChange={mayChange}
          />
          <AnswerStyleForm
            key={JSON.stringify(data.settings.answerStyles)}
            settings={data.settings}
            mayChange={mayChange}
          />
          <FeelingForm key={JSON.stringify(data.settings.feeling)} settings={data.settings} mayChange={mayChange} />
          <AssistForm
            key={JSON.stringify(data.settings.assist)}
            settings={data.settings}
            installation={data.installation}
            mayChange={mayChange}
          />
          {maySupervise && <KeepingPanel settings={data.settings} mayChange={mayChange} />}
          {mayChange && <IdentityPanel />}
          {mayChange && <ApiKeys />}
          <InstallationPanel installation={data.installation} />
        </div>
      )}
    </Page>
  )
}
