import { languages } from '@lingxi/contract/message'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.ts'
import { useMe } from '../api/use-session.ts'
import { chooseLanguage } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Page, Panel } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { shortcutsOn } from '../ui/shortcuts.ts'
import { themes, useTheme } from '../ui/theme.ts'
import { Toggle } from '../ui/toggle.tsx'
import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'

const themeIcons = { system: <Monitor />, light: <Sun />, dark: <Moon /> }

export function Account() {
  const { t } = useTranslation()
  const me = useMe()
  const { session } = useApi()
  return (
    <Page narrow title={t('account.heading')} lead={`${me.email} · ${t(`app.roles.${me.role}`)}`}>
      <div className="flex flex-col gap-6">
        <Panel title={t('account.profile')}>
          <NameForm key={me.name} />
        </Panel>
        <Preferences />
        <Panel title={t('account.password')}>
          <PasswordForm />
        </Panel>
        <section className="flex items-center justify-between gap-4 rounded-2xl border border-line bg-surface p-5">
          <p className="text-ink-soft">{t('account.signOutText')}</p>
          <Button onClick={() => void session.signOut()}>
            <LogOut />
            {t('app.signOut')}
          </Button>
        </section>
      </div>
    </Page>
  )
}

function Preferences() {
  const { t, i18n } = useTranslation()
  const [theme, setTheme] = useTheme()
  const [keys, setKeys] = useState(shortcutsOn.read)
  const language = languages.find((each) => each === i18n.language) ?? 'zh'
  return (
    <Panel title={t('account.preferences')}>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span>{t('app.language.label')}</span>
          <Segments
            label={t('app.language.label')}
            value={language}
            options={languages.map((value) => ({ value, label: t(`app.language.${value}`) }))}
            onChange={(next) => chooseLanguage(i18n, next)}
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span>{t('app.theme.label')}</span>
          <Segments
            label={t('app.theme.label')}
            value={theme}
            options={themes.map((value) => ({
              value,
              label: (
                <>
                  {themeIcons[value]}
                  {t(`app.theme.${value}`)}
                </>
              ),
            }))}
            onChange={setTheme}
          />
        </div>
        <Toggle
          label={t('account.shortcuts')}
          hint={t('account.shortcutsHint')}
          checked={keys === 'on'}
          onChange={(on) => {
            const next = on ? 'on' : 'off'
            shortcutsOn.write(next)
            setKeys(next)
          }}
        />
      </div>
    </Panel>
  )
}
