/** Something wrong in the content, at a place a person can open. */
export type Problem = { file: string; line: number; reason: string };

/** `content/modules/x.mdx:12 reason`, one a line, in the order of files and lines. */
export function printProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, reason }) => `${file}:${line} ${reason}`)
    .join("\n");
}
