/** What is used of bin/, whose files are plain JavaScript because they run before anything is installed. */
declare module '*/bin/system-programs.mjs' {
  /** The folder with `initdb` and `postgres`. */
  export function findPostgres(): string | undefined
}
