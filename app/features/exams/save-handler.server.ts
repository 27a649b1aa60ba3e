import type { Request, Response } from "express";

export function saveAnswersHandler(_parts: unknown) {
  return (_request: Request, response: Response) => void response.status(501).end();
}
