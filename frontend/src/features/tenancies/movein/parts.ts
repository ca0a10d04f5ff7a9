import type { ReactNode } from 'react';
import type { Resident } from '../queries';
import type { Draft } from './draft';

/** Parts of the room of residents, which the route brings along. */
export interface Guests {
  newPerson: (onCreated: (id: string) => void, onCancel: () => void) => ReactNode;
  household: (resident: Resident) => ReactNode;
}
export interface StepProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  next: () => void;
  back: () => void;
  /** The server's refusal that belongs to this step. */
  refused: unknown;
}
