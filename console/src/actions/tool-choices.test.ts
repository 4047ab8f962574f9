import type { OfferedTool } from '@lingxi/contract/mcp-server'
import { Problem } from '@lingxi/contract/problem'
import { describe, expect, it } from 'vitest'
import { choiceOf, choicesIn, faultsOf } from './tool-choices.ts'

const tool = (more: Partial<OfferedTool> = {}): OfferedTool => ({
  tool: 'refund',
  name: 'crm_refund',
  title: 'Refund',
  description: '',
  says: { onlyLooks: false, destroys: false },
  input: {},
  fingerprint: 'f1',
  there: 'new',
  wrong: null,
  ...more,
})

describe('choosing tools', () => {
  it('begins careful: nothing is used, and only what says that it reads is done unasked', () => {
    expect(choiceOf(tool(), undefined)).toMatchObject({ used: false, effect: 'act', care: 'confirmation' })
    const reads = tool({ says: { onlyLooks: true, destroys: false } })
    expect(choiceOf(reads, undefined)).toMatchObject({ used: false, effect: 'look', care: 'none' })
  })

  it('sends what is used, with a title, and asks nobody about what only reads', () => {
    const tools = [tool(), tool({ tool: 'find', name: 'crm_find', title: '查订单' }), tool({ tool: 'off' })]
    const choices = {
      refund: { ...choiceOf(tools[0]!, undefined), used: true, titleEn: ' ', care: 'approval' as const },
      find: { ...choiceOf(tools[1]!, undefined), used: true, effect: 'look' as const },
    }
    expect(choicesIn(tools, choices)).toEqual([
      {
        tool: 'refund',
        name: 'crm_refund',
        title: { en: 'Refund' },
        effect: 'act',
        care: 'approval',
        fingerprint: 'f1',
      },
      { tool: 'find', name: 'crm_find', title: { zh: '查订单' }, effect: 'look', care: 'none', fingerprint: 'f1' },
    ])
  })

  it('says beside its tool why a choice was refused', () => {
    const tools = [tool(), tool({ tool: 'find' })]
    const sent = choicesIn(tools, {
      find: { ...choiceOf(tools[1]!, undefined), used: true },
    })
    const error = new Problem('invalid-request', { errors: [{ path: 'body.tools.0', message: 'tool-changed' }] })
    expect(faultsOf(error, sent)).toEqual({ find: 'tool-changed' })
    expect(faultsOf(new Problem('changed-meanwhile'), sent)).toEqual({})
  })
})
