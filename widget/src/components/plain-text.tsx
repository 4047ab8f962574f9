import { splitAddresses } from '../markdown-text.ts'

/** What a customer typed: as it was typed, with web addresses to follow. */
export function PlainText({ text }: { text: string }) {
  return (
    <>
      {splitAddresses(text).map((part, index) =>
        part.address ? (
          <a key={index} href={part.address} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  )
}
