import { cookies } from "next/headers";
import { HomeRedirect } from "@/components/connections/home-redirect";

export default async function Home() {
  const last = (await cookies()).get("warmstart-connection")?.value;
  return <HomeRedirect last={last} />;
}
