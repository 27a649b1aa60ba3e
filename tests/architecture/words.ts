import ts from "typescript";
import type { SourceFile } from "./source.ts";

/** A piece of Chinese text in the app, and where it stands. */
export type Word = { text: string; file: string; line: number };

// Chinese characters and the punctuation that goes with them; “ ” … are English too.
const chinese = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

export function isChinese(text: string): boolean {
  return chinese.test(text);
}

/** Files in which Chinese is data and not interface, the same in every language of the interface. */
const dataFiles: readonly RegExp[] = [
  /^db\//, // demonstration data
  /^app\/cli\//, // command line
  /^app\/server\.ts$/, // answers of the HTTP layer, before any page
  /^app\/lib\/i18n\.ts$/, // each language in its own name
  /^app\/ui\/title\.ts$/, // the tab's title stays Chinese
  /^app\/features\/licences\/certificate\.server\.ts$/, // the printed certificate
  /^app\/features\/search\/(amounts|search)\.ts$/, // numbers, units and particles as they are written in Chinese text
  /^app\/features\/standards\/figure\.ts$/, // units of the figures, written with the content
  /^app\/features\/people\/import(-format)?\.ts$/, // columns of the import file
  /^app\/routes\/admin\.people\.template\.ts$/, // the import file with one line to overwrite
  /^app\/routes\/[a-z.-]+export\.ts$/, // exported files: their columns do not depend on who exports
];

/**
 * The Chinese of some sources: `sentences`, string literals, which can be looked up; `loose`, text between tags and template literals, which
 * cannot: a sentence that is filled in goes through `t("… {{n}} …", { n })`. Titles of the browser's tab are passed over.
 */
export function chineseIn(sources: readonly SourceFile[]): { sentences: Word[]; loose: Word[] } {
  const sentences: Word[] = [];
  const loose: Word[] = [];
  for (const { path, text } of sources.filter((one) => !dataFiles.some((pattern) => pattern.test(one.path)))) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const put = (list: Word[], node: ts.Node, words: string) => {
      if (isChinese(words)) list.push({ text: words, file: path, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
    };
    const visit = (node: ts.Node): void => {
      if (isTabTitle(node)) return;
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) put(sentences, node, node.text);
      else if (ts.isJsxText(node)) put(loose, node, node.text.trim());
      else if (ts.isTemplateExpression(node)) put(loose, node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("…"));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { sentences, loose };
}

/** `export const meta = …`, by which Remix is told the title of the tab. */
function isTabTitle(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === "meta";
}

/** The names a sentence is filled in with, each once, in order of the alphabet: `{{n}}`, `{{n, plural(…)}}`. */
export function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{\s*([^,}\s]+)[^}]*\}\}/g)].map(([, name]) => name ?? ""))].sort();
}
