import { redirect } from "next/navigation";

export default async function ConnectionHome({ params }: { params: Promise<{ connection: string }> }) {
  redirect(`/${(await params).connection}/functions`);
}
