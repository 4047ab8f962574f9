import type { LocalText } from '@lingxi/contract/flow'

/** A text in the language that is asked for, else in the other. */
export const said = (text: LocalText | undefined, language: string): string =>
  (language === 'zh' ? (text?.zh ?? text?.en) : (text?.en ?? text?.zh)) ?? ''
