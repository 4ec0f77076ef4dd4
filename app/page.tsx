import { cookies } from "next/headers";
import { HomeRedirect } from "@/components/connections/home-redirect";

export default async function Home({ searchParams }: { searchParams: Promise<{ page?: string | string[] }> }) {
  const last = (await cookies()).get("warmstart-connection")?.value;
  const { page } = await searchParams;
  return <HomeRedirect last={last} page={typeof page === "string" && /^[a-z]+$/.test(page) ? page : undefined} />;
}
