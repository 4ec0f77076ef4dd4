import { type ClassValue, clsx } from "clsx";

/** Joins class names; falsy ones are left out. */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
