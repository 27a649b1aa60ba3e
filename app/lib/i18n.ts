import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

/** Languages of the interface. Chinese is what the code is written in; content stays Chinese in both. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Each language in its own name, so that who cannot read the page finds it. */
export const languageNames: Record<Language, string> = { "zh-CN": "中文", en: "English" };

export const languageCookie = "lang";

/** The interface language a Cookie header asks for; Chinese unless English was chosen. */
export function languageOf(cookieHeader: string | null): Language {
  return /(?:^|;\s*)lang=en(?:;|$)/.test(cookieHeader ?? "") ? "en" : "zh-CN";
}

/**
 * A translator. The Chinese sentence is its own key, so a page reads as it is shown; `english` maps it to English.
 * `{{name}}` marks what is filled in; English chooses its noun by number: `{{n}} {{n, plural(one: step; other: steps)}}`.
 */
export function createI18n(language: Language, english: Record<string, string>): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: english }, "zh-CN": { translation: {} } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instance.services.formatter?.add("plural", (value: unknown, _language: string | undefined, forms: { one?: string; other?: string }) => (value === 1 ? forms.one : forms.other) ?? "");
  return instance;
}
