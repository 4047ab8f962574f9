/** The people who work here, their roles, and how they sign in. */
import { AnswerStyles, plainStyles } from './answer-style.ts'
import { AssistSettings, plainAssist } from './assist.ts'
import { Feeling, plainFeeling } from './feeling.ts'
import { z } from 'zod'
import { Language } from './message.ts'
import { Scope } from './scope.ts'

export const roles = ['admin', 'supervisor', 'staff'] as const
export const Role = z.enum(roles).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

export const PersonName = z.string().trim().min(1).max(60)
export const Password = z.string().min(10).max(200)
export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email())

export const StaffGroups = z.array(z.string().trim().min(1).max(60)).max(50)

export const Staff = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: Role,
    active: z.boolean(),
    /** Groups whose knowledge they may read beside what is for all of the staff. */
    groups: StaffGroups,
    createdAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Staff' })
export type Staff = z.infer<typeof Staff>

export const SignedIn = z
  .strictObject({ accessToken: z.string(), expiresInSeconds: z.int().positive(), staff: Staff })
  .meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>

export const ApiKey = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    hint: z.string(),
    scopes: z.array(Scope),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

const inBoth = (longest: number) =>
  z.strictObject({ zh: z.string().trim().max(longest), en: z.string().trim().max(longest) })

const HelpCentre = z.strictObject({
  enabled: z.boolean(),
  /** The company's own name for it, such as `help.example.com`; null: only under `/help` of this server. */
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/)
    .nullable(),
  accent: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  title: inBoth(80),
})
export const plainHelpCentre: z.infer<typeof HelpCentre> = {
  enabled: true,
  domain: null,
  accent: '#0a6b5c',
  title: { zh: '帮助中心', en: 'Help centre' },
}

/** As the IANA names them: `Asia/Shanghai`. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
export const plainTimeZone = 'Asia/Shanghai'

const parts = {
  companyName: z.string().trim().min(1).max(80),
  botName: z.string().trim().min(1).max(40),
  defaultLanguage: Language,
  greeting: inBoth(500),
  /** Questions offered before the customer has said anything: at most five a language. */
  suggestions: z.strictObject({
    zh: z.array(z.string().trim().min(1).max(80)).max(5),
    en: z.array(z.string().trim().min(1).max(80)).max(5),
  }),
  askSatisfaction: z.boolean(),
  helpCentre: HelpCentre,
  /** Four eyes: nobody's text goes live before somebody else has approved it. */
  reviewRequired: z.boolean(),
  answerStyles: AnswerStyles,
  feeling: Feeling,
  /** Whether a model helps, and what it may spend; without a configured model it has no effect. */
  assist: AssistSettings,
  /** Where "tomorrow at three" is said. */
  timeZone: z.string().max(60).refine(isTimeZone, 'is no time zone'),
}

/** What a company may change about its bot without touching the installation. */
export const Settings = z
  .strictObject({
    ...parts,
    helpCentre: parts.helpCentre.default(plainHelpCentre),
    reviewRequired: parts.reviewRequired.default(false),
    answerStyles: parts.answerStyles.default(plainStyles),
    feeling: parts.feeling.default(plainFeeling),
    assist: parts.assist.default(plainAssist),
    timeZone: parts.timeZone.default(plainTimeZone),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

/** Some of them: what is left out stays as it is, also when somebody else changes that at the same time. */
export const SettingsChange = z.strictObject(parts).partial().meta({ id: 'SettingsChange' })
export type SettingsChange = z.infer<typeof SettingsChange>

/** What the operator set at start, shown and not changeable here. */
export const Installation = z
  .strictObject({
    version: z.string(),
    database: z.enum(['embedded', 'postgresql']),
    model: z.strictObject({ configured: z.boolean(), name: z.string().nullable() }),
  })
  .meta({ id: 'Installation' })
export type Installation = z.infer<typeof Installation>
