import { redirect } from "next/navigation";

/** Pages below a connection that people type without one. */
const PAGES = ["functions", "tests", "environment", "layers", "cost", "activity"];

export default async function ConnectionHome({ params }: { params: Promise<{ connection: string }> }) {
  const { connection } = await params;
  redirect(PAGES.includes(connection) ? `/?page=${connection}` : `/${connection}/functions`);
}
