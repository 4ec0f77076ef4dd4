import type { Metadata } from "next";
import { BulkEditPage } from "@/components/bulk-edits/bulk-edit-page";

export const metadata: Metadata = { title: "Bulk edit" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <BulkEditPage id={(await params).id} />;
}
