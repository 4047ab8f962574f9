/** The little of nlp.js that the bench uses: it brings no types. */
declare module 'node-nlp' {
  export class NlpManager {
    constructor(settings: object)
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<unknown>
    process(language: string, text: string): Promise<{ intent: string }>
  }
}
