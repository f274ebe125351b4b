/** 3_400_000 → "3.2 MB", in the numbers that phones show. */
export function sizeWords(bytes: number): string {
  const [kilo, mega] = [1024, 1_048_576]
  if (bytes < mega) return `${String(Math.max(1, Math.round(bytes / kilo)))} KB`
  return `${(bytes / mega).toFixed(1)} MB`
}
