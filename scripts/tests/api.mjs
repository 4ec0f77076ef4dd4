/** Warmstart refused or could not be reached: one sentence for the person. */
export class ApiError extends Error {}

/** Warmstart's own HTTP API at an address. Answers JSON, throws `ApiError`. */
export function createApi(url) {
  const request = async (method, path, body) => {
    const response = await send(url, method, path, body);
    const json = await response.json().catch(() => undefined);
    if (response.ok && json) return json;
    const { message = `It answered ${response.status}.`, hint } = json?.error ?? {};
    throw new ApiError([message, hint].filter(Boolean).join(" "));
  };
  return { get: (path) => request("GET", path), post: (path, body) => request("POST", path, body) };
}

async function send(url, method, path, body) {
  try {
    return await fetch(`${url}${path}`, {
      method,
      // The guard wants to know that no web page sends this.
      headers: { "x-warmstart-request": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    const reason = error.cause?.code ?? error.message;
    throw new ApiError(`No Warmstart answers at ${url} (${reason}). Start it with npm start, or name another with --url or WARMSTART_URL.`);
  }
}
