import { dialPhone, showPhone } from '@/shared/format/phone';

/** Digits run left to right in every language. */
export function PhoneLink({ number, className = 'ds-link' }: { number: string; className?: string }) {
  return (
    <a className={className} href={`tel:${dialPhone(number)}`}>
      <bdi dir="ltr" className="nowrap">
        {showPhone(number)}
      </bdi>
    </a>
  );
}
