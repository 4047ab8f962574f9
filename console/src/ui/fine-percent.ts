/** A share as people read it, to a tenth of a percent; a dash where there is none. */
export const finePercent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)
