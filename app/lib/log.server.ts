import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** One JSON line an event, on standard output unless another stream is given; what could identify or admit a person is struck out. */
export function openLog(level: string, stream?: DestinationStream): Log {
  const options = { level, redact: ["*.password", "*.cookie", "*.token", "req.headers.cookie"], serializers: { err: tellError } };
  return stream ? pino(options, stream) : pino(options);
}

/** An error and its causes. Of a failed query the statement is told, never what was filled in: hashes, names, telephone numbers. */
function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const message = "query" in error && "params" in error ? `Failed query: ${String(error.query)}` : error.message;
  const frames = (error.stack ?? "").split(error.message).at(-1) ?? "";
  return {
    type: error.name,
    message,
    ...("code" in error ? { code: error.code } : {}),
    stack: `${error.name}: ${message}${frames}`,
    ...(error.cause === undefined ? {} : { cause: tellError(error.cause) }),
  };
}
