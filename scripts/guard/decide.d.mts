export interface Refusal {
  status: number;
  code: string;
  message: string;
}
export function decide(request: { method: string; url: string; headers: Record<string, string | undefined> }): Refusal | undefined;
