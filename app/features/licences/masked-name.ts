/** A name as strangers may see it: 陈晓梅 → 陈*梅, 陈梅 → 陈*, 欧阳晓梅 → 欧**梅. */
export function maskedName(name: string): string {
  const [first = "", ...rest] = [...name.trim()];
  if (rest.length === 0) return "*";
  const last = rest.length > 1 ? rest.at(-1) : "";
  return `${first}${"*".repeat(Math.max(1, rest.length - 1))}${last}`;
}
