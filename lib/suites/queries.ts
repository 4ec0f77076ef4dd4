import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson } from "@/lib/http/fetch-json";
import { suiteEventListSchema, type SuiteInput, suiteListSchema, type SuiteRunRequest, suiteRunListSchema, suiteRunSchema, suiteSchema, type SuiteUpdate } from "./schema";

const RUNNING_REFETCH_MS = 600;

const suitesPath = (connection: string) => `/api/${connection}/suites`;
const suitePath = (connection: string, id: string) => `${suitesPath(connection)}/${encodeURIComponent(id)}`;
const suiteRunPath = (connection: string, id: string) => `/api/${connection}/suite-runs/${encodeURIComponent(id)}`;

/** Every suite by name, with its last run; asked again while one runs. */
export function suiteListQuery(connection: string) {
  return queryOptions({
    queryKey: [connection, "suites", "list"],
    queryFn: ({ signal }) => fetchJson(suitesPath(connection), suiteListSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.suites.some(({ lastRun }) => lastRun?.status === "running") ? 1_000 : 15_000),
  });
}

/** One suite with its events as they are today. */
export function suiteQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "suites", id],
    queryFn: ({ signal }) => fetchJson(suitePath(connection, id), suiteSchema, { signal }),
  });
}

/** Runs of a suite, newest first. */
export function suiteRunListQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "suites", id, "runs"],
    queryFn: ({ signal }) => fetchJson(`${suitePath(connection, id)}/runs`, suiteRunListSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.runs.some(({ status }) => status === "running") ? 2_000 : 15_000),
  });
}

/** One run with its cases; asked again often while it runs. */
export function suiteRunQuery(connection: string, id: string) {
  return queryOptions({
    queryKey: [connection, "suite-runs", id],
    queryFn: ({ signal }) => fetchJson(suiteRunPath(connection, id), suiteRunSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "running" ? RUNNING_REFETCH_MS : false),
  });
}

/** Events of all functions that contain the text. */
export function suiteEventsQuery(connection: string, search: string) {
  return queryOptions({
    queryKey: [connection, "suites", "events", search],
    queryFn: ({ signal }) => fetchJson(`${suitesPath(connection)}/events?search=${encodeURIComponent(search)}`, suiteEventListSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function createSuiteMutation(connection: string) {
  return mutationOptions({
    mutationFn: (input: SuiteInput) => fetchJson(suitesPath(connection), suiteSchema, { method: "POST", body: input }),
    onSuccess: (suite, _input, _result, { client }) => client.setQueryData(suiteQuery(connection, suite.id).queryKey, suite),
    onSettled: (_suite, _error, _input, _result, { client }) => void client.invalidateQueries({ queryKey: suiteListQuery(connection).queryKey }),
  });
}

/** A `conflict` says that the name is taken or that somebody else saved it. */
export function saveSuiteMutation(connection: string, id: string) {
  return mutationOptions({
    mutationFn: (update: SuiteUpdate) => fetchJson(suitePath(connection, id), suiteSchema, { method: "PUT", body: update }),
    onSuccess: (suite, _update, _result, { client }) => client.setQueryData(suiteQuery(connection, id).queryKey, suite),
    // After a conflict, what is there now shows.
    onSettled: (_suite, error, _update, _result, { client }) => {
      if (error) void client.invalidateQueries({ queryKey: suiteQuery(connection, id).queryKey, exact: true });
      void client.invalidateQueries({ queryKey: suiteListQuery(connection).queryKey });
    },
  });
}

export function deleteSuiteMutation(connection: string) {
  return mutationOptions({
    mutationFn: (id: string) => fetchJson(suitePath(connection, id), z.object({}), { method: "DELETE" }),
    onSettled: (_done, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: suiteListQuery(connection).queryKey }),
  });
}

/** Runs a suite once. Make `clickId` when the person clicks: it is what makes a click one run. */
export function startSuiteRunMutation(connection: string) {
  return mutationOptions({
    mutationFn: ({ suiteId, ...request }: SuiteRunRequest & { suiteId: string }) =>
      fetchJson(`${suitePath(connection, suiteId)}/runs`, suiteRunSchema, { method: "POST", body: request }),
    onSuccess: (run, _request, _result, { client }) => client.setQueryData(suiteRunQuery(connection, run.id).queryKey, run),
    onSettled: (_run, _error, _request, _result, { client }) => void client.invalidateQueries({ queryKey: [connection, "suites"] }),
  });
}

export function cancelSuiteRunMutation(connection: string) {
  return mutationOptions({
    mutationFn: (id: string) => fetchJson(`${suiteRunPath(connection, id)}/cancel`, suiteRunSchema, { method: "POST" }),
    onSettled: (_run, _error, id, _result, { client }) => void client.invalidateQueries({ queryKey: suiteRunQuery(connection, id).queryKey }),
  });
}

/** The report of a run that has ended. */
export function fetchJunit(connection: string, id: string) {
  return fetchJson(`${suiteRunPath(connection, id)}/junit`, z.object({ fileName: z.string(), xml: z.string() }));
}
