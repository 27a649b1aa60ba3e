import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import helmet from "helmet";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { saveAnswersHandler } from "#app/features/exams/save-handler.server.ts";
import { findSession, tokenOf } from "#app/features/people/sessions.server.ts";
import type { Instant } from "#app/lib/clock.ts";
import type { ContentStore } from "#app/lib/content.server.ts";
import type { Config } from "#app/lib/env.server.ts";
import { newId } from "#app/lib/ids.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Store } from "#db/client.ts";

export type HouseParts = { store: Store; content: ContentStore; config: Config; log: Log; clock: () => Instant };

/** The root of the checkout, from which the build, its content and the public files are served. */
const root = join(import.meta.dirname, "..");

/** The address and browser of a request, as kept with its session. */
function originOf(request: Request) {
  return { address: request.ip ?? "unknown", device: request.get("user-agent") ?? "" };
}

/** Cross-site requests that change something are refused: the browser says where they come from. */
function refuseForeignWrites(publicUrl: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin");
    const own = origin === undefined || origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.get("host")}`;
    if ((site !== undefined && site !== "same-origin" && site !== "none") || !own) {
      response.status(403).type("text/plain; charset=utf-8").send("请从本站页面提交。");
      return;
    }
    next();
  };
}

/** More than any form of ours sends; an import of people, the largest, has its own limit well below, and says so on its page. */
const longestBody = 8 * 1024 * 1024;

const rubbishWords = { 400: "地址有误。", 405: "不支持这种请求。", 411: "提交的内容没有说明长度。", 413: "提交的内容太大。" } as const;

/** Rubbish is refused before anything reads it: a method that no Request can carry, a NUL in the address, a body that is too long or does not say how long it is. */
function refuseRubbish(request: Request, response: Response, next: NextFunction) {
  const status = request.method === "TRACE" ? 405 : request.originalUrl.includes("%00") ? 400 : request.get("transfer-encoding") !== undefined ? 411 : Number(request.get("content-length") ?? 0) > longestBody ? 413 : null;
  if (status === null) return next();
  // What is left of the body is not waited for.
  response.status(status).set("Connection", "close").type("text/plain; charset=utf-8").send(rubbishWords[status]);
}

/** How the site is served while it is being written: the files by Vite, the build as it is at each request. */
export type DevServer = { files: RequestHandler; build: () => Promise<ServerBuild> };

/** The HTTP application: headers, health, metrics, hot paths, files, then Remix. */
export function createApp(parts: HouseParts, build: ServerBuild | DevServer) {
  const dev = "files" in build ? build : null;
  const { store, config, log, clock } = parts;
  const app = express();
  app.disable("x-powered-by");
  if (config.trustProxy) app.set("trust proxy", 1);

  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer a request",
    labelNames: ["kind", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });

  app.get("/healthz", (_request, response, next) => {
    store.check().then(() => response.type("text/plain").send("ok"), next);
  });
  // The metrics tell how busy an exam is: for the machine itself and the monitoring beside it, not for the public.
  app.get("/metrics", (request, response, next) => {
    // Behind a proxy on this machine that TRUST_PROXY does not speak of, everybody looks local.
    const proxied = !config.trustProxy && request.get("x-forwarded-for") !== undefined;
    if (proxied || (request.ip !== "127.0.0.1" && request.ip !== "::1" && request.ip !== "::ffff:127.0.0.1")) return next();
    registry.metrics().then((text) => response.type(registry.contentType).send(text), next);
  });
  if (config.benchRoutes) app.get("/bench/express", (_request, response) => response.type("text/plain").send("ok"));

  app.use((request, response, next) => {
    const stop = duration.startTimer({ kind: request.path.startsWith("/api/") ? "api" : "page" });
    response.on("finish", () => stop({ status: response.statusCode }));
    next();
  });
  const nonces = new WeakMap<object, string>();
  const nonceOf = (response: object) => nonces.get(response) ?? "";
  app.use((_request, response, next) => {
    nonces.set(response, randomBytes(16).toString("base64"));
    next();
  });
  const secure = config.publicUrl.startsWith("https:");
  app.use(
    helmet({
      // Vite's own page scripts are inline and its updates come over a web socket.
      contentSecurityPolicy: dev ? false : {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", "data:"],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          formAction: ["'self'"],
          upgradeInsecureRequests: secure ? [] : null,
        },
      },
      strictTransportSecurity: secure,
      referrerPolicy: { policy: "same-origin" },
    }),
  );
  app.use(refuseRubbish);
  app.use(refuseForeignWrites(config.publicUrl));
  app.use(compression());

  if (dev) app.use(dev.files);
  app.get("/favicon.ico", (_request, response) => response.redirect(301, "/favicon.svg"));
  app.use("/assets", express.static(join(root, "build/client/assets"), { immutable: true, maxAge: "1y" }));
  app.use(express.static(join(root, "build/client"), { maxAge: "1h" }));

  const sessionOf = (request: Request) => findSession(store, config.sessionSecret, tokenOf(request.get("cookie")), clock());
  app.post("/api/attempts/:id/answers", express.json({ limit: "64kb" }), saveAnswersHandler({ store, clock, sessionOf }));

  const getLoadContext = (request: Request, response: Response): AppLoadContext => {
    let session: ReturnType<typeof sessionOf> | undefined;
    return {
      store,
      content: parts.content,
      config,
      log,
      clock,
      newId,
      nonce: nonceOf(response),
      origin: originOf(request),
      session: () => (session ??= sessionOf(request)),
    };
  };
  app.use((request, response, next) => {
    // Pages are personal. The public check of a licence says itself for how many seconds it may be kept.
    if (!request.path.startsWith("/v/")) response.setHeader("Cache-Control", "no-store");
    next();
  });
  const remix = createRequestHandler({ build: "files" in build ? build.build : build, getLoadContext, mode: dev ? "development" : "production" });
  app.all("*", (request, response, next) => void remix(request, response, next));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = typeof error === "object" && error !== null && "status" in error && typeof error.status === "number" ? error.status : 500;
    if (status >= 500) log.error({ err: error, url: request.originalUrl }, "request failed");
    response.status(status).json({ error: status >= 500 ? "server" : "bad-request" });
  });
  return app;
}

/** The production build that `npm run build` left under `build/server`. */
export async function loadBuild(): Promise<ServerBuild> {
  const build: unknown = await import(pathToFileURL(join(root, "build/server/index.js")).href);
  if (!isServerBuild(build)) throw new Error("build/server/index.js is not a Remix build: run npm run build");
  return build;
}

/** Whether a loaded module is a Remix server build. */
export function isServerBuild(value: unknown): value is ServerBuild {
  return typeof value === "object" && value !== null && "routes" in value && "assets" in value && "entry" in value;
}

/** Starts to listen; resolves once connections are accepted. `port` 0 takes a free one. */
export async function listen(parts: HouseParts, build: ServerBuild | DevServer): Promise<{ server: Server; url: string }> {
  const server = createServer(createApp(parts, build));
  const { host, port } = parts.config;
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return { server, url: `http://${host === "127.0.0.1" ? "localhost" : host}:${actual}` };
}
