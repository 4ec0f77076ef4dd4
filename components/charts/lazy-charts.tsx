"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

// Recharts is 118 KB of the page: it loads with the first chart, and only in the browser.
const loading = () => <Skeleton className="size-full" />;

export const LazyColumnChart = dynamic(() => import("./column-chart").then(({ ColumnChart }) => ColumnChart), { ssr: false, loading });
export const LazyLineChart = dynamic(() => import("./line-chart").then(({ LineChart }) => LineChart), { ssr: false, loading });
export const LazyStepChart = dynamic(() => import("./step-chart").then(({ StepChart }) => StepChart), { ssr: false, loading });
