"use client";

import { useEffect, useState } from "react";
import type { Assertion } from "@/lib/assertions/schema";

/** How many assertions are not well written. Paths and patterns are read by libraries that are loaded with the first assertion. */
export function useWrongAssertions(assertions: readonly Assertion[]): number {
  const [wrong, setWrong] = useState(0);
  useEffect(() => {
    if (assertions.length === 0) return;
    let current = true;
    void import("@/lib/assertions/assertion-problem").then(({ findAssertionProblem }) => {
      if (current) setWrong(assertions.filter((assertion) => findAssertionProblem(assertion)).length);
    });
    return () => {
      current = false;
    };
  }, [assertions]);
  return assertions.length === 0 ? 0 : wrong;
}
