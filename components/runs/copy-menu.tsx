"use client";

import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { toast } from "sonner";
import { useConnection } from "@/components/connections/use-connection";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { FunctionRef } from "@/lib/functions/queries";
import { awsInvokeCommand, curlCommand } from "@/lib/runs/copy-commands";
import { qualifierListQuery } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/schema";

/** The run as a command line. */
export function CopyMenu({ functionRef, run }: { functionRef: FunctionRef; run: Run }) {
  const connection = useConnection();
  const url = useQuery(qualifierListQuery(functionRef)).data?.functionUrl;
  const endpointUrl = connection?.endpointHost ? `http://${connection.endpointHost}` : undefined;
  const copy = (text: string, what: string) => {
    navigator.clipboard.writeText(text).then(
      () => toast.success(`Copied the ${what} command`),
      () => toast.error("The browser does not let this page copy."),
    );
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small">
          <Copy size={13} aria-hidden /> Copy as
        </Button>
      }
    >
      <MenuItem onSelect={() => copy(awsInvokeCommand(run, endpointUrl), "aws lambda invoke")}>aws lambda invoke</MenuItem>
      {url ? <MenuItem onSelect={() => copy(curlCommand(run.payload, url.url, url.authType, run.region), "curl")}>curl to the function URL</MenuItem> : null}
    </Menu>
  );
}
