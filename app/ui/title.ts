import type { MetaFunction } from "@remix-run/react";

/** The `<title>` of a page. Titles stay Chinese, like the content; screen readers hear the page's own language from `lang`. */
export function title(text: string): MetaFunction {
  return () => [{ title: `${text} · 安然培训` }];
}
