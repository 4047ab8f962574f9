/**
 * Cohen's kappa in plain words, in the steps of Landis and Koch, "The measurement of observer agreement for categorical data"
 * (Biometrics, 1977). Null, where it is not defined: `unknown`.
 */
export function agreementWord(kappa: number | null) {
  if (kappa === null) return 'unknown'
  if (kappa < 0) return 'poor'
  if (kappa <= 0.2) return 'slight'
  if (kappa <= 0.4) return 'fair'
  if (kappa <= 0.6) return 'moderate'
  return kappa <= 0.8 ? 'substantial' : 'almostPerfect'
}
