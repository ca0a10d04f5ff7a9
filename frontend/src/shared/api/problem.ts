/** RFC 9457 as the server writes it. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
  context?: Record<string, unknown>;
}
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldProblem[];
  retry_after?: number;
  current_version?: number;
  [extra: string]: unknown;
}

/** The server answered and said no. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    readonly problem: Problem,
    readonly requestId?: string,
  ) {
    super(`${status} ${problem.detail ?? problem.title}`);
  }
  /** `/problems/changed-meanwhile` → `changed-meanwhile` */
  get slug(): string {
    return this.problem.type.replace(/^.*\/problems\//, '');
  }
}

/** Nobody answered: no network, or the server is away. The same request may be sent again. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

const record = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const after = Number(response.headers.get('retry-after'));
  return {
    type: 'about:blank',
    title: response.statusText,
    ...(Number.isFinite(after) && after > 0 && { retry_after: after }),
    ...(record(body) ? body : {}),
    status: response.status,
  };
}
