import type { IndexChoice, Series } from "../../../model/document";
import type { ByYear } from "../../fields";

// A draft may hold anything at a path; a field shows what is of its kind and is empty otherwise.

export function asNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Amounts by year; an amount still to be given is left out. */
export function asAmounts(value: unknown): ByYear {
  return Object.fromEntries(
    Object.entries(asRecord(value)).flatMap(([year, amount]) =>
      typeof amount === "number" ? [[year, amount] as const] : [],
    ),
  );
}

export function asSeries(value: unknown): Series | undefined {
  if (typeof value === "number") return value;
  return typeof value === "object" && value !== null ? asAmounts(value) : undefined;
}

export function asIndex(value: unknown): IndexChoice | null | undefined {
  if (value === null) return null;
  if (value === "goods" || value === "staff" || value === "fees") return value;
  return asSeries(value);
}
