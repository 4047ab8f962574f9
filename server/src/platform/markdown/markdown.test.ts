import { expect, it } from 'vitest'
import { renderMarkdown } from './markdown.ts'

it('writes headings, lists, tables and links', () => {
  const html = renderMarkdown(
    '# 运费\n\n- 一\n- **二**\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[去](https://a.example)',
    {
      headingsFrom: 2,
    },
  )
  expect(html).toContain('<h2>运费</h2>')
  expect(html).toContain('<strong>二</strong>')
  expect(html).toContain('<td>1</td>')
  expect(html).toContain('<a href="https://a.example">去</a>')
})

it('lets nothing run that somebody has written into a text', () => {
  const html = renderMarkdown(
    '<script>alert(1)</script>\n\n[a](javascript:alert(1)) ![b](data:text/html,x) <img src=x onerror=alert(1)>',
  )
  expect(html).not.toMatch(/<script|javascript:|onerror|data:text/)
})
