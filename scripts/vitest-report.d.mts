/** Of Vitest's JSON report, what is counted. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export function countOf(
  report: VitestReport | null,
  endedWell: boolean,
): { readonly passed: number; readonly failed: number };
