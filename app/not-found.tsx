import Link from "next/link";
import { EmptyState } from "@/components/layout/states";
import { buttonClass } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main>
      <EmptyState
        page
        className="min-h-dvh"
        title="There is no such page"
        action={
          <Link href="/" className={buttonClass("primary")}>
            Go to the functions
          </Link>
        }
      />
    </main>
  );
}
