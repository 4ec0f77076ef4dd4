import { defineRoute } from "@/lib/http/route";
import { connectionListSchema } from "@/lib/connections/schema";
import { listConnections } from "@/lib/connections/service";

export const GET = defineRoute({ response: connectionListSchema, run: listConnections });
