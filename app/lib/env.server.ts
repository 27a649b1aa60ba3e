import { join, resolve } from "node:path";
import { z } from "zod";

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres://")
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must begin with http:// or https://" }).optional(),
  SESSION_SECRET: z.string().min(32, "SESSION_SECRET needs at least 32 characters").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  BENCH_ROUTES: z.enum(["0", "1"]).default("0"),
});

/** The configuration, parsed once. `publicUrl` has no slash at its end. */
export type Config = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databaseFile: string;
  publicUrl: string;
  sessionSecret: string;
  logLevel: z.infer<typeof Env>["LOG_LEVEL"];
  trustProxy: boolean;
  benchRoutes: boolean;
};

/** Thrown at start-up with one sentence a person can act on. */
export class ConfigError extends Error {}

/**
 * Reads the environment. `demo` fills in what production must be told: an address and a secret.
 * Throws `ConfigError` naming every variable that is missing or wrong.
 */
export function readConfig(env: Record<string, string | undefined>, mode: "demo" | "production"): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(filled);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  }
  const value = parsed.data;
  const missing = mode === "production" ? (["SESSION_SECRET", "PUBLIC_URL"] as const).filter((name) => value[name] === undefined) : [];
  if (missing.length > 0) throw new ConfigError(`${missing.join(" and ")} must be set to serve in production; see the table in README.md`);
  const dataDir = resolve(value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir,
    databaseUrl: value.DATABASE_URL,
    databaseFile: join(dataDir, "lms.sqlite"),
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ""),
    sessionSecret: value.SESSION_SECRET ?? "demo-only-secret-never-used-in-production",
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY === "1",
    benchRoutes: value.BENCH_ROUTES === "1",
  };
}
