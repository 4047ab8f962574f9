/** Gives a file to the browser's downloads. Its address is let go once the download has begun. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

/** Shows a PDF in a window of its own, at a place in it. The address has to last as long as the window may need it. */
export function showFile(file: Blob, place: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }))
  window.open(`${address}#${place}`, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
