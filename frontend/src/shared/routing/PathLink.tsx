import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** For addresses that come as data (`pathTo`); routes known at compile time use `Link`. */
export function PathLink({
  path,
  className = 'ds-link',
  onClick,
  children,
}: {
  path: string;
  className?: string;
  onClick?: () => void;
  children: ReactNode;
}) {
  return (
    <Link to={path} className={className} onClick={onClick}>
      {children}
    </Link>
  );
}
