/** Writes where the cursor is, so that the browser can take it back as what was typed. */
export function insertAt(area: HTMLTextAreaElement | null, text: string, onChange: (value: string) => void): void {
  if (!area) return
  area.focus()
  if (document.execCommand('insertText', false, text)) return
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  onChange(area.value)
}
