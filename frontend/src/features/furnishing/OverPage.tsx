import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** A dialog lies over the page, not in the row or the heading that it was opened from. */
export const OverPage = ({ children }: { children: ReactNode }) => createPortal(children, document.body);
