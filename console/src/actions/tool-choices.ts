/** What is chosen of a server's tools, while somebody chooses. */
import type { ChosenTool, OfferedTool, ToolChoice } from '@lingxi/contract/mcp-server'
import { Problem } from '@lingxi/contract/problem'

/** `used`: whether the bot may use it; the rest is kept while it is switched off. */
export type Choice = {
  used: boolean
  name: string
  titleZh: string
  titleEn: string
  effect: ToolChoice['effect']
  care: ToolChoice['care']
}

/** As it was chosen; else as careful as the tool gives reason to be. */
export function choiceOf(tool: OfferedTool, chosen: ChosenTool | undefined): Choice {
  const { effect, care } = chosen ?? careFor(tool)
  const inChinese = /\p{Script=Han}/u.test(tool.title)
  return {
    used: chosen !== undefined,
    name: tool.name,
    titleZh: chosen ? (chosen.title.zh ?? '') : inChinese ? tool.title : '',
    titleEn: chosen ? (chosen.title.en ?? '') : inChinese ? '' : tool.title,
    effect,
    care,
  }
}

const careFor = ({ says }: OfferedTool) =>
  says.onlyLooks ? ({ effect: 'look', care: 'none' } as const) : ({ effect: 'act', care: 'confirmation' } as const)

/** What is sent, in the order in which it is shown. */
export function choicesIn(tools: readonly OfferedTool[], choices: Readonly<Record<string, Choice>>): ToolChoice[] {
  return tools.flatMap(({ tool, fingerprint, title }) => {
    const choice = choices[tool]
    if (!choice?.used) return []
    const { name, titleZh, titleEn, effect } = choice
    const zh = titleZh.trim()
    const en = titleEn.trim() || (zh === '' ? title : '')
    // What only reads is asked of nobody.
    const care = effect === 'look' ? 'none' : choice.care
    return [{ tool, fingerprint, name: name.trim(), title: { ...(zh && { zh }), ...(en && { en }) }, effect, care }]
  })
}

/** Why the server refused which of the choices that were sent. */
export function faultsOf(error: unknown, sent: readonly ToolChoice[]): Record<string, string> {
  const errors = error instanceof Problem ? (error.errors ?? []) : []
  return Object.fromEntries(
    errors.flatMap(({ path, message }) => {
      const tool = sent[Number(/^body\.tools\.(\d+)/.exec(path)?.[1] ?? Number.NaN)]?.tool
      return tool === undefined ? [] : [[tool, message]]
    }),
  )
}
