import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "node_modules/", "data/", "db/migrations/", "test-results/", "playwright-report/"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }, globals: { ...globals.node, ...globals.browser } },
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/no-explicit-any": "error",
      // A cast is a claim nobody checks. The two engines' seam (db/kit.ts, db/client.ts) is the one place that needs it.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/only-throw-error": "off", // Remix throws responses
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-properties": ["error", { object: "Math", property: "random", message: "Chance comes in as an argument." }],
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "Time comes in as an argument; the clock is read in app/cli and in the browser only." },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: ["db/kit.ts", "db/client.ts"], rules: { "@typescript-eslint/consistent-type-assertions": "off" } },
  { files: ["app/cli/**", "tests/**", "**/*.client.ts", "**/ui/**"], rules: { "no-restricted-syntax": "off", "no-restricted-properties": "off" } },
  { files: ["*.js", "app/cli/bootstrap.mjs"], ...tseslint.configs.disableTypeChecked },
);
