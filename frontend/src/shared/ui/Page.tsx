import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

interface HeaderProps {
  title: string;
  /** One muted line under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** A link back to the list above. */
  back?: ReactNode;
  tags?: ReactNode;
}
/** Also names the browser tab; its heading takes the focus after a navigation. */
export function PageHeader({ title, lead, actions, back, tags }: HeaderProps) {
  return (
    <header className="page-header">
      <title>{`${title} – Bomiljø`}</title>
      <div>
        {back && <div className="page-back">{back}</div>}
        <div className="page-title">
          <Heading level={1} data-size="sm" tabIndex={-1} dir="auto">
            {title}
          </Heading>
          {tags}
        </div>
        {lead && <Paragraph className="muted flush">{lead}</Paragraph>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}

export function DetailLayout({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="detail">
      <div className="detail-main">{children}</div>
      <aside className="detail-aside">{aside}</aside>
    </div>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <Heading level={2} data-size="2xs">
          {title}
        </Heading>
        {actions}
      </div>
      {children}
    </section>
  );
}

export interface Description {
  term: string;
  value: ReactNode;
}
/** Lines without a value are left out. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="descriptions">
      {items
        .filter((i) => i.value !== null && i.value !== undefined && i.value !== '' && i.value !== false)
        .map((i) => (
          <div key={i.term}>
            <dt>{i.term}</dt>
            <dd>{i.value}</dd>
          </div>
        ))}
    </dl>
  );
}
