import type { Metadata } from "next";
import { LayersPage } from "@/components/layers/layers-page";

export const metadata: Metadata = { title: "Layers" };

export default function Page() {
  return <LayersPage />;
}
