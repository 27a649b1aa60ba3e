import { pino, type Logger } from "pino";

export type Log = Logger;

/** One JSON line an event on standard output; what could identify or admit a person is struck out. */
export function openLog(level: string): Log {
  return pino({ level, redact: ["*.password", "*.cookie", "*.token", "req.headers.cookie"] });
}
