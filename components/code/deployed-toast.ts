import { toast } from "sonner";
import type { Deployed } from "@/lib/code/schema";

/** Says that code is deployed, and whether its checksum was compared. */
export function toastDeployed({ verified, codeSha256 }: Deployed): void {
  toast.success("The code is deployed", {
    description: verified ? "AWS names the checksum of exactly what was sent." : `AWS fetched it itself; its checksum is ${codeSha256.slice(0, 16)}…`,
  });
}
