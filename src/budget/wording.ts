/** An amount as German readers write it: `1.234,50`. */
export function germanAmount(value: number): string {
  return grouped(value, ".", ",");
}

/** An amount in English notation: `1,234.50`. */
export function englishAmount(value: number): string {
  return grouped(value, ",", ".");
}

function grouped(value: number, thousands: string, decimal: string): string {
  const [whole, cents] = Math.abs(value).toFixed(2).split(".");
  const groups = (whole ?? "0").replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return `${value < 0 ? "-" : ""}${groups}${decimal}${cents ?? "00"}`;
}
