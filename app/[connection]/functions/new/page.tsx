import type { Metadata } from "next";
import { NewFunctionPage } from "@/components/new-functions/new-function-page";

export const metadata: Metadata = { title: "Create a function" };

export default function Page() {
  return <NewFunctionPage />;
}
