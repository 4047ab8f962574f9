/** Check digits: what tells a number from a row of digits. Each takes digits and letters without spaces. */

/** ISO/IEC 7812-1 (Luhn): bank cards. */
export function holdsLuhn(number: string): boolean {
  let sum = 0
  for (let place = 0; place < number.length; place++) {
    const digit = Number(number[number.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** GB 11643-1999 (ISO 7064 MOD 11-2): the eighteenth sign of a Chinese resident identity number. */
export function holdsIdentityCheck(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return '10x98765432'[weighted(number, weights) % 11] === number[17]!.toLowerCase()
}

/** UPU S10: two letters, eight digits and their check digit, two letters of the country. */
export function holdsPostalCheck(number: string): boolean {
  const check = 11 - (weighted(number.slice(2, 10), [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
  return (check === 10 ? 0 : check === 11 ? 5 : check) === Number(number[10])
}

/** UPS: after "1Z" fifteen signs, letters counting (code − 63) mod 10, every second doubled. */
export function holdsUpsCheck(number: string): boolean {
  const sum = [...number.slice(2, 17).toUpperCase()].reduce((total, sign, place) => {
    const value = /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10
    return total + (place % 2 === 1 ? value * 2 : value)
  }, 0)
  return (10 - (sum % 10)) % 10 === Number(number[17])
}

/** FedEx Express, twelve digits: weights 3 1 7 from the left over eleven, mod 11, mod 10. */
export function holdsFedexCheck(number: string): boolean {
  const sum = weighted(number.slice(0, 11), [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1])
  return (sum % 11) % 10 === Number(number[11])
}

const weighted = (digits: string, weights: number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
