/** Every text of the console has the shape of the Chinese dictionary: a key that is missing elsewhere is a type error. */
import type { zh } from './zh/zh.ts'

type Widened<T> = { [Key in keyof T]: T[Key] extends string ? string : Widened<T[Key]> }
export type Words = Widened<typeof zh>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Words }
    returnNull: false
  }
}
