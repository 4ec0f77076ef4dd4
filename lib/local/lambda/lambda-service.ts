import { restJsonErrorResponse } from "../protocols/rest-json.ts";
import type { ServiceHandler } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import type { LambdaContext } from "./operation.ts";
import { matchRoute } from "./router.ts";

/** AWS Lambda's API; errors leave as REST-JSON. */
export function createLambdaService(context: LambdaContext): ServiceHandler {
  return async (request) => {
    try {
      const match = matchRoute(request.method, request.path);
      if (!match) {
        throw new ServiceError(
          "UnknownOperationException",
          404,
          `The local region does not know this operation: ${request.method} ${request.path}`,
        );
      }
      return await match.operation(context, { request, labels: match.labels });
    } catch (error) {
      if (error instanceof ServiceError) return restJsonErrorResponse(error);
      throw error;
    }
  };
}
