/** How somebody wants the reader to look, kept in their browser: right before JavaScript arrives, and nobody else's business. */
export const textSizes = { small: "小", standard: "标准", large: "大", huge: "特大" } as const;
export type TextSize = keyof typeof textSizes;

export const themes = { system: "跟随系统", light: "浅色", dark: "深色" } as const;
export type Theme = keyof typeof themes;

export type Look = { size: TextSize; theme: Theme };

const cookie = "reader";
const usual: Look = { size: "standard", theme: "system" };

/** A look from what was sent or kept; what is not on the list is as usual. */
export function lookFrom(size: unknown, theme: unknown): Look {
  const isSize = (value: unknown): value is TextSize => typeof value === "string" && Object.hasOwn(textSizes, value);
  const isTheme = (value: unknown): value is Theme => typeof value === "string" && Object.hasOwn(themes, value);
  return { size: isSize(size) ? size : usual.size, theme: isTheme(theme) ? theme : usual.theme };
}

/** The look a Cookie header asks for. */
export function lookOf(cookieHeader: string | null): Look {
  const [, size, theme] = /(?:^|;\s*)reader=([a-z]+)\.([a-z]+)(?:;|$)/.exec(cookieHeader ?? "") ?? [];
  return lookFrom(size, theme);
}

/** The Set-Cookie header that keeps a look for a year. */
export function keepLook({ size, theme }: Look): string {
  return `${cookie}=${size}.${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
