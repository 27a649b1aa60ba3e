import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** User and system CPU seconds a process has used, and its resident memory in MB, as Linux counts them; zeros elsewhere. */
export function usageOf(pid: number): { cpuSeconds: number; memoryMb: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const ticksPerSecond = 100;
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, memoryMb: Math.round(Number(resident ?? 0) / 1024) };
  } catch {
    return { cpuSeconds: 0, memoryMb: 0 };
  }
}

/** The machine and the versions a figure belongs to. */
export function machine() {
  return { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, date: new Date().toISOString().slice(0, 10) };
}
