/** Letters count as two digits, A = 10 … Z = 35, as in an IBAN, so that one numeric system covers prefix and digits. */
function digitsOf(text: string): string {
  return [...text].map((character) => String(Number.parseInt(character, 36))).join("");
}

/**
 * The check digit of ISO 7064 MOD 11,10 over prefix, year and running number.
 * It tells every single wrong digit, and 98 % of two neighbouring digits swapped.
 */
function checkDigit(text: string): number {
  let product = 10;
  for (const digit of digitsOf(text)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/** The printed number of a licence: `AR-2026-00417-8`, from the year of issue and the year's running number, 1 to 99 999. */
export function licenceNumber(year: number, running: number): string {
  if (!Number.isInteger(running) || running < 1 || running > 99_999) throw new RangeError(`no licence number for ${running} of ${year}`);
  const digits = String(running).padStart(5, "0");
  return `AR-${year}-${digits}-${checkDigit(`AR${year}${digits}`)}`;
}

/** Year and running number of a printed number; null when it is not one, its check digit included. */
export function parseLicenceNumber(text: string): { year: number; running: number } | null {
  const match = /^AR-(\d{4})-(\d{5})-\d$/.exec(text);
  if (!match) return null;
  const [year, running] = [Number(match[1]), Number(match[2])];
  return running > 0 && licenceNumber(year, running) === text ? { year, running } : null;
}
