import { languages } from '@lingxi/contract/message'
import { useNavigate } from '@tanstack/react-router'
import { Check, CircleUserRound, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.ts'
import { useMe } from '../api/use-session.ts'
import { chooseLanguage } from '../i18n/i18n.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Menu, MenuHeading, MenuItem, MenuLine } from '../ui/menu.tsx'
import { themes, useTheme } from '../ui/theme.ts'

const themeIcons = { system: <Monitor />, light: <Sun />, dark: <Moon /> }
const chosen = <Check className="ms-auto text-accent" />

/** Who is signed in, and what belongs to this device. */
export function PersonMenu() {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const { session } = useApi()
  const navigate = useNavigate()
  const [theme, setTheme] = useTheme()
  const trigger = (
    <button type="button" aria-label={t('app.signedInAs', { name: me.name })} className="rounded-full">
      <Avatar name={me.name} />
    </button>
  )
  return (
    <Menu trigger={trigger} side="right">
      <div className="px-2.5 pt-1.5 pb-1">
        <p className="font-medium">{me.name}</p>
        <p className="text-xs text-ink-faint">
          {t(`app.roles.${me.role}`)} · {me.email}
        </p>
      </div>
      <MenuLine />
      <MenuItem icon={<CircleUserRound />} onSelect={() => void navigate({ to: '/account' })}>
        {t('app.navigation.account')}
      </MenuItem>
      <MenuLine />
      <MenuHeading>{t('app.language.label')}</MenuHeading>
      {languages.map((language) => (
        <MenuItem key={language} onSelect={() => chooseLanguage(i18n, language)}>
          {t(`app.language.${language}`)}
          {i18n.language === language && chosen}
        </MenuItem>
      ))}
      <MenuHeading>{t('app.theme.label')}</MenuHeading>
      {themes.map((each) => (
        <MenuItem key={each} icon={themeIcons[each]} onSelect={() => setTheme(each)}>
          {t(`app.theme.${each}`)}
          {theme === each && chosen}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={<LogOut />} onSelect={() => void session.signOut()}>
        {t('app.signOut')}
      </MenuItem>
    </Menu>
  )
}
