import "server-only";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import { isAppError } from "@/lib/errors";
import { type AwsCall, callAws } from "./call";
import { type AwsTarget, type ClientPurpose, lambdaClient } from "./clients";

export interface LambdaRequest extends Pick<AwsCall, "signal" | "priority" | "deadlineMs" | "secrets"> {
  target: AwsTarget;
  /** AWS's name of the operation. */
  operation: string;
  /** What it is about, in words: `the alias prod of checkout`. */
  resource: string;
}

type Send<T> = (client: LambdaClient, options: { abortSignal: AbortSignal }) => Promise<T>;

/** One request that changes nothing; retried. */
export function readLambda<T>(request: LambdaRequest, send: Send<T>): Promise<T> {
  return sendLambda("read", request, send);
}

/** One request that changes something; never retried. */
export function writeLambda<T>(request: LambdaRequest, send: Send<T>): Promise<T> {
  return sendLambda("write", request, send);
}

/** A request with a large body: never retried, and only its deadline ends it. */
export function uploadToLambda<T>(request: LambdaRequest & { deadlineMs: number }, send: Send<T>): Promise<T> {
  return sendLambda("invoke", request, send);
}

async function sendLambda<T>(purpose: ClientPurpose, request: LambdaRequest, send: Send<T>): Promise<T> {
  const client = await lambdaClient(request.target, purpose);
  return callAws({ service: "lambda", ...request }, (abortSignal) => send(client, { abortSignal }));
}

/** All pages of a list. `page` sends one request with the marker and answers its items and the next marker. */
export async function allPages<T>(page: (marker: string | undefined) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
  const all: T[] = [];
  let marker: string | undefined;
  do {
    const { items, next } = await page(marker);
    all.push(...items);
    marker = next;
  } while (marker);
  return all;
}

/** The answer, or undefined where AWS says that there is none. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return undefined;
    throw error;
  }
}
